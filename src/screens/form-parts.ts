/** Parts that the forms of several screens share. */
import { html, nothing, type TemplateResult } from 'lit';
import { link } from '../elements/templates/link.ts';
import { termsLine, termsSentence } from '../elements/templates/terms.ts';
import type { Identifier, SignInOptions, StepName } from '../flow/index.ts';
import { msg } from '../localization/messages.ts';
import type { SieScreen } from './screen.ts';
import type { SieConnectorChooseEvent, SocialChoice } from '../elements/social-buttons/social-buttons.ts';
import { isBlank } from '../shared/characters.ts';
import { closestLanguage } from '../shared/language-tag.ts';

/**
 * Value of the form's input of this name, '' when there is none. Read at submit, since autofill may fill without an event, and from
 * the input, since `FormData` of our forms is empty.
 */
export function formValue(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
}

/**
 * Link to the password reset; `undefined` where the tenant has none.
 * @param identifier what is known of the identifier so far; called when the link is pressed
 */
export function forgotPasswordLink(
  { flow, isBusy }: SieScreen<StepName>,
  identifier: () => Identifier | undefined | Promise<Identifier | undefined>,
): TemplateResult | undefined {
  if (flow.options.recovery.length === 0) return undefined;
  const press = async () => {
    const known = await identifier();
    await flow.do.goTo({ step: { name: 'forgot-password', ...(known && { identifier: known }) } });
  };
  return link({
    label: msg('Forgot your password?', { id: 'action.forgot_password' }),
    press: () => void press(),
    disabled: isBusy,
  });
}

/** Checkbox to agree to the terms, where these are to be ticked. */
export function termsCheckbox(screen: SieScreen<StepName>, terms: SignInOptions['terms']): TemplateResult | typeof nothing {
  const { flow, state, isBusy } = screen;
  if (terms !== 'checkbox') return nothing;
  return html`<sie-terms-checkbox
    .termsOfUseUrl=${flow.settings.termsOfUseUrl}
    .privacyPolicyUrl=${flow.settings.privacyPolicyUrl}
    .checked=${state.agreed}
    ?disabled=${isBusy}
    @change=${(event: Event) => flow.setAgreed((event.target as HTMLInputElement).checked)}
  ></sie-terms-checkbox>`;
}

/** The terms below everything else: as a sentence or as links. */
export function termsFooter({ flow }: SieScreen<StepName>, terms: SignInOptions['terms']): TemplateResult | typeof nothing {
  if (terms === 'sentence') return termsSentence(flow.settings);
  return terms === 'links' ? termsLine(flow.settings) : nothing;
}

/** Buttons for connectors; pressing one runs the command. */
export function connectorList(
  screen: SieScreen<StepName>,
  connectors: readonly SocialChoice[],
  command: 'startSocial' | 'startSso',
): TemplateResult {
  const { flow, theme, isBusy } = screen;
  return html`<sie-social-buttons
    .connectors=${connectors}
    .theme=${theme}
    .busyId=${screen.isPending(command) ? screen.state.pending?.target : undefined}
    .heldId=${screen.heldTarget(command)}
    ?disabled=${isBusy}
    @sie-connector-choose=${({ connectorId }: SieConnectorChooseEvent) => void flow.do[command]({ connectorId })}
  ></sie-social-buttons>`;
}

/**
 * A connector's name in the language of the page, else in English, else in the first language it has a name in, else its target
 * (e.g. `google`). A name in another script than the page's is not used for it.
 */
export function localizedConnectorName(names: Readonly<Record<string, string>>, target: string, language: string): string {
  const tags = Object.keys(names).filter((tag) => !isBlank(names[tag] ?? ''));
  const tag = closestLanguage(tags, language) ?? closestLanguage(tags, 'en') ?? tags[0] ?? '';
  return names[tag] ?? target;
}
