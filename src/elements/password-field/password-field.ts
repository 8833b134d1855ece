import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { define, keepFocus, SieFieldElement } from '../element.ts';
import { describedBy, field } from '../templates/field.ts';
import { icon } from '../templates/icon.ts';

/**
 * A password with a button that shows it. The value is only in a real `<input>` of the surrounding form: read it from there when the
 * form is submitted. Submitting hides the password again.
 *
 * The button changes its name ("Show password" / "Hide password") and therefore has no `aria-pressed`: "Hide password, pressed"
 * would mean the opposite. Pressing it with mouse or finger leaves focus and caret in the input.
 *
 * Typing dispatches the native `input` event, which bubbles.
 *
 * CSS: `.sie-field`, `.sie-label`, `.sie-control`, `.sie-input`, `.sie-adornment`, `.sie-hint`, `.sie-error`.
 */
export class SiePasswordField extends SieFieldElement {
  static override properties = {
    purpose: {},
    aside: { attribute: false },
    revealed: { state: true },
  };

  /** `current` to sign in, `new` to choose a password: decides label and autofill. @default 'current' */
  declare purpose: 'current' | 'new';
  /** Template at the end of the error line, such as a link "Forgot your password?". */
  declare aside: unknown;
  declare private revealed: boolean;

  constructor() {
    super();
    this.name = 'password';
    this.purpose = 'current';
    this.revealed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('submit', this.hideAtSubmit, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('submit', this.hideAtSubmit, true);
  }

  protected override render(): TemplateResult {
    const { hint, error, revealed } = this;
    const id = this.inputId;
    const isNew = this.purpose === 'new';
    const ownLabel = isNew ? msg('New password', { id: 'description.new_password' }) : msg('Password', { id: 'input.password' });
    const control = html`<div class="sie-control">
      <input
        class="sie-input"
        id=${id}
        name=${this.name}
        type=${revealed ? 'text' : 'password'}
        autocomplete=${isNew ? 'new-password' : 'current-password'}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        aria-describedby=${describedBy({ id, hint, error })}
        aria-invalid=${error ? 'true' : nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        ?required=${this.required}
      />
      <button
        class="sie-adornment"
        type="button"
        aria-controls=${id}
        aria-label=${revealed
          ? msg('Hide password', { id: 'sie.password.hide' })
          : msg('Show password', { id: 'action.show_password' })}
        ?disabled=${this.disabled}
        @pointerdown=${keepFocus}
        @mousedown=${keepFocus}
        @click=${this.toggle}
      >
        ${icon(revealed ? 'eye-off' : 'eye')}
      </button>
    </div>`;
    return field({ id, label: this.label || ownLabel, control, hint, error, aside: this.aside });
  }

  private readonly toggle = async (): Promise<void> => {
    const { input } = this;
    if (!input) return;
    const { selectionStart, selectionEnd } = input;
    this.revealed = !this.revealed;
    await this.updateComplete;
    // Some browsers move the caret when the type changes.
    if (input.matches(':focus')) input.setSelectionRange(selectionStart, selectionEnd);
  };

  private readonly hideAtSubmit = ({ target }: Event): void => {
    if (target === this.input?.form) this.revealed = false;
  };
}

define('sie-password-field', SiePasswordField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-password-field': SiePasswordField;
  }
}
