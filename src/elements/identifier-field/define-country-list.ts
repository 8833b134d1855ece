import { define } from '../element.ts';
import { SieCountryList } from './country-list.ts';

define('sie-country-list', SieCountryList);

declare global {
  interface HTMLElementTagNameMap {
    'sie-country-list': SieCountryList;
  }
}
