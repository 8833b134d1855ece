import { html, type ReactiveController, type TemplateResult } from 'lit';
import '../elements/field-note/field-note.ts';
import type { SieIdentifierField } from '../elements/identifier-field/identifier-field.ts';
import { button } from '../elements/templates/button.ts';
import type { CommandInput, StepName } from '../flow/index.ts';
import { msg } from '../localization/messages.ts';
import type { SieScreen } from './screen.ts';

/** Time without input before the address is looked up, in ms. */
const pause = 300;

/**
 * Looks up enterprise SSO while an email address is typed: an address that a connector covers has no other way in, and the screen
 * offers none. The screen has an identifier field in a form; it leaves out other ways in while `found`, shows `note()` below the
 * field and `button()` in place of its own, and calls `submit` before its own command.
 */
export class SsoLookupController implements ReactiveController {
  private covered: string | undefined;
  private looking = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly screen: SieScreen<StepName>) {
    screen.addController(this);
  }

  /** An SSO connector covers the address in the field. */
  get found(): boolean {
    return this.covered !== undefined;
  }

  hostConnected(): void {
    this.screen.addEventListener('input', this.follow);
    // The field may be filled in already.
    void this.look();
  }

  hostDisconnected(): void {
    this.screen.removeEventListener('input', this.follow);
    this.forget();
  }

  /** Hiding the password field loses the focus in it: move it to the button that is left. */
  hostUpdated(): void {
    if (!this.found || !this.screen.querySelector('sie-password-field :focus')) return;
    this.screen.querySelector<HTMLElement>('button[type=submit]')?.focus();
  }

  /** Says that the address is covered; below the identifier field. */
  note(): TemplateResult {
    const isQuiet = !this.found || this.screen.state.problem !== undefined;
    const words = msg('Single Sign-On is enabled for this account', { id: 'description.single_sign_on_enabled' });
    return html`<sie-field-note .text=${isQuiet ? '' : words}></sie-field-note>`;
  }

  button(): TemplateResult {
    const { status, pending } = this.screen.state;
    const disabled = status !== 'idle';
    return ssoButton({ disabled, busy: disabled && pending?.command === 'submitSsoEmail' });
  }

  /** Submits the address to its SSO connector; false where none covers it. */
  submit(identifier: CommandInput<'submitSsoEmail'>['identifier']): boolean {
    if (identifier.value !== this.covered) {
      this.forget();
      return false;
    }
    void this.screen.flow.do.submitSsoEmail({ identifier });
    return true;
  }

  private readonly follow = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'identifier') return;
    this.forget();
    this.timer = setTimeout(() => void this.look(), pause);
  };

  private async look(): Promise<void> {
    const { signal } = (this.looking = new AbortController());
    const identifier = await this.screen.querySelector<SieIdentifierField>('sie-identifier-field')?.read({ peek: true });
    if (identifier?.type !== 'email' || !identifier.valid || signal.aborted) return;
    const connectors = await this.screen.flow.findSsoConnectors(identifier.value, signal);
    if (signal.aborted || connectors.length === 0) return;
    this.covered = identifier.value;
    this.screen.requestUpdate();
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.looking.abort();
    if (!this.found) return;
    this.covered = undefined;
    this.screen.requestUpdate();
  }
}

/** Button that submits an email address to its enterprise SSO connector. */
export function ssoButton(state: {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly held?: string | undefined;
}): TemplateResult {
  return button({
    ...state,
    label: msg('Single Sign-On', { id: 'action.single_sign_on' }),
    icon: html`<svg class="sie-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M6.5 8.5v-2a3.5 3.5 0 0 1 7 0v2m-8 0h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z"></path>
    </svg>`,
  });
}
