import { plainText } from '../../shared/characters.ts';
import { isIdentifier } from '../../shared/read-identifier.ts';
import { always, defineSteps, never, type Params, type Step } from './step.ts';

declare module './step.ts' {
  interface Steps {
    /** A magic link was followed. Runs by itself. */
    'one-time-token': { readonly token: string; readonly email: string };
    /** A magic link for somebody else than who is signed in: finds out who that is. Runs by itself. */
    'account-check': { readonly token: string; readonly email: string };
    /** Go on as the person the link is for, or back as the one who is signed in. */
    'switch-account': { readonly token: string; readonly email: string; readonly current: CurrentAccount };
  }
}

export const linkSteps = defineSteps({
  'one-time-token': {
    paths: { '/one-time-token': true, '/one-time-token/error': false },
    restore: ({ params }) => restoreLink('one-time-token', params),
    keep: { token: false, email: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'followLink',
  },
  'account-check': {
    paths: { '/switch-account': false },
    restore: ({ params }) => restoreLink('account-check', params),
    keep: { token: false, email: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: true,
    available: always,
    run: 'checkAccount',
  },
  'switch-account': {
    // The address stays that of `account-check`: a reload asks again who is signed in.
    paths: {},
    restore: never,
    keep: { token: false, email: false, current: false },
    previous: 'sign-in',
    inputs: [],
    singleUse: false,
    available: always,
    run: undefined,
  },
});

/** A link without token or address is a broken one. A text in the address may come from anybody, so it is never shown. */
export function restoreLink(
  name: 'one-time-token' | 'account-check',
  { one_time_token: token, login_hint: email = '' }: Params,
): Step {
  // Whom a link is for is shown, before anybody has checked it, where somebody else is signed in.
  const isFit = name === 'one-time-token' || (isIdentifier('email', email) && plainText(email) === email);
  return token && email && isFit ? { name, token, email } : { name: 'error', code: 'one_time_token.invalid', startOver: true };
}
