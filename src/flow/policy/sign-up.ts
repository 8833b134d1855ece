import type { IdentifierType, Settings } from '../../client/schemas/settings.ts';

export const signUpTypes = (settings: Settings): readonly IdentifierType[] => settings.signUp.identifiers;

/** Accounts can be made on this page. */
export const canRegister = ({ signInMode }: Settings): boolean => signInMode !== 'SignIn';

/** Accounts can be used on this page, besides being made. */
export const canSignIn = ({ signInMode }: Settings): boolean => signInMode !== 'Register';

/** An account can be made with an identifier of this type alone. */
export function canRegisterWith(settings: Settings, type: IdentifierType): boolean {
  const { identifiers, secondaryIdentifiers } = settings.signUp;
  const asked = [...identifiers, ...secondaryIdentifiers.map(({ identifier }) => identifier)];
  return canRegister(settings) && (asked.includes(type) || (type !== 'username' && asked.includes('emailOrPhone')));
}
