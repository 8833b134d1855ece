import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import { asciiDigits, plainDashes, plainText } from '../../shared/characters.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import type { FieldOptions } from '../templates/field.ts';
import { controlName } from '../templates/form.ts';
import { icon } from '../templates/icon.ts';
import { checkValue, dateFormat, type Fault, loadPatterns } from './check-value.ts';
import { fromIso, toIso } from './date-format.ts';
import { autocompleteOf, typingAttributes } from './input-attributes.ts';
import type { InputSpec } from './profile-spec.ts';
import { optionText } from './profile-words.ts';

/** Options of `profileInput`. */
export interface ProfileInputOptions {
  spec: Pick<InputSpec, 'type' | 'required' | 'config'>;
  id: string;
  /** Name of the control in the form. */
  name: string;
  /** What it begins with; what people or browsers put in later stays. */
  initial: string;
  describedBy: unknown;
  invalid: boolean;
  disabled: boolean;
  readonly: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement;

/**
 * The control of a field, in its box.
 *
 * CSS: `.sie-control` with `.sie-input`, or with `.sie-select` for a choice; `.sie-check` (in `.sie-tick`) for a tick.
 */
export function profileInput(options: ProfileInputOptions): TemplateResult {
  const { type } = options.spec;
  if (type === 'Regex') void loadPatterns();
  if (type === 'Checkbox') return tick(options);
  return html`<div class="sie-control">${type === 'Select' ? choice(options) : text(options)}</div>`;
}

/** As `field`, for a tick: its words stand beside it. */
export function tickField({ id, label, control, hint, error }: FieldOptions): TemplateResult {
  return html`<div class="sie-field">
    <div class="sie-tick">${control}<label for=${id}>${label}</label></div>
    ${hint ? html`<p class="sie-hint" id="${id}-hint">${hint}</p>` : nothing}
    <div class="sie-foot"><p class="sie-error" id="${id}-error" role="alert">${error}</p></div>
  </div>`;
}

/** What is sent for what stands in a control. */
export function readInput(control: Control, { type, config }: Pick<InputSpec, 'type' | 'config'>): string {
  if (type === 'Checkbox') return String((control as HTMLInputElement).checked);
  const value = control.value.trim();
  if (type === 'Number') return plainNumber(value);
  // What apps make links of is the address itself, however it was typed.
  if (type === 'Url') return parseWebUrl(value)?.href ?? value;
  if (type !== 'Date') return value;
  // Browsers without a control for dates make a text input of it.
  return control.type === 'date' ? fromIso(value, dateFormat(config)) : asciiDigits(plainText(value));
}

/** What is wrong with what stands in a control. */
export function checkInput(control: Control, spec: ProfileInputOptions['spec']): Fault | undefined {
  // Half a date reads as none.
  return control.validity.badInput ? { kind: 'invalid' } : checkValue(readInput(control, spec), spec);
}

function text({ spec, id, name, initial, describedBy, invalid, disabled, readonly }: ProfileInputOptions): TemplateResult {
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

/** For the look of dates, which have words in them also when they are empty. */
function markEmpty({ currentTarget }: Event): void {
  const input = currentTarget as HTMLInputElement;
  input.toggleAttribute('data-empty', !input.value);
}

/** Neither a choice nor a tick can be read-only in HTML. */
function choice({ spec, id, name, initial, describedBy, invalid, disabled, readonly }: ProfileInputOptions): TemplateResult {
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

function tick({ id, name, initial, describedBy, disabled, readonly }: ProfileInputOptions): TemplateResult {
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

/** Digits and signs of every keyboard as everybody stores them. */
const plainNumber = (value: string): string => plainDashes(asciiDigits(plainText(value))).replace('\u066b', '.');
