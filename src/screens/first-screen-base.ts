import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { divider } from '../elements/templates/page.ts';
import { msg } from '../localization/words.ts';
import { connectorList } from './connector-list.ts';
import { connectorName } from './connector-name.ts';
import { SieIdentifierScreen } from './identifier-screen-base.ts';

/** What both screens to begin with are made of: a form with an identifier, social buttons, ways elsewhere, terms. */
export abstract class SieFirstScreen<Name extends 'sign-in' | 'register'> extends SieIdentifierScreen<Name> {
  /** A provider was pressed last. */
  private hasChosen = false;

  /** Fields below the identifier. */
  protected abstract fields(): unknown;
  /** The line that leads to another screen. */
  protected abstract elsewhere(): unknown;

  protected override render(): TemplateResult {
    const { offer } = this.flow;
    const hasForm = this.types.length > 0;
    // Somebody whose company signs them in itself has no other way.
    const hasOthers = !this.step.focused && !this.signOn?.found;
    const hasSocial = hasOthers && offer.connectors.length > 0;
    const hasSso = hasOthers && offer.sso;
    const hasMore = hasForm || hasSocial;
    const description = hasMore || hasSso ? undefined : nothingOffered();
    return html`${this.header({ description })} ${hasForm ? this.form() : this.termsBox()}
    ${hasForm && hasSocial ? divider(msg('or', { id: 'description.or' })) : nothing} ${hasSocial ? this.social() : nothing}
    ${this.noticePart(true)} ${hasSso ? this.sso(!hasMore) : nothing} ${this.signOn?.found ? nothing : this.elsewhere()}
    ${this.termsFooter()}`;
  }

  protected override willUpdate(): void {
    if (this.waiting) this.hasChosen = this.doing('startSocial');
  }

  /** Below what was pressed last: the button of the form, or the providers. */
  protected override noticePart(isBelowProviders = false): TemplateResult | typeof nothing {
    return isBelowProviders === (this.hasChosen || this.types.length === 0) ? super.noticePart() : nothing;
  }

  protected override firstUpdated(): void {
    if (this.flow.offer.sso) void this.watch();
  }

  /** Without it companies' sign-ons are looked for when the form is submitted. */
  private async watch(): Promise<void> {
    const late = await import('./sign-on-watch.ts').catch(() => undefined);
    this.signOn = late && new late.SignOnWatch(this);
    this.requestUpdate();
  }

  protected override more(): unknown {
    return [this.fields(), this.termsBox(), this.captchaBox()];
  }

  private sso(isOnlyWay: boolean): TemplateResult {
    // Two phrases in a row, because that is what the server translates; a sentence of our own would be English in most languages.
    const label = msg('Single Sign-On', { id: 'action.single_sign_on' });
    const press = (): void => void this.flow.do.goTo({ step: { name: 'single-sign-on' }, replace: false });
    return isOnlyWay
      ? button({ type: 'button', label, disabled: this.waiting, press })
      : this.line(label, press, msg('Use', { id: 'description.use' }));
  }

  private social(): TemplateResult {
    const connectors = this.flow.offer.connectors.map(({ id, target, name, logo, logoDark }) => ({
      id,
      target,
      logo,
      logoDark,
      name: connectorName(name, target, this.locale()),
    }));
    return connectorList(this, connectors, 'startSocial');
  }
}

const nothingOffered = (): string =>
  msg('No way to sign in is set up here. Ask the administrator of the app.', { id: 'sie.sign_in.nothing_offered' });
