import { html, type TemplateResult } from 'lit';
import { fill, msg } from '../../localization/words.ts';
import type { Country } from '../../platform/phone-numbers.ts';
import { icon } from '../templates/icon.ts';
import { countryNames } from './country-name.ts';

/** Options of `countryButton`. */
export interface CountryButtonOptions {
  country: Country;
  /** Without plus. */
  callingCode: string;
  locale: string;
  disabled: boolean;
  open: () => void;
}

/** Calling code before a phone number; opens the list of countries. Its name says the code that is seen, and the country. */
export function countryButton({ country, callingCode, locale, disabled, open }: CountryButtonOptions): TemplateResult {
  const code = `+${callingCode}`;
  const label = msg('Country or region: {{country}} {{code}}', { id: 'sie.country.button' });
  return html`<button
    class="sie-adornment sie-identifier-country"
    type="button"
    aria-haspopup="dialog"
    aria-label=${fill(label, { country: countryNames(locale)(country), code })}
    ?disabled=${disabled}
    @click=${open}
  >
    ${code}${icon('chevron')}
  </button>`;
}
