import { getConsent } from '../../client/endpoints/consent.ts';
import { verifyOneTimeToken } from '../../client/endpoints/verification.ts';
import type { InteractionEvent } from '../../client/schemas/identifier.ts';
import { formatIdentifier } from '../../shared/identifier.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import type { Command, CommandContext, CommandResult } from '../context.ts';
import { startInteraction, rememberInteraction, submitWithVerification } from '../interaction.ts';
import { field, type Outcome, type Rule, showError, type Situation } from '../outcome.ts';
import { FlowProblem } from '../problem.ts';
import { runsByItself } from '../steps/index.ts';
import { findTaken, rememberTaken } from '../taken.ts';

export interface Link {
  readonly token: string;
  readonly email: string;
}

/** A magic link signs in, or creates the account that it was sent for. */
export const followLink: Command<Link> = {
  needsAgreement: 'sign-in',
  once: linkOf,
  run: (context, link) => follow(context, link, 'SignIn'),
};

/** A link to set a new password. */
export const followResetLink: Command<Link> = {
  needsAgreement: undefined,
  once: linkOf,
  run: (context, link) => follow(context, link, 'ForgotPassword'),
};

function linkOf({ token, email }: Link): string {
  return `link:${email}:${token}`;
}

async function follow(context: CommandContext, link: Link, event: InteractionEvent): Promise<CommandResult> {
  const { token, email } = link;
  const taken = findTaken(context, linkOf(link));
  if (taken?.isHere) {
    rememberInteraction(context.storages, { event });
    return submitWithVerification(context, { kind: 'link', verificationId: taken.verificationId });
  }
  // A new interaction would replace that of the tab that continues with this link.
  if (taken) throw new FlowProblem('one_time_token.taken');
  const { client, memory, signal } = context;
  const identifier = { type: 'email', value: email } as const;
  await startInteraction(context, event);
  const { verificationId } = await client.call(verifyOneTimeToken, { identifier, token }, { signal });
  rememberTaken(context, linkOf(link), verificationId);
  memory.rememberIdentifier(identifier);
  return submitWithVerification(context, { kind: 'link', verificationId });
}

/** Finds out who is signed in when a link for another account is followed. */
export const checkAccount: Command<Link> = {
  needsAgreement: undefined,
  once: undefined,
  async run({ client, signal }, { token, email }) {
    const { user, redirectUri } = await client.call(getConsent, {}, { signal });
    const { name, avatar, primaryEmail, primaryPhone, username } = user;
    const address = primaryEmail ?? (primaryPhone ? formatIdentifier({ type: 'phone', value: primaryPhone }) : (username ?? ''));
    // "Back" leads to the app's own page, not into its sign-in.
    const appUrl = parseWebUrl(redirectUri)?.origin;
    const picture = parseWebUrl(avatar)?.href;
    const current = { address, ...(name && { name }), ...(picture && { avatar: picture }), ...(appUrl && { appUrl }) };
    return { go: { name: 'switch-account', token, email, current }, replace: true };
  },
};

/** The app has to start over: its authorization request carries the token, so signing in here would lead to the same link again. */
export const invalidLink = ({ problem }: Situation): Outcome => showError(problem, { startOver: true });

/** On a step that follows a link automatically, unreadable input means a broken link. */
export const invalidInput: Rule = (situation) => {
  const { step } = situation;
  return 'token' in step && runsByItself(step) ? invalidLink(situation) : field('identifier');
};
