import { ApiError } from '../experience/api-error.ts';
import type { ExperienceState } from '../experience/state.ts';
import type { findStoredInteraction } from './interactions.ts';

type StoredInteraction = NonNullable<Awaited<ReturnType<typeof findStoredInteraction>>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const accountIdIn = (submission: unknown): string | undefined =>
  text((submission as { readonly login?: { readonly accountId?: unknown } } | undefined)?.login?.accountId);

/**
 * Where somebody has to go before consent because they came by a magic link: to choose between two
 * accounts, or to use the link. Undefined: on to consent. The addresses name no app, as those of the real server.
 */
export const magicLinkDetour = (
  { params, session, lastSubmission }: StoredInteraction,
  { users, oneTimeTokens }: ExperienceState,
  language: string,
): string | undefined => {
  const token = text(params['one_time_token']);
  const loginHint = text(params['login_hint']);

  if (!token || !loginHint || !session?.accountId) return undefined;

  const query = new URLSearchParams({ login_hint: loginHint, one_time_token: token }).toString();
  const emailOf = (id: string | undefined) => (id === undefined ? undefined : users.findById(id)?.primaryEmail);
  const isOwner = emailOf(session.accountId) === loginHint || emailOf(accountIdIn(lastSubmission)) === loginHint;
  const asksForLogin = text(params['prompt'])?.split(' ').includes('login') === true;

  if (!isOwner && !asksForLogin) return `/switch-account?${query}`;

  try {
    oneTimeTokens.check(token, loginHint);
    return `/one-time-token?${query}`;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Whoever has just used it, or reloads the page afterwards, has nothing to be told.
    if (error.code === 'one_time_token.token_consumed' && isOwner) return undefined;
    return `/one-time-token?${new URLSearchParams({ errorMessage: String(error.toBody(language)['message']) }).toString()}`;
  }
};
