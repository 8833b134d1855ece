import type { Settings } from '../../client/schemas/settings.ts';

/** How the sign-in screen speaks of the terms (flows 18). */
export type TermsDisplay = 'checkbox' | 'sentence' | 'links' | 'none';

const hasTerms = ({ termsOfUseUrl, privacyPolicyUrl }: Settings) => Boolean(termsOfUseUrl ?? privacyPolicyUrl);

export function signInTerms(settings: Settings): TermsDisplay {
  if (!hasTerms(settings)) return 'none';
  if (settings.agreeToTermsPolicy === 'Manual') return 'checkbox';
  return settings.agreeToTermsPolicy === 'Automatic' ? 'sentence' : 'links';
}

/** A person must agree before any way of signing in may start. */
export const agreementNeeded = (settings: Settings): boolean => signInTerms(settings) === 'checkbox';
