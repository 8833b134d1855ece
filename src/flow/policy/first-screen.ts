import type { IdentifierType, Settings } from '../../client/schemas/settings.ts';
import { signInTypes } from './methods.ts';

/** What the sign-in screen offers. */
export interface FirstScreen {
  /** `password`: identifier and password together; `identifier`: identifier first; `none`: no form at all. */
  readonly form: 'password' | 'identifier' | 'none';
  readonly types: readonly IdentifierType[];
}

export function firstScreen(settings: Settings): FirstScreen {
  const types = signInTypes(settings);
  if (types.length === 0) return { form: 'none', types };
  const passkeyFirst = settings.passkeySignIn.enabled && !settings.passkeySignIn.showPasskeyButton;
  const onlyPasswords = settings.signIn.methods.every(({ password, verificationCode }) => password && !verificationCode);
  return { form: onlyPasswords && !passkeyFirst ? 'password' : 'identifier', types };
}
