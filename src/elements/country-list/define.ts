import { define } from '../element.ts';
import { SieCountryList } from './country-list.ts';

export { countryEntries } from './country-search.ts';

define('sie-country-list', SieCountryList);

declare global {
  interface HTMLElementTagNameMap {
    'sie-country-list': SieCountryList;
  }
}
