import { plainText } from '../../shared/characters.ts';
import { isIdentifier } from '../../shared/read-identifier.ts';
import { always, defineSteps, never, type Params, type Step } from './step.ts';

declare module './step.ts' {
  interface Steps {
    /** A magic link was followed. Runs automatically. */
    'one-time-token': { readonly token: string; readonly email: string };
    /** A magic link for another account than the one signed in: finds out who is signed in. Runs automatically. */
    'account-check': { readonly token: string; readonly email: string };
    /** Continue with the account of the link, or return to the app with the current one. */
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
    // Keeps the address of `account-check`, so that a reload asks again who is signed in.
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

/** A link without token or address is invalid. Text from the address is never shown, because anybody may have written it. */
export function restoreLink(
  name: 'one-time-token' | 'account-check',
  { one_time_token: token, login_hint: email = '' }: Params,
): Step {
  // The address is shown before the server has checked it if another account is signed in, so it must be an e-mail address.
  const isFit = name === 'one-time-token' || (isIdentifier('email', email) && plainText(email) === email);
  return token && email && isFit ? { name, token, email } : { name: 'error', code: 'one_time_token.invalid', startOver: true };
}
