import { css, html, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { define, SieElement } from '../element.ts';
import { termsLinks } from '../templates/terms.ts';

/** A native checkbox in the brand colour, aligned with the first line of its sentence. */
const termsCheckboxStyles = css`
  @layer sie.elements {
    sie-terms-checkbox:not([hidden]) {
      display: block;
    }
    .sie-terms {
      display: flex;
      gap: var(--_sie-space-2);
      margin-block-end: var(--_sie-space-5);
      font-size: var(--_sie-size-small);
      line-height: 20px;
    }
    .sie-checkbox {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
      accent-color: var(--_sie-fill);
      cursor: pointer;
    }
    .sie-terms-text {
      min-inline-size: 0;
    }
    .sie-terms-text > label {
      cursor: pointer;
    }
  }
`;

/**
 * "I have read and agree to the …": a real checkbox, named by the whole sentence. The links are beside its `<label>`, not in it, so
 * that a click on them opens the terms and does not change the checkbox.
 *
 * A change dispatches the native `input` and `change` events, which bubble; the state is `checked` of the checkbox, or this
 * element's `checked`.
 *
 * CSS: `.sie-terms`, `.sie-checkbox`, `.sie-terms-text`.
 */
export class SieTermsCheckbox extends SieElement {
  static override readonly globalStyles = [termsCheckboxStyles];

  static override properties = {
    name: {},
    termsOfUseUrl: { attribute: 'terms-of-use-url' },
    privacyPolicyUrl: { attribute: 'privacy-policy-url' },
    disabled: { type: Boolean },
    checked: { type: Boolean },
  };

  /** Name of the control in the form. @default 'termsAgreement' */
  declare name: string;
  declare termsOfUseUrl: string | null | undefined;
  declare privacyPolicyUrl: string | null | undefined;
  declare disabled: boolean;
  /** Whether the person agreed; follows the checkbox. */
  declare checked: boolean;

  constructor() {
    super();
    this.name = 'termsAgreement';
    this.disabled = false;
    this.checked = false;
  }

  /** Focuses the checkbox. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  protected override updated(): void {
    // Not bound in the template: Lit compares with the value that it wrote last, not with the current state.
    if (this.input) this.input.checked = this.checked;
  }

  protected override render(): TemplateResult {
    const id = `${this.uid}-input`;
    return html`<div class="sie-terms">
      <input
        class="sie-checkbox"
        id=${id}
        type="checkbox"
        name=${this.name}
        value="true"
        aria-labelledby="${id}-text"
        ?disabled=${this.disabled}
        @change=${this.syncChecked}
      />
      <p class="sie-terms-text" id="${id}-text">
        <label for=${id}>${msg('I have read and agree to the ', { id: 'description.agree_with_terms' })}</label>
        ${termsLinks(this)}
      </p>
    </div>`;
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  private readonly syncChecked = (): void => {
    this.checked = this.input?.checked ?? false;
  };
}

define('sie-terms-checkbox', SieTermsCheckbox);

declare global {
  interface HTMLElementTagNameMap {
    'sie-terms-checkbox': SieTermsCheckbox;
  }
}
