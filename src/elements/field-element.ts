import type { PropertyDeclarations } from 'lit';
import { SieElement } from './element.ts';

/** Base class of every field: one native control with label, hint and error. The template of a subclass gives the control the id `inputId`. */
export abstract class SieFieldElement<Input extends HTMLElement = HTMLInputElement> extends SieElement {
  static override properties: PropertyDeclarations = {
    name: {},
    label: {},
    hint: {},
    error: {},
    disabled: { type: Boolean },
    readonly: { type: Boolean },
    required: { type: Boolean },
    autofocus: { type: Boolean },
  };

  /** Name of the control in the form. */
  declare name: string;
  /** Label; empty for the default label. */
  declare label: string;
  /** Text or template below the control. */
  declare hint: unknown;
  /** The error text; empty for none. */
  declare error: string;
  declare disabled: boolean;
  declare readonly: boolean;
  declare required: boolean;
  /** Takes focus after its first update. */
  declare autofocus: boolean;

  constructor() {
    super();
    this.label = '';
    this.hint = '';
    this.error = '';
    this.disabled = false;
    this.readonly = false;
    this.required = false;
    this.autofocus = false;
  }

  /** Focuses the control. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  protected override firstUpdated(): void {
    if (this.autofocus) this.focus();
  }

  protected get inputId(): string {
    return `${this.uid}-input`;
  }

  /** The control, once rendered. */
  protected get input(): Input | null {
    return this.querySelector<Input>(`#${this.inputId}`);
  }
}
