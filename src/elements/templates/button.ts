import { html, nothing, type TemplateResult } from 'lit';

/** Looks of a button: one primary on a screen; text for a choice that should not compete. */
export const buttonVariants = ['primary', 'secondary', 'text'] as const;

/** Options of `button`. */
export interface ButtonOptions {
  label: string;
  /** @default 'submit' */
  type?: 'submit' | 'button';
  /** @default 'primary' */
  variant?: (typeof buttonVariants)[number];
  /** Waiting for an answer: disabled at once, spinner after 300 ms in place of the icon, same width, same name. */
  busy?: boolean;
  disabled?: boolean;
  /** Cannot be used for a while, which is said beside it. It keeps the focus, and pressing it says so again. */
  held?: string | boolean | undefined;
  /** Drawn at the start edge: an `icon(…)` or an image of 20 px. */
  icon?: unknown;
  /** Name for assistive technology where it says more than the label; must contain the label's words. */
  accessibleName?: string | undefined;
  /** What pressing a `type: 'button'` does; submit buttons act through their form. */
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
