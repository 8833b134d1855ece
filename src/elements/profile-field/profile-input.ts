import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { asciiDigits, plainDashes, plainText } from '../../shared/characters.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import type { FieldOptions } from '../templates/field.ts';
import { controlName } from '../templates/form.ts';
import { icon } from '../templates/icon.ts';
import { checkValue, dateFormat, type Fault, loadPatterns } from './check-value.ts';
import { fromIso, isPickable, toIso } from './date-format.ts';
import type { InputSpec } from './profile-spec.ts';
import { optionText } from './profile-texts.ts';

/** Options of `profileInput`. */
export interface ProfileInputOptions {
  spec: Pick<InputSpec, 'type' | 'required' | 'config'>;
  id: string;
  /** Name of the control in the form. */
  name: string;
  /** Initial value; never overwrites what people or browsers enter later. */
  initial: string;
  describedBy: unknown;
  invalid: boolean;
  disabled: boolean;
  readonly: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement;

/**
 * The control of a field, with its box.
 *
 * CSS: `.sie-control` with `.sie-input`, or with `.sie-select` for options; `.sie-check` (in `.sie-tick`) for a checkbox.
 */
export function profileInput(options: ProfileInputOptions): TemplateResult {
  const { type } = options.spec;
  if (type === 'Regex') void loadPatterns();
  if (type === 'Checkbox') return checkbox(options);
  return html`<div class="sie-control">${type === 'Select' ? select(options) : input(options)}</div>`;
}

/** Like `field`, for a checkbox: the label is beside it. */
export function checkboxField({ id, label, control, hint, error }: FieldOptions): TemplateResult {
  return html`<div class="sie-field">
    <div class="sie-tick">${control}<label for=${id}>${label}</label></div>
    ${hint ? html`<p class="sie-hint" id="${id}-hint">${hint}</p>` : nothing}
    <div class="sie-foot"><p class="sie-error" id="${id}-error" role="alert">${error}</p></div>
  </div>`;
}

/** The value of a control as it is sent. */
export function readInput(control: Control, { type, config }: Pick<InputSpec, 'type' | 'config'>): string {
  if (type === 'Checkbox') return String((control as HTMLInputElement).checked);
  const value = control.value.trim();
  if (type === 'Number') return plainNumber(value);
  // The normalized URL, because apps make links of it.
  if (type === 'Url') return parseWebUrl(value)?.href ?? value;
  if (type !== 'Date') return value;
  // A text input in browsers without a date control.
  return control.type === 'date' ? fromIso(value, dateFormat(config)) : asciiDigits(plainText(value));
}

/** Validates the value of a control. */
export function checkInput(control: Control, spec: ProfileInputOptions['spec']): Fault | undefined {
  // An incomplete date has an empty value.
  return control.validity.badInput ? { kind: 'invalid' } : checkValue(readInput(control, spec), spec);
}

function input({ spec, id, name, initial, describedBy, invalid, disabled, readonly }: ProfileInputOptions): TemplateResult {
  const { type, inputmode, isCode } = typingAttributes(spec);
  const format = spec.type === 'Date' ? dateFormat(spec.config) : undefined;
  return html`<input
    class="sie-input"
    id=${id}
    name=${controlName(name)}
    type=${type}
    value=${type === 'date' && format ? toIso(initial, format) : initial}
    placeholder=${(type === 'text' && (spec.config.placeholder || format)) || nothing}
    max=${type === 'date' ? '9999-12-31' : nothing}
    inputmode=${inputmode ?? nothing}
    dir=${isCode ? 'ltr' : nothing}
    autocomplete=${autocompleteOf(name) ?? nothing}
    autocapitalize=${isCode ? 'none' : nothing}
    autocorrect=${isCode ? 'off' : nothing}
    spellcheck=${isCode ? 'false' : nothing}
    aria-describedby=${describedBy}
    aria-invalid=${invalid ? 'true' : 'false'}
    ?disabled=${disabled}
    ?readonly=${readonly}
    ?required=${spec.required}
    ?data-empty=${!initial}
    @input=${markEmpty}
  />`;
}

/** For the style of date inputs, which show a placeholder of the browser when they are empty. */
function markEmpty({ currentTarget }: Event): void {
  const control = currentTarget as HTMLInputElement;
  control.toggleAttribute('data-empty', !control.value);
}

/** `disabled` when read-only: `<select>` and checkboxes have no `readonly` in HTML. */
function select({ spec, id, name, initial, describedBy, invalid, disabled, readonly }: ProfileInputOptions): TemplateResult {
  const { placeholder, options = [] } = spec.config;
  return html`<select
      class="sie-select"
      id=${id}
      name=${controlName(name)}
      autocomplete=${autocompleteOf(name) ?? nothing}
      aria-describedby=${describedBy}
      aria-invalid=${invalid ? 'true' : 'false'}
      ?disabled=${disabled || readonly}
      ?required=${spec.required}
    >
      <option value="">${placeholder || msg('Choose…', { id: 'sie.profile.choose' })}</option>
      ${options.map(
        ({ value, label }) => html`<option value=${value} ?selected=${value === initial}>${optionText(value, label)}</option>`,
      )}
    </select>
    ${icon('chevron')}`;
}

function checkbox({ id, name, initial, describedBy, disabled, readonly }: ProfileInputOptions): TemplateResult {
  return html`<input
    class="sie-check"
    id=${id}
    name=${controlName(name)}
    type="checkbox"
    value="true"
    aria-describedby=${describedBy}
    ?checked=${initial === 'true'}
    ?disabled=${disabled || readonly}
  />`;
}

/** ASCII digits, minus and decimal point for those of any script. */
const plainNumber = (value: string): string => plainDashes(asciiDigits(plainText(value))).replace('\u066b', '.');

/** Autofill tokens by claim (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field). */
const tokens: Readonly<Record<string, string>> = {
  name: 'name',
  givenName: 'given-name',
  middleName: 'additional-name',
  familyName: 'family-name',
  nickname: 'nickname',
  website: 'url',
  gender: 'sex',
  birthdate: 'bday',
  locale: 'language',
  'address.streetAddress': 'street-address',
  'address.locality': 'address-level2',
  'address.region': 'address-level1',
  'address.postalCode': 'postal-code',
  'address.country': 'country-name',
};

/** The autofill token for a claim; undefined where there is none. */
export function autocompleteOf(name: string): string | undefined {
  return Object.hasOwn(tokens, name) ? tokens[name] : undefined;
}

/** Attributes of the `<input>` of a field; Select and Checkbox have other controls. */
interface TypingAttributes {
  readonly type: 'text' | 'date';
  readonly inputmode?: 'decimal' | 'text' | 'url';
  /** Always left to right, without capitalization, autocorrection and spell checking. */
  readonly isCode: boolean;
}

export function typingAttributes({ type, config }: Pick<InputSpec, 'type' | 'config'>): TypingAttributes {
  switch (type) {
    case 'Number':
      // The decimal keyboards of many phones have no minus.
      return { type: 'text', inputmode: (config.minValue ?? 0) < 0 ? 'text' : 'decimal', isCode: true };
    case 'Url':
      return { type: 'text', inputmode: 'url', isCode: true };
    case 'Date':
      return { type: isPickable(dateFormat(config)) ? 'date' : 'text', isCode: true };
    default:
      return { type: 'text', isCode: false };
  }
}
