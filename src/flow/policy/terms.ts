import type { Settings } from '../../client/schemas/settings.ts';

/** What a person agrees to the terms for. */
export type Agreement = 'sign-in' | 'register';

/** How a first screen speaks of the terms. */
export type TermsDisplay = 'checkbox' | 'sentence' | 'links' | 'none';

const hasTerms = ({ termsOfUseUrl, privacyPolicyUrl }: Settings) => Boolean(termsOfUseUrl ?? privacyPolicyUrl);

export function signInTerms(settings: Settings): TermsDisplay {
  if (!hasTerms(settings)) return 'none';
  if (settings.agreeToTermsPolicy === 'Manual') return 'checkbox';
  return settings.agreeToTermsPolicy === 'Automatic' ? 'sentence' : 'links';
}

export function registerTerms(settings: Settings): TermsDisplay {
  if (!hasTerms(settings)) return 'none';
  return settings.agreeToTermsPolicy === 'Automatic' ? 'sentence' : 'checkbox';
}

/** A person must agree before this may start. */
export const agreementNeeded = (settings: Settings, agreement: Agreement): boolean =>
  (agreement === 'register' ? registerTerms : signInTerms)(settings) === 'checkbox';
