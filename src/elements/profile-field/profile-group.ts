import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, SieElement } from '../element.ts';
import { describedBy } from '../templates/field.ts';
import type { Fault } from './check-value.ts';
import { profileFieldStyles } from './profile-field.styles.ts';
import { checkInput, profileInput, readInput } from './profile-input.ts';
import { type GroupSpec, type InputSpec, partName, type ProfileControl, type ProfileTexts, textOf } from './profile-spec.ts';
import { faultText, labelText, markedLabel, requiredText } from './profile-texts.ts';

/** Parts that belong together are in two columns. */
const profileGroupStyles = css`
  @layer sie.elements {
    sie-profile-group {
      display: block;
    }
    .sie-profile-group {
      min-inline-size: 0;
    }
    .sie-profile-legend {
      margin-block-end: var(--_sie-space-3);
      padding: 0;
      font-weight: 600;
    }
    .sie-profile-parts {
      display: grid;
      grid-template-columns: 1fr 1fr;
      align-items: end;
      gap: var(--_sie-space-4) var(--_sie-space-3);
    }
    .sie-profile-part {
      grid-column: span 2;
      min-inline-size: 0;
    }
    .sie-profile-part:where([data-half]) {
      grid-column: span 1;
    }
    .sie-profile-part > .sie-label {
      display: block;
    }
    .sie-profile-group > .sie-foot > .sie-error {
      white-space: pre-line;
    }
  }
`;

/**
 * A full name or an address: a control for each of its parts, and one error text below them.
 *
 * CSS: `.sie-profile-group` with `.sie-profile-legend`, `.sie-profile-parts`, `.sie-profile-part` (`[data-half]` beside another);
 * inside the classes of `SieProfileField`.
 */
export class SieProfileGroup extends SieElement implements ProfileControl {
  static override readonly globalStyles = [profileFieldStyles, profileGroupStyles];

  static override properties = {
    spec: { attribute: false },
    initial: { attribute: false },
    error: {},
    readonly: { type: Boolean },
  };

  /** The field as the tenant configured it. */
  declare spec: GroupSpec;
  /** Initial values, by names of the controls. */
  declare initial: ProfileTexts;
  /** The error text; empty for none. */
  declare error: string;
  declare readonly: boolean;

  /** By name of the part. */
  private faults = new Map<string, Fault>();

  constructor() {
    super();
    this.initial = {};
    this.error = '';
    this.readonly = false;
  }

  /** Focuses the first invalid part, otherwise the first part. */
  override focus(options?: FocusOptions): void {
    const { parts } = this.spec.config;
    const part = parts.find(({ name }) => this.faults.has(name)) ?? parts[0];
    if (part) this.control(part)?.focus(options);
  }

  read(): ProfileTexts {
    const { spec } = this;
    const read = (part: InputSpec) => {
      const control = this.control(part);
      return control ? readInput(control, part) : '';
    };
    return Object.fromEntries(spec.config.parts.map((part) => [partName(spec, part), read(part)]));
  }

  validate(): boolean {
    this.faults = new Map();
    for (const part of this.spec.config.parts) {
      const control = this.control(part);
      const fault = control ? checkInput(control, part) : undefined;
      if (fault) this.faults.set(part.name, fault);
    }
    this.error = this.faultsText();
    this.requestUpdate();
    return this.faults.size === 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('error') && !this.error) this.faults.clear();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { spec, error } = this;
    const { label, description, config } = spec;
    if (config.parts.length === 0) return nothing;
    return html`<fieldset
      class="sie-profile-group"
      aria-describedby=${describedBy({ id: this.uid, hint: description ?? '', error: '' })}
    >
      <legend class=${label ? 'sie-profile-legend' : 'sie-visually-hidden'}>${labelText(spec.name, label)}</legend>
      <div class="sie-profile-parts">${config.parts.map((part) => this.partField(part))}</div>
      ${description ? html`<p class="sie-hint" id="${this.uid}-hint">${description}</p>` : nothing}
      <div class="sie-foot"><p class="sie-error" id="${this.uid}-error" role="alert">${error}</p></div>
    </fieldset>`;
  }

  private partField(part: InputSpec): TemplateResult {
    const { spec, initial, readonly, uid } = this;
    const name = partName(spec, part);
    const id = this.idOf(part);
    const { description, config, required, label } = part;
    const invalid = this.faults.has(part.name);
    const describedBy = [description && `${id}-hint`, invalid && `${uid}-error`].filter(Boolean).join(' ') || nothing;
    const begin = textOf(initial, name) ?? config.defaultValue ?? '';
    return html`<div class="sie-profile-part" ?data-half=${standsBeside(spec, part)}>
      <label class="sie-label" for=${id}>${markedLabel(labelText(name, label), required)}</label>
      ${profileInput({ spec: part, id, name, initial: begin, describedBy, invalid, disabled: false, readonly })}
      ${description ? html`<p class="sie-hint" id="${id}-hint">${description}</p>` : nothing}
    </div>`;
  }

  private idOf({ name }: InputSpec): string {
    return `${this.uid}-${name}`;
  }

  private control(part: InputSpec): HTMLInputElement | HTMLSelectElement | null {
    return this.querySelector(`#${CSS.escape(this.idOf(part))}`);
  }

  /** One sentence when several parts are empty and nothing else is wrong, otherwise a line for each part. */
  private faultsText(): string {
    const { spec, faults } = this;
    const isEmpty = faults.size > 1 && [...faults.values()].every(({ kind }) => kind === 'required');
    if (isEmpty) return requiredText(labelText(spec.name, spec.label));
    const texts = spec.config.parts.map((part) => {
      const fault = faults.get(part.name);
      return fault ? faultText(fault, labelText(partName(spec, part), part.label)) : '';
    });
    return texts.filter(Boolean).join('\n');
  }
}

/** Whether a part takes half a row: names in pairs, the city beside its region. */
function standsBeside({ type, config: { parts } }: GroupSpec, { name }: InputSpec): boolean {
  if (type === 'Fullname') return parts.length % 2 === 0;
  const pair = ['locality', 'region'];
  return pair.includes(name) && pair.every((wanted) => parts.some((part) => part.name === wanted));
}

define('sie-profile-group', SieProfileGroup);

declare global {
  interface HTMLElementTagNameMap {
    'sie-profile-group': SieProfileGroup;
  }
}
