import type { TemplateResult } from 'lit';
import { define, SieFieldElement } from '../element.ts';
import { describedBy, field } from '../templates/field.ts';
import { profileFieldStyles } from './profile-field.styles.ts';
import { checkboxField, checkInput, profileInput, readInput } from './profile-input.ts';
import type { InputConfig, InputType, ProfileControl, ProfileTexts } from './profile-spec.ts';
import { faultText, labelText, markedLabel } from './profile-texts.ts';

/**
 * A profile field that the tenant configured: a native control for its type, named and labelled after its claim; where it is not
 * required, the label says so. The value lives in the control; a date is shown by the browser's date control where possible, and read
 * in the tenant's format.
 *
 * Typing and choosing dispatch the native `input` and `change` events, which bubble.
 *
 * CSS: `.sie-field`, `.sie-label`, `.sie-control`, `.sie-input`, `.sie-select`, `.sie-tick`, `.sie-check`, `.sie-hint`, `.sie-error`.
 */
export class SieProfileField extends SieFieldElement<HTMLInputElement | HTMLSelectElement> implements ProfileControl {
  static override readonly globalStyles = [profileFieldStyles];

  static override properties = {
    type: {},
    config: { attribute: false },
    initial: {},
  };

  /** @default 'Text' */
  declare type: InputType;
  /** The tenant's rules and options for this type. */
  declare config: InputConfig;
  /** Initial value. */
  declare initial: string;

  constructor() {
    super();
    this.name = 'name';
    this.type = 'Text';
    this.config = {};
    this.initial = '';
  }

  read(): ProfileTexts {
    return { [this.name]: this.input ? readInput(this.input, this) : this.initial };
  }

  validate(): boolean {
    const fault = this.input ? checkInput(this.input, this) : undefined;
    this.error = fault ? faultText(fault, labelText(this.name, this.label)) : '';
    return !fault;
  }

  protected override render(): TemplateResult {
    const { hint, error, type, name, initial, disabled, readonly } = this;
    const id = this.inputId;
    const label = labelText(name, this.label);
    const description = describedBy({ id, hint, error });
    const control = profileInput({
      spec: this,
      id,
      name,
      initial,
      describedBy: description,
      invalid: !!error,
      disabled,
      readonly,
    });
    return type === 'Checkbox'
      ? checkboxField({ id, label, control, hint, error })
      : field({ id, label: markedLabel(label, this.required), control, hint, error });
  }
}

define('sie-profile-field', SieProfileField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-profile-field': SieProfileField;
  }
}
