import { html } from 'hono/html';
import type { QaRequest } from './qa-request.ts';

export interface Switch {
  readonly label: string;
  readonly description?: string;
  /** What a press asks of the QA API, in order. */
  readonly requests: readonly QaRequest[];
  /** Where a press leads. */
  readonly start?: string | undefined;
  /** One of several of which one holds. */
  readonly choice?: { readonly of: string; readonly isMade: boolean };
}

/** A button; `browser/landing.ts` does what it says. */
export const switchButton = ({ label, description, requests, start = '', choice }: Switch) =>
  html`<button
    type="button"
    data-requests="${JSON.stringify(requests)}"
    data-start="${start}"
    ${choice ? html`data-choice="${choice.of}" aria-pressed="${String(choice.isMade)}"` : ''}
  >
    <span>${label}${description ? html`<small>${description}</small>` : ''}</span>
  </button>`;

/** Buttons under a heading that opens and closes them. */
export const switchGroup = (title: string, switches: readonly Switch[], isOpen: boolean) =>
  html`<details class="group" ${isOpen ? 'open' : ''}>
    <summary>${title} <small>${switches.length}</small></summary>
    <div class="choices">${switches.map(switchButton)}</div>
  </details>`;
