import { html, type TemplateResult } from 'lit';
import type { SieIdentifierField } from '../elements/identifier-field/identifier-field.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import type { CommandName, KnownIdentifier, SignInOptions, StepName } from '../flow/index.ts';
import type { ReadIdentifier } from '../shared/read-identifier.ts';
import type { SieScreen } from './screen.ts';

/** What a form does: the label of its button, and the command that sends it. */
export interface FormAction {
  readonly label: string;
  readonly command: CommandName;
}

export interface IdentifierFormOptions {
  /** Identifiers that the form takes. */
  readonly types: SignInOptions['types'];
  /** `sign-in`: an existing identifier is entered; `register`: a new one. */
  readonly purpose: SieIdentifierField['purpose'];
  /** Filled in before the person types. */
  readonly initial: KnownIdentifier | undefined;
  /** Requirements for the identifier; '' for none. */
  readonly hint: string;
  /** The form has a password field too. */
  readonly hasPassword: boolean;
  /** The identifier takes the focus when the screen appears. */
  readonly takesFocus: boolean;
  /** Between the identifier field and the button. */
  readonly content: unknown;
  readonly button: TemplateResult;
  readonly notice: unknown;
  readonly send: (identifier: ReadIdentifier, form: HTMLFormElement) => unknown;
}

/** A form that asks for an identifier. Reading one may take a moment: what reads phone numbers is loaded on demand. */
export function identifierForm(screen: SieScreen<StepName>, options: IdentifierFormOptions): TemplateResult {
  const submit = async (element: HTMLFormElement): Promise<void> => {
    if (screen.isBusy) return;
    screen.reading = true;
    const identifier = await readIdentifier(screen);
    screen.reading = false;
    if (identifier) options.send(identifier, element);
  };
  const content = html`<sie-identifier-field
      .types=${options.types}
      .purpose=${options.purpose}
      .initial=${options.initial}
      .locale=${screen.locale()}
      .keepsCode=${options.hasPassword}
      .hint=${options.hint}
      .error=${screen.errorOf('identifier')}
      ?readonly=${screen.isBusy}
      ?data-start=${options.takesFocus}
      required
    ></sie-identifier-field>
    ${options.content} ${options.button} ${options.notice}`;
  return form({ content, submit, input: () => screen.flow.dismiss() });
}

/** The usual button of an identifier form. */
export function submitButton(screen: SieScreen<StepName>, { label, command }: FormAction): TemplateResult {
  const state = screen.buttonState(command);
  return button({ ...state, label, busy: screen.reading || state.busy });
}

/** Reads the identifier field of the screen. */
export async function readIdentifier(screen: SieScreen<StepName>): Promise<ReadIdentifier | undefined> {
  return screen.querySelector<SieIdentifierField>('sie-identifier-field')?.read();
}
