import { css, html, nothing, type TemplateResult } from 'lit';
import { interpolate, msg } from '../../localization/messages.ts';
import { define, SieElement } from '../element.ts';
import { button } from '../templates/button.ts';

/** Rows, or two columns of shorter tiles. */
const socialButtonsStyles = css`
  @layer sie.elements {
    sie-social-buttons {
      display: block;
    }
    .sie-social {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_sie-space-3);
    }
    .sie-social[data-layout='grid'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--_sie-space-2);
    }
    .sie-social[data-layout='grid'] .sie-button {
      justify-content: start;
      padding-inline-end: var(--_sie-space-2);
    }
    .sie-social[data-layout='grid'] .sie-button-label {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .sie-social-logo {
      inline-size: 20px;
      block-size: 20px;
      object-fit: contain;
    }
    .sie-social-initial {
      display: grid;
      place-items: center;
      inline-size: 20px;
      block-size: 20px;
      border-radius: 5px;
      background: var(--_sie-raised);
      font-size: 12px;
      line-height: 1;
      font-weight: 600;
      text-transform: uppercase;
    }
    sie-social-buttons > .sie-button {
      margin-block-start: var(--_sie-space-2);
    }
  }
`;

/** A connector was chosen. Bubbles. */
export class SieConnectorChooseEvent extends Event {
  static readonly eventName = 'sie-connector-choose';

  constructor(
    /** The connector's `id` in the settings. */
    readonly connectorId: string,
  ) {
    super(SieConnectorChooseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-connector-choose': SieConnectorChooseEvent;
  }
  interface HTMLElementTagNameMap {
    'sie-social-buttons': SieSocialButtons;
  }
}

/** A connector, as its button needs it. */
export interface SocialChoice {
  id: string;
  /** The identity provider, such as `google`; on the item as `data-target`. */
  target: string;
  /** In the language of the page. */
  name: string;
  /** Address of an image; the first letter of the name is shown when it is empty. */
  logo: string;
  /** Address of an image for dark surfaces. */
  logoDark?: string | null | undefined;
}

/** Largest number that is shown in rows, with the whole label. */
const mostRows = 4;

/** Number of tiles that a grid shows before it is expanded. */
const firstTiles = 6;

/**
 * "Continue with …", one button for each connector, in their order. More than four become a grid of names; of more than seven only
 * six are shown, with a button "More options". The busy one shows a spinner, the others are disabled meanwhile.
 *
 * CSS: `.sie-social` (`[data-layout="rows" | "grid"]`), `.sie-social-item[data-target]`, `.sie-social-logo`, `.sie-social-initial`.
 *
 * @fires {SieConnectorChooseEvent} sie-connector-choose - A button was pressed.
 */
export class SieSocialButtons extends SieElement {
  static override readonly globalStyles = [socialButtonsStyles];

  static override properties = {
    connectors: { attribute: false },
    theme: {},
    busyId: { attribute: 'busy-id' },
    heldId: { attribute: 'held-id' },
    disabled: { type: Boolean },
    expanded: { state: true },
    broken: { state: true },
  };

  /** In the tenant's order. */
  declare connectors: readonly SocialChoice[];
  /** Theme of the surface, which decides on the logos. @default 'light' */
  declare theme: 'light' | 'dark';
  /** `id` of the connector that was chosen and is in progress. */
  declare busyId: string | undefined;
  /** `id` of the connector that cannot be used for a while, see `held` of `button`. */
  declare heldId: string | undefined;
  /** Something else is in progress. */
  declare disabled: boolean;
  declare private expanded: boolean;
  /** Logos that could not be loaded. */
  declare private broken: ReadonlySet<string>;

  constructor() {
    super();
    this.connectors = [];
    this.theme = 'light';
    this.disabled = false;
    this.expanded = false;
    this.broken = new Set();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { connectors } = this;
    if (connectors.length === 0) return nothing;
    const isGrid = connectors.length > mostRows;
    // A single hidden tile needs no more room than the button that would reveal it.
    const isLong = isGrid && !this.expanded && connectors.length > firstTiles + 1;
    const shown = isLong ? connectors.slice(0, firstTiles) : connectors;
    return html`<ul class="sie-social" data-layout=${isGrid ? 'grid' : 'rows'}>
        ${shown.map(
          (connector) => html`<li class="sie-social-item" data-target=${connector.target}>${this.choice(connector, isGrid)}</li>`,
        )}
      </ul>
      ${isLong
        ? button({
            label: msg('More options', { id: 'sie.social.more_options' }),
            type: 'button',
            variant: 'text',
            press: () => void this.expand(),
          })
        : nothing}`;
  }

  private choice(connector: SocialChoice, isGrid: boolean): TemplateResult {
    const { id, name } = connector;
    const label = interpolate(msg('Continue with {{name}}', { id: 'action.sign_in_with' }), { name });
    return button({
      label: isGrid ? name : label,
      accessibleName: isGrid ? label : undefined,
      type: 'button',
      variant: 'secondary',
      icon: this.logo(connector),
      busy: this.busyId === id,
      held: this.heldId === id,
      disabled: this.disabled || Boolean(this.busyId),
      press: () => this.dispatchEvent(new SieConnectorChooseEvent(id)),
    });
  }

  private logo({ name, logo, logoDark }: SocialChoice): TemplateResult {
    const source = this.theme === 'dark' && logoDark ? logoDark : logo;
    if (!source || this.broken.has(source)) {
      return html`<span class="sie-social-initial" aria-hidden="true"
        >${String.fromCodePoint(name.codePointAt(0) ?? 0x20)}</span
      >`;
    }
    return html`<img
      class="sie-social-logo"
      src=${source}
      alt=""
      width="20"
      height="20"
      @error=${() => (this.broken = new Set(this.broken).add(source))}
    />`;
  }

  /** Shows all; the focus moves from the removed button to the first revealed tile. */
  private async expand(): Promise<void> {
    this.expanded = true;
    await this.updateComplete;
    this.querySelectorAll('button')[firstTiles]?.focus();
  }
}

define('sie-social-buttons', SieSocialButtons);
