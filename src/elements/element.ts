import { type CSSResult, LitElement, type PropertyValues } from 'lit';
import { updateWhenLanguageChanges } from '../localization/words.ts';
import { install, type StyleRoot } from '../theme/install.ts';
import { contentChanged, renderContent, watchContent } from './watched-content.ts';

let count = 0;

/**
 * Base of every element: renders into itself (light DOM), so that password managers, labels, ARIA ids, host styles and tests
 * reach real controls, and installs its styles once into the root it stands in.
 */
export abstract class SieElement extends LitElement {
  /** Style sheets of this element; every rule inside one of our cascade layers. */
  static readonly sheets: readonly CSSResult[] = [];

  /** Prefix for ids of parts, unique in the document. */
  protected readonly uid = `sie-${++count}`;

  /** Id of its heading, which names what is around it. */
  get titleId(): string {
    return `${this.uid}-title`;
  }

  constructor() {
    super();
    updateWhenLanguageChanges(this);
  }

  override connectedCallback(): void {
    const root = this.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) {
      install(root satisfies StyleRoot, (this.constructor as typeof SieElement).sheets);
    }
    watchContent(this);
    super.connectedCallback();
  }

  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const changed = contentChanged();
    if (changed) return changed.then(() => super.scheduleUpdate());
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

/** Registers a tag once; a second copy of the script on the page leaves the first in place. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
