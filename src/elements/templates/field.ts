import { html, nothing, type TemplateResult } from 'lit';

/** Options of `field`. */
export interface FieldOptions {
  /** Id of the control; the hint's and error's ids are made from it. */
  id: string;
  label: string;
  /** The control with its box. */
  control: TemplateResult;
  /** Text or template. */
  hint?: unknown;
  error?: string;
  /** A link at the end of the error line, such as "Forgot your password?". */
  aside?: unknown;
}

/**
 * Label, control, hint and error, in the order of every field. The error element always exists, so its text causes no layout shift, and
 * screen readers announce it, because the `role="alert"` was there before the text.
 *
 * CSS: `.sie-field`, `.sie-label`, `.sie-hint`, `.sie-foot`, `.sie-error`.
 */
export function field({ id, label, control, hint = '', error = '', aside }: FieldOptions): TemplateResult {
  return html`<div class="sie-field">
    <label class="sie-label" for=${id}>${label}</label>
    ${control} ${hint ? html`<div class="sie-hint" id="${id}-hint">${hint}</div>` : nothing}
    <div class="sie-foot">
      <p class="sie-error" id="${id}-error" role="alert">${error}</p>
      ${aside ?? nothing}
    </div>
  </div>`;
}

/** Value of `aria-describedby` for the control of a `field`; `nothing` when there is neither hint nor error. */
export function describedBy({ id, hint, error }: Pick<FieldOptions, 'id' | 'hint' | 'error'>): string | typeof nothing {
  return [hint ? `${id}-hint` : '', error && `${id}-error`].filter(Boolean).join(' ') || nothing;
}
