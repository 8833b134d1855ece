import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { divider } from '../elements/templates/page.ts';
import type { SignInOptions } from '../flow/index.ts';
import { msg } from '../localization/messages.ts';
import { lazy } from '../shared/lazy.ts';
import { connectorList, localizedConnectorName, termsCheckbox, termsFooter } from './form-parts.ts';
import { type FormAction, identifierForm, type IdentifierFormOptions, submitButton } from './identifier-form.ts';
import type { SieScreen } from './screen.ts';
import type { SsoLookupController } from './sso-lookup-controller.ts';

const loadSsoLookup = lazy(() => import('./sso-lookup-controller.ts'));

export interface FirstScreenOptions extends Omit<IdentifierFormOptions, 'initial' | 'content' | 'button' | 'notice'> {
  readonly action: FormAction;
  readonly terms: SignInOptions['terms'];
  /** Fields below the identifier. */
  readonly fields: unknown;
  /** Line that leads to another screen. */
  readonly otherScreen: unknown;
}

/** Content that the sign-in and the register screen share: identifier form, social buttons, SSO, terms. */
export class FirstScreenController implements ReactiveController {
  private sso: SsoLookupController | undefined;
  /** A social button was the last thing pressed. */
  private hasChosenProvider = false;

  constructor(private readonly screen: SieScreen<'sign-in' | 'register'>) {
    screen.addController(this);
  }

  hostUpdate(): void {
    if (this.screen.isBusy) this.hasChosenProvider = this.screen.isPending('startSocial');
  }

  hostUpdated(): void {
    if (!this.screen.hasUpdated && this.screen.flow.options.sso) void this.startSsoLookup();
  }

  /** Without it, enterprise SSO is looked up when the form is submitted. */
  private async startSsoLookup(): Promise<void> {
    const late = await loadSsoLookup.optional();
    this.sso = late && new late.SsoLookupController(this.screen);
    this.screen.requestUpdate();
  }

  /** An SSO connector covers the address that was entered: there is no other way in. */
  get isSsoRequired(): boolean {
    return this.sso?.found ?? false;
  }

  render(options: FirstScreenOptions): TemplateResult {
    const { screen, isSsoRequired } = this;
    const { connectors, sso } = screen.flow.options;
    const hasForm = options.types.length > 0;
    const hasOthers = !screen.step.focused && !isSsoRequired;
    const hasSocial = hasOthers && connectors.length > 0;
    const hasSso = hasOthers && sso;
    const hasMore = hasForm || hasSocial;
    const description = hasMore || hasSso ? undefined : nothingOffered();
    // A notice stands below what was pressed last: the button of the form, or the social buttons.
    const isNoticeInForm = hasForm && !this.hasChosenProvider;
    return html`${screen.header({ description })}
    ${hasForm ? this.form(options, isNoticeInForm) : termsCheckbox(screen, options.terms)}
    ${hasForm && hasSocial ? divider(msg('or', { id: 'description.or' })) : nothing} ${hasSocial ? this.social() : nothing}
    ${isNoticeInForm ? nothing : screen.noticePart()} ${hasSso ? this.ssoLink(!hasMore) : nothing}
    ${isSsoRequired ? nothing : options.otherScreen} ${termsFooter(screen, options.terms)}`;
  }

  private form(options: FirstScreenOptions, isNoticeInForm: boolean): TemplateResult {
    const { screen, sso } = this;
    return identifierForm(screen, {
      ...options,
      initial: screen.flow.options.knownIdentifier(options.types),
      content: [sso?.note(), options.fields, termsCheckbox(screen, options.terms), screen.captchaBox()],
      button: sso?.found ? sso.button() : submitButton(screen, options.action),
      notice: isNoticeInForm ? screen.noticePart() : nothing,
      send: (identifier, element) => (this.sso?.submit(identifier) ? undefined : options.send(identifier, element)),
    });
  }

  private ssoLink(isOnlyWay: boolean): TemplateResult {
    const { screen } = this;
    // Two phrases in a row, because that is what the server translates; a sentence of our own would be English in most languages.
    const label = msg('Single Sign-On', { id: 'action.single_sign_on' });
    const press = (): void => void screen.flow.do.goTo({ step: { name: 'single-sign-on' }, replace: false });
    return isOnlyWay
      ? button({ type: 'button', label, disabled: screen.isBusy, press })
      : screen.linkLine(label, press, msg('Use', { id: 'description.use' }));
  }

  private social(): TemplateResult {
    const { screen } = this;
    const connectors = screen.flow.options.connectors.map(({ id, target, name, logo, logoDark }) => ({
      id,
      target,
      logo,
      logoDark,
      name: localizedConnectorName(name, target, screen.locale()),
    }));
    return connectorList(screen, connectors, 'startSocial');
  }
}

const nothingOffered = (): string =>
  msg('No way to sign in is set up here. Ask the administrator of the app.', { id: 'sie.sign_in.nothing_offered' });
