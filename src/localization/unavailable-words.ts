import { msg } from './words.ts';

/** What this page cannot do, by how the server's code or the address begins that asks for it. */
const secondSteps = ['session.mfa.', 'session.passkey_sign_in.', 'user.missing_mfa', 'user.suggest_mfa', 'path.mfa-'];

/** Says that the way on is one this page does not have, and promises another way only where there may be one. */
export function unavailableText(code: string): string {
  return secondSteps.some((prefix) => code.startsWith(prefix))
    ? msg('Your account asks for a second step to sign in, and this page cannot do that yet. Ask the administrator of the app.', {
        id: 'sie.unavailable.second_step',
      })
    : msg('This page cannot do what comes next yet. Sign in another way, or ask the administrator of the app.', {
        id: 'sie.unavailable.text',
      });
}
