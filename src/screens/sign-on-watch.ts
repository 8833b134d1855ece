import { html, type ReactiveController, type TemplateResult } from 'lit';
import '../elements/field-note/define.ts';
import type { SieIdentifierField } from '../elements/identifier-field/identifier-field.ts';
import type { CommandInput, StepName } from '../flow/index.ts';
import { msg } from '../localization/words.ts';
import type { SieScreen } from './screen.ts';
import { signOnButton } from './sign-on-button.ts';

/** How long nothing must be typed before an address counts as written, in ms. */
const pause = 300;

/**
 * Finds out while somebody types whether their company signs them in itself: then there is no other way in, and the screen offers
 * none. It has an identifier field in a form; asks `found` for what to leave out; shows `note()` below the field and `button()`
 * in place of its own; and hands what is submitted to `take` first.
 */
export class SignOnWatch implements ReactiveController {
  private covered: string | undefined;
  private looking = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly screen: SieScreen<StepName>) {
    screen.addController(this);
  }

  /** The address that stands in the field is one of a company with a sign-on of its own. */
  get found(): boolean {
    return this.covered !== undefined;
  }

  hostConnected(): void {
    this.screen.addEventListener('input', this.follow);
    // What was filled in beforehand is as good as typed.
    void this.look();
  }

  hostDisconnected(): void {
    this.screen.removeEventListener('input', this.follow);
    this.forget();
  }

  /** The password may have gone while somebody was in it: on to what is left to press. */
  hostUpdated(): void {
    if (!this.found || !this.screen.querySelector('sie-password-field :focus')) return;
    this.screen.querySelector<HTMLElement>('button[type=submit]')?.focus();
  }

  /** Says it, below the identifier field. */
  note(): TemplateResult {
    const isQuiet = !this.found || this.screen.state.problem !== undefined;
    const words = msg('Single Sign-On is enabled for this account', { id: 'description.single_sign_on_enabled' });
    return html`<sie-field-note .text=${isQuiet ? '' : words}></sie-field-note>`;
  }

  button(): TemplateResult {
    const { status, doing } = this.screen.state;
    const disabled = status !== 'idle';
    return signOnButton({ disabled, busy: disabled && doing?.command === 'submitSsoEmail' });
  }

  /** Submits the address to its company's sign-on; false where it has none, and the screen goes on as ever. */
  take(identifier: CommandInput<'submitSsoEmail'>['identifier']): boolean {
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
    const signOns = await this.screen.flow.findSignOns(identifier.value, signal);
    if (signal.aborted || signOns.length === 0) return;
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
