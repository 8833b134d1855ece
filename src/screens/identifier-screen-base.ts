import { html, nothing, type TemplateResult } from 'lit';
import type { SieIdentifierField } from '../elements/identifier-field/identifier-field.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { termsLine, termsSentence } from '../elements/templates/terms.ts';
import type { CommandInput, KnownIdentifier, Offer, StepName } from '../flow/index.ts';
import { SieScreen } from './screen.ts';
import type { SignOnWatch } from './sign-on-watch.ts';

/** What an identifier field reads. */
export type TypedIdentifier = CommandInput<'submitIdentifier'>['identifier'];

/** What a form does: the words of its button, and the command that sends it. */
export interface Deed {
  readonly label: string;
  readonly command: string;
}

/** Base of the screens with a form that asks for an identifier. */
export abstract class SieIdentifierScreen<Name extends StepName> extends SieScreen<Name> {
  protected readonly purpose: SieIdentifierField['purpose'] = 'register';

  /** Where somebody's company may sign them in itself; there once it has been fetched. */
  protected signOn: SignOnWatch | undefined;

  /** Identifiers that the form takes. */
  protected abstract get types(): Offer['types'];
  protected abstract get deed(): Deed;
  protected abstract send(identifier: TypedIdentifier, form: HTMLFormElement): Promise<void>;

  /** Filled in before the person types. */
  protected get known(): KnownIdentifier | undefined {
    return this.flow.offer.knownIdentifier(this.types);
  }

  /** How the screen speaks of the terms. */
  protected terms(): Offer['terms'] {
    return 'none';
  }

  /** What an identifier must be like. */
  protected hint(): string {
    return '';
  }

  /** A password is asked for in the same form. */
  protected asksPassword(): boolean {
    return false;
  }

  /** The identifier is what the person fills in first. */
  protected startsHere(): boolean {
    return true;
  }

  /** What stands between the identifier and the button. */
  protected more(): unknown {
    return nothing;
  }

  protected form(): TemplateResult {
    const content = html`<sie-identifier-field
        .types=${this.types}
        .purpose=${this.purpose}
        .initial=${this.known}
        .locale=${this.locale()}
        .keepsCode=${this.asksPassword()}
        .hint=${this.hint()}
        .error=${this.errorOf('identifier')}
        ?readonly=${this.waiting}
        ?data-start=${this.startsHere()}
        required
      ></sie-identifier-field>
      ${this.signOn?.note()} ${this.more()} ${this.signOn?.found ? this.signOn.button() : this.button()} ${this.noticePart()}`;
    return form({ content, submit: this.submit, input: () => this.flow.dismiss() });
  }

  /** Sends the form. */
  protected button(): TemplateResult {
    const { label, command } = this.deed;
    const state = this.pressable(command);
    return button({ ...state, label, busy: this.reading || state.busy });
  }

  protected termsBox(): TemplateResult | typeof nothing {
    const { flow, state } = this;
    if (this.terms() !== 'checkbox') return nothing;
    return html`<sie-terms-checkbox
      .termsOfUseUrl=${flow.settings.termsOfUseUrl}
      .privacyPolicyUrl=${flow.settings.privacyPolicyUrl}
      .checked=${state.agreed}
      ?disabled=${this.waiting}
      @change=${(event: Event) => flow.setAgreed((event.target as HTMLInputElement).checked)}
    ></sie-terms-checkbox>`;
  }

  protected termsFooter(): TemplateResult | typeof nothing {
    const { settings } = this.flow;
    if (this.terms() === 'sentence') return termsSentence(settings);
    return this.terms() === 'links' ? termsLine(settings) : nothing;
  }

  /** What stands in the identifier field. */
  protected async readIdentifier(): Promise<TypedIdentifier | undefined> {
    return this.querySelector<SieIdentifierField>('sie-identifier-field')?.read();
  }

  /** What is needed to read a phone number may still be on its way. */
  private reading = false;

  private setReading(reading: boolean): void {
    this.reading = reading;
    this.requestUpdate();
  }

  override get waiting(): boolean {
    return this.reading || super.waiting;
  }

  private readonly submit = async (form: HTMLFormElement): Promise<void> => {
    if (this.waiting) return;
    this.setReading(true);
    const identifier = await this.readIdentifier();
    this.setReading(false);
    if (identifier && !this.signOn?.take(identifier)) await this.send(identifier, form);
  };
}
