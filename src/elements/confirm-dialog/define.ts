import { define } from '../element.ts';
import { SieConfirmDialog } from './confirm-dialog.ts';

define('sie-confirm-dialog', SieConfirmDialog);

declare global {
  interface HTMLElementTagNameMap {
    'sie-confirm-dialog': SieConfirmDialog;
  }
}
