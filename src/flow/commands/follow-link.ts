import { getConsent } from '../../client/endpoints/consent.ts';
import { identify } from '../../client/endpoints/interaction.ts';
import { verifyOneTimeToken } from '../../client/endpoints/one-time-token.ts';
import type { Command } from '../context.ts';
import { isWebUrl } from '../policy/redirects.ts';
import { begin, finish, rememberProof } from './interaction.ts';

export interface Link {
  readonly token: string;
  readonly email: string;
}

/** A magic link signs in, or makes the account that it is for (flows 14). */
export const followLink: Command<Link> = {
  needsAgreement: 'sign-in',
  async run(context, { token, email }) {
    const { client, memory, signal } = context;
    const identifier = { type: 'email', value: email } as const;
    await begin(context, 'SignIn');
    const { verificationId } = await client.call(verifyOneTimeToken, { identifier, token }, { signal });
    rememberProof(context, { kind: 'link', verificationId });
    memory.rememberIdentifier(identifier);
    return finish(context, { verificationId });
  },
};

/** A link to set a new password (flows 9). */
export const followResetLink: Command<Link> = {
  async run(context, { token, email }) {
    const { client, signal } = context;
    const identifier = { type: 'email', value: email } as const;
    await begin(context, 'ForgotPassword');
    const { verificationId } = await client.call(verifyOneTimeToken, { identifier, token }, { signal });
    await client.call(identify, { verificationId }, { signal });
    return { go: { name: 'new-password', purpose: 'reset', identifier }, replace: true };
  },
};

/** Who is signed in while a link for somebody else is followed. */
export const checkAccount: Command<Link> = {
  async run({ client, signal }, { token, email }) {
    const { user, redirectUri } = await client.call(getConsent, {}, { signal });
    const { name, avatar, primaryEmail, primaryPhone, username } = user;
    const address = primaryEmail ?? (primaryPhone ? `+${primaryPhone}` : (username ?? ''));
    // "Back" leads to the app's own page, not into the middle of its sign-in.
    const appUrl = redirectUri && isWebUrl(redirectUri) ? new URL(redirectUri).origin : undefined;
    const current = { address, ...(name && { name }), ...(avatar && isWebUrl(avatar) && { avatar }), ...(appUrl && { appUrl }) };
    return { go: { name: 'switch-account', token, email, current }, replace: true };
  },
};
