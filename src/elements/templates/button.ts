import { html, nothing, type TemplateResult } from 'lit';

/** Variants: one primary button on a screen; `text` for the least prominent action. */
export const buttonVariants = ['primary', 'secondary', 'text'] as const;

/** Options of `button`. */
export interface ButtonOptions {
  label: string;
  /** @default 'submit' */
  type?: 'submit' | 'button';
  /** @default 'primary' */
  variant?: (typeof buttonVariants)[number];
  /** Waiting for a response: disabled at once, spinner after 300 ms in place of the icon, same width and name. */
  busy?: boolean;
  disabled?: boolean;
  /** Cannot be used for a while; the reason is shown beside it. `aria-disabled` only, so it keeps the focus, and pressing it announces the reason again. */
  held?: string | boolean | undefined;
  /** Shown at the start: an `icon(…)` or an image of 20 px. */
  icon?: unknown;
  /** Accessible name, when it says more than the label; must contain the label (WCAG 2.5.3). */
  accessibleName?: string | undefined;
  /** Action of a `type: 'button'`; submit buttons act through their form. */
  press?: (event: MouseEvent) => void;
}

/**
 * A button.
 *
 * CSS: `.sie-button` with `[data-variant]` and `[data-state="busy"]`; inside `.sie-button-icon` and `.sie-button-label`.
 */
export function button(options: ButtonOptions): TemplateResult {
  const { type = 'submit', variant = 'primary', busy = false } = options;
  return html`<button
    class="sie-button"
    type=${type}
    data-variant=${variant}
    data-state=${busy ? 'busy' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    aria-label=${options.accessibleName ?? nothing}
    aria-disabled=${options.held ? 'true' : nothing}
    ?disabled=${busy || (options.disabled ?? false)}
    @click=${options.press ?? nothing}
  >
    ${options.icon ? html`<span class="sie-button-icon">${options.icon}</span>` : nothing}
    <span class="sie-button-label">${options.label}</span>
  </button>`;
}
