import type { TemplateResult } from 'lit';
import { SieElement } from '../element.ts';
import { describedBy, field } from '../templates/field.ts';
import { profileFieldStyles } from './profile-field.styles.ts';
import { checkInput, profileInput, readInput, tickField } from './profile-input.ts';
import type { InputConfig, InputType, ProfileControl, ProfileTexts } from './profile-spec.ts';
import { faultText, labelText, markedLabel } from './profile-words.ts';

/**
 * One field of a tenant's own: a native control for its type, named and labelled. The value lives in the control; a date is shown
 * as browsers show dates, and read in the tenant's format.
 *
 * Typing and choosing dispatch the native `input` and `change` events, which bubble.
 *
 * CSS: `.sie-field`, `.sie-label`, `.sie-control`, `.sie-input`, `.sie-select`, `.sie-tick`, `.sie-check`, `.sie-hint`, `.sie-error`.
 */
export class SieProfileField extends SieElement implements ProfileControl {
  static override readonly sheets = [profileFieldStyles];

  static override properties = {
    name: {},
    label: {},
    type: {},
    config: { attribute: false },
    initial: {},
    hint: {},
    error: {},
    disabled: { type: Boolean },
    readonly: { type: Boolean },
    required: { type: Boolean },
    autofocus: { type: Boolean },
  };

  /** Name of the control in the form, and of the claim it is for. */
  declare name: string;
  /** Label; empty shows our own words for the claim. */
  declare label: string;
  /** @default 'Text' */
  declare type: InputType;
  /** The tenant's rules and options for this type. */
  declare config: InputConfig;
  /** What it begins with. */
  declare initial: string;
  /** Line below the control. */
  declare hint: string;
  /** What is wrong with the value; empty for nothing. */
  declare error: string;
  declare disabled: boolean;
  declare readonly: boolean;
  /** Where it is not, the label says so. */
  declare required: boolean;
  /** Takes focus when it first appears. */
  declare autofocus: boolean;

  constructor() {
    super();
    this.name = 'name';
    this.label = '';
    this.type = 'Text';
    this.config = {};
    this.initial = '';
    this.hint = '';
    this.error = '';
    this.disabled = false;
    this.readonly = false;
    this.required = false;
    this.autofocus = false;
  }

  /** Focuses the control. */
  override focus(options?: FocusOptions): void {
    this.control?.focus(options);
  }

  read(): ProfileTexts {
    return { [this.name]: this.control ? readInput(this.control, this) : this.initial };
  }

  validate(): boolean {
    const fault = this.control ? checkInput(this.control, this) : undefined;
    this.error = fault ? faultText(fault, labelText(this.name, this.label)) : '';
    return !fault;
  }

  protected override firstUpdated(): void {
    if (this.autofocus) this.focus();
  }

  protected override render(): TemplateResult {
    const { hint, error, type, name, initial, disabled, readonly } = this;
    const id = `${this.uid}-input`;
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
      ? tickField({ id, label, control, hint, error })
      : field({ id, label: markedLabel(label, this.required), control, hint, error });
  }

  private get control(): HTMLInputElement | HTMLSelectElement | null {
    return this.querySelector(`#${this.uid}-input`);
  }
}
