import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { intlLanguage } from '../../localization/language.ts';
import { interpolate, interpolateTags, msg } from '../../localization/messages.ts';
import { define, SieElement } from '../element.ts';

const problemDetailsStyles = css`
  @layer sie.elements {
    sie-problem-details {
      display: block;
    }
    .sie-wait,
    .sie-reference {
      margin-block-start: var(--_sie-space-1);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
    .sie-wait {
      font-weight: 500;
      font-variant-numeric: tabular-nums;
    }
    .sie-reference {
      color: var(--_sie-text-muted);
    }
    .sie-reference > code {
      overflow-wrap: anywhere;
      /* Safari supports only the prefixed property (2026-11, https://caniuse.com/user-select-none). */
      -webkit-user-select: all;
      user-select: all;
    }
  }
`;

/** The waiting time that the server demanded is over. Bubbles. */
export class SieWaitEndEvent extends Event {
  static readonly eventName = 'sie-wait-end';

  constructor() {
    super(SieWaitEndEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-wait-end': SieWaitEndEvent;
  }
  interface HTMLElementTagNameMap {
    'sie-problem-details': SieProblemDetails;
  }
}

/**
 * Details below the text of a problem: the time until the next attempt, as a countdown, and a reference for support. Screen readers
 * announce the time once, and again when it is over, not every second.
 *
 * CSS: `.sie-wait`, `.sie-reference`.
 *
 * @fires {SieWaitEndEvent} sie-wait-end - The wait is over.
 */
export class SieProblemDetails extends SieElement {
  static override readonly globalStyles = [problemDetailsStyles];

  static override properties = {
    until: { type: Number },
    reference: {},
  };

  /** End of the waiting time, in ms since the epoch; undefined for none. */
  declare until: number | undefined;
  /** Id of the request, HTTP status or error code. */
  declare reference: string | undefined;

  /** Text of the waiting time at its start. */
  private announced = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Whole seconds left. */
  private get seconds(): number {
    return Math.max(0, Math.ceil(((this.until ?? 0) - Date.now()) / 1000));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('until')) this.announced = waitText(this.seconds);
  }

  protected override render(): TemplateResult {
    return html`${this.until ? this.wait() : nothing}${this.reference ? reference(this.reference) : nothing}`;
  }

  private wait(): TemplateResult {
    const { announced, seconds } = this;
    if (seconds === 0) return html`<p class="sie-wait">${msg('You can try again now.', { id: 'sie.wait.over' })}</p>`;
    // The countdown is hidden from screen readers: inside an alert they would announce it every second.
    return html`<p class="sie-wait">
      <span class="sie-visually-hidden">${announced}</span><span aria-hidden="true">${waitText(seconds)}</span>
    </p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    clearTimeout(this.timer);
    if (!this.until) return;
    if (this.seconds > 0) this.timer = setTimeout(() => this.requestUpdate(), 1000);
    // Not when `until` was set to a time in the past.
    else if (!changed.has('until')) this.end();
  }

  /** Updates the elements around it, whose buttons can be used again. */
  private end(): void {
    for (let around = this.parentElement; around; around = around.parentElement) {
      if (around instanceof SieElement) around.requestUpdate();
    }
    this.dispatchEvent(new SieWaitEndEvent());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
}

/** "Try again in 2 minutes": whole seconds below a minute, whole minutes below an hour. */
function waitText(seconds: number): string {
  const [count, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds <= 59 * 60
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  const time = new Intl.NumberFormat(intlLanguage(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return interpolate(msg('Try again in {{time}}.', { id: 'sie.wait.text' }), { time });
}

/** A reference for support. One click selects all of it, and page translators leave it alone. */
export function reference(text: string): TemplateResult {
  return html`<p class="sie-reference">
    ${interpolateTags(
      msg('Reference for support: <reference></reference>', { id: 'sie.problem.reference' }),
      {},
      { reference: () => html`<code dir="ltr" translate="no">${text}</code>` },
    )}
  </p>`;
}

define('sie-problem-details', SieProblemDetails);
