import { define } from '../element.ts';
import { SieProblemDetails } from './problem-details.ts';

define('sie-problem-details', SieProblemDetails);

declare global {
  interface HTMLElementTagNameMap {
    'sie-problem-details': SieProblemDetails;
  }
}
