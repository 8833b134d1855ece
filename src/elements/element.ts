import { type CSSResult, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { updateWhenLocaleChanges } from '../localization/messages.ts';
import { install, type StyleRoot } from '../theme/install.ts';
import { observeContent, pendingRepair, renderContent } from './content-observer.ts';

let count = 0;

/**
 * Base class of every element: renders into light DOM, so that password managers, labels, ARIA ids, styles of the page and tests
 * reach real controls, and installs its styles once into its root node.
 */
export abstract class SieElement extends LitElement {
  /** Style sheets of this element, installed into its root node; every rule is in one of our cascade layers. */
  static readonly globalStyles: readonly CSSResult[] = [];

  /** Prefix for ids of parts, unique in the document. */
  protected readonly uid = `sie-${++count}`;

  /** Id of its heading, for `aria-labelledby`. */
  get titleId(): string {
    return `${this.uid}-title`;
  }

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    const root = this.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) {
      install(root satisfies StyleRoot, (this.constructor as typeof SieElement).globalStyles);
    }
    observeContent(this);
    super.connectedCallback();
  }

  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const pending = pendingRepair();
    if (pending) return pending.then(() => super.scheduleUpdate());
    void super.scheduleUpdate();
    return undefined;
  }

  protected override update(changed: PropertyValues<this>): void {
    renderContent(() => super.update(changed));
  }

  protected override createRenderRoot(): this {
    return this;
  }
}

/** For `pointerdown` and `mousedown` on a control that must not take the focus from an input. */
export function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Registers a tag, unless another copy of the script on the page has done so. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

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
