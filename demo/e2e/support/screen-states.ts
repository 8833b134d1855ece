import type { StepName } from '../../../src/flow/index.ts';
import * as account from './screen-states/account-states.ts';
import * as arrival from './screen-states/arrival-states.ts';
import type { Arrive, States } from './screen-states/arriving.ts';
import { extraProfile } from './screen-states/profile-states.ts';
import { password, signIn } from './screen-states/sign-in-states.ts';

/** Every step with its states. A new step does not compile before it is listed here. */
const statesOf: Readonly<Record<StepName, States>> = {
  'sign-in': signIn,
  password,
  register: account.register,
  'verification-code': account.verificationCode,
  'new-password': account.newPassword,
  'forgot-password': account.forgotPassword,
  'missing-identifier': account.missingIdentifier,
  'extra-profile': extraProfile,
  'social-link': arrival.socialLink,
  'single-sign-on': arrival.singleSignOn,
  'sso-connectors': arrival.ssoConnectors,
  'switch-account': arrival.switchAccount,
  'one-time-token': arrival.oneTimeToken,
  'reset-token': arrival.resetToken,
  direct: arrival.direct,
  'social-callback': arrival.socialCallback,
  // They end at once without a request; their screen is that of the four steps above.
  'account-check': {},
  'native-callback': {},
  'social-landing': {},
  'account-suspended': arrival.suspended,
  'unknown-session': arrival.unknownSession,
  unavailable: arrival.unavailable,
  error: arrival.error,
  'not-found': arrival.notFound,
};

/** How to reach every screen in every state, by `step, state`. */
export const screenStates: Readonly<Record<string, Arrive>> = {
  ...Object.fromEntries(
    Object.entries(statesOf).flatMap(([name, states]) =>
      Object.entries(states).map(([state, arrive]) => [state ? `${name}, ${state}` : name, arrive]),
    ),
  ),
  'no settings': arrival.withoutSettings,
};
