import type { IdentifierType, Settings } from '../../client/schemas/settings.ts';

/** How an identifier of one type may sign in. */
export interface Methods {
  readonly password: boolean;
  readonly code: boolean;
  readonly passwordFirst: boolean;
}

export function methodsFor(settings: Settings, type: IdentifierType): Methods {
  const method = settings.signIn.methods.find(({ identifier }) => identifier === type);
  const password = method?.password ?? false;
  const code = type !== 'username' && (method?.verificationCode ?? false);
  return { password, code, passwordFirst: password && (!code || (method?.isPasswordPrimary ?? false)) };
}

/** Identifier types a person may sign in with, in the tenant's order. */
export const signInTypes = (settings: Settings): readonly IdentifierType[] =>
  settings.signIn.methods
    .filter(({ password, verificationCode }) => password || verificationCode)
    .map(({ identifier }) => identifier);
