import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../client/index.ts';
import type { SieDialogAnswerEvent } from '../elements/confirm-dialog/confirm-dialog.ts';
import { SieElement } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { brandMark, type HeadingLevel, headingLevel, notice, pageHeader } from '../elements/templates/page.ts';
import type { Flow, FlowState } from '../flow/index.ts';
import { msg } from '../localization/messages.ts';
import { browserDocumentMeta } from '../platform/browser.ts';
import { screens } from '../screens/registry.ts';
import type { SieScreen } from '../screens/screen.ts';
import { lazy } from '../shared/lazy.ts';
import { chooseLogo, type Theme } from '../theme/branding.ts';
import { theme as globalStyles } from '../theme/theme.ts';
import { applyBranding } from './apply-branding.ts';
import { SieReadyEvent, SieStepChangeEvent } from './events.ts';
import { FlowController } from './flow-controller.ts';
import type { SlowRequestController } from './slow-request-controller.ts';

/**
 * The sign-in page: fetches what the tenant set up, shows one step after the other, and sends the person back to the app.
 * Attributes are read when the element is connected, `heading-level` at any time.
 *
 * The server's own page (`routing="url"`) has its `<main>` and its `<h1>` from here. In a page of somebody else the element is a
 * region that is named by its heading.
 *
 * CSS: on the element `[data-step]` and `[data-theme]`; inside `.logto_page-container`, `.logto_main-content`,
 * `.logto_branding-header`, `.logto_signature`, and the classes of each element.
 *
 * @attr native-callbacks - Apps that a provider's answer may be handed to: schemes (`myapp:`) or whole links
 *   (`https://app.example.com/return`) with spaces between. Absent: schemes like `com.example.app:`, and `logto-callback:`.
 * @attr provider-hosts - Hosts of providers (`login.example.com`), with spaces between, that an app may send people to without a
 *   question, besides the well-known ones.
 *
 * @fires {SieReadyEvent} sie-ready - The first screen can be used.
 * @fires {SieStepChangeEvent} sie-step-change - Another step is shown.
 * @fires {SieProblemEvent} sie-problem - Something went wrong; for logs.
 * @fires {SieBeforeRedirectEvent} sie-before-redirect - Signed in, about to leave; cancelable.
 */
export class SignInExperience extends SieElement {
  static override readonly globalStyles = globalStyles;

  static override properties = {
    routing: {},
    appId: { attribute: 'app-id' },
    organizationId: { attribute: 'organization-id' },
    uiLocales: { attribute: 'ui-locales' },
    theme: {},
    headingLevel: { attribute: 'heading-level' },
    activeTheme: { state: true },
  };

  /**
   * `memory`: the element stands in somebody's page, whose address, title and icon stay as they are. `url`: the page is the
   * server's sign-in page, its address shows the step. @default 'memory'
   */
  declare routing: 'url' | 'memory';
  /** Client id of the app, for `memory` routing. @default `app_id` of the page's address */
  declare appId: string | undefined;
  /** Organization whose branding shows, for `memory` routing. */
  declare organizationId: string | undefined;
  /** Language tags with spaces between, the preferred first, for `memory` routing. */
  declare uiLocales: string | undefined;
  /** `auto` follows the system where the tenant allows the dark theme. @default 'auto' */
  declare theme: Theme | 'auto';
  /**
   * Level of the heading among those of the page around, 1 to 6, for `memory` routing; anything else counts as 2. On the
   * server's own page it is 1.
   * @default 2
   */
  declare headingLevel: string | number | undefined;
  declare private activeTheme: Theme;

  private readonly controller = new FlowController(this);
  private slowRequest: SlowRequestController | undefined;
  private screen: SieScreen<never> | undefined;
  private step: FlowState['step'] | undefined;
  /** Heading of the step just shown, for screen readers. */
  private announcement = '';

  constructor() {
    super();
    this.routing = 'memory';
    this.theme = 'auto';
    this.activeTheme = 'light';
  }

  /**
   * Applies the tenant's branding. Called by the controller.
   * @ignore
   */
  applyBranding(settings: Settings, signal: AbortSignal): void {
    const { theme, nonce } = this;
    const themeChanged = (active: Theme) => (this.activeTheme = active);
    applyBranding(this, { settings, theme, nonce, signal, themeChanged, hosted: this.routing === 'url' });
  }

  protected override willUpdate(): void {
    const { flow, displayedState: shown } = this.controller;
    const isWaiting = shown !== undefined && shown.status !== 'idle';
    if (isWaiting) void this.prepare();
    this.slowRequest?.watch(isWaiting);
    if (!flow || !shown) return;
    // A new element for each step: what was typed for one must not appear in the next.
    if (!this.screen || shown.step !== this.step) {
      this.screen = Object.assign(document.createElement(screens[shown.step.name].tag) as SieScreen<never>, { flow });
    }
    const logo = chooseLogo(flow.settings.branding, this.activeTheme);
    const { problemText } = this.controller;
    Object.assign(this.screen, { state: shown, logo, level: this.level, problemText, theme: this.activeTheme });
  }

  protected override updated(): void {
    const { displayedState: shown, failure } = this.controller;
    const { screen, step: from } = this;
    if (failure && this.routing === 'url') browserDocumentMeta().setTitle(failedTitle());
    this.step = shown?.step;
    if (!shown || !screen || shown.step === from) return;
    this.dataset['step'] = shown.step.name;
    void screen.updateComplete.then(() => {
      if (this.routing === 'url') browserDocumentMeta().setTitle(screen.heading);
      // An embedding page keeps its focus until the person interacts with the element.
      const isRead = (this.routing === 'url' || from) && screen.focusStart();
      this.announcement = from && !isRead ? screen.heading : '';
      this.requestUpdate();
      this.dispatchEvent(from ? new SieStepChangeEvent(shown.step.name, from.name) : new SieReadyEvent());
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { flow, displayedState, failure } = this.controller;
    if (failure) return this.frame(this.failed(failure));
    if (!flow || !displayedState) return nothing;
    return html`${this.frame(html`${this.screen}${this.status(flow)}`, flow.settings)} ${this.dialog(flow)}`;
  }

  private frame(content: TemplateResult, settings?: Settings): TemplateResult {
    const mark = !settings || settings.hideLogtoBranding ? nothing : brandMark();
    if (this.routing === 'url') {
      return html`<div class="logto_page-container">
        <main class="logto_main-content">${content}</main>
        ${mark}
      </div>`;
    }
    // The embedding page has its own <main>; inside a section, a footer is not taken for that of the page.
    return html`<section class="logto_page-container" aria-labelledby=${(this.controller.failure ? this : this.screen)?.titleId}>
      <div class="logto_main-content">${content}</div>
      ${mark}
    </section>`;
  }

  private dialog(flow: Flow): TemplateResult {
    return html`<sie-confirm-dialog
      .question=${this.controller.dialog?.words}
      @sie-dialog-answer=${({ accepted }: SieDialogAnswerEvent) => void flow.answer(accepted)}
    ></sie-confirm-dialog>`;
  }

  /** Live region beside the screen. */
  private status(flow: Flow): TemplateResult {
    return html`<div role="status">
      <span class="sie-visually-hidden">${this.announcement}</span>
      ${this.slowRequest?.render(() => flow.resume())}
    </div>`;
  }

  /**
   * Preloads the slow-request UI. Called by the controller once the first screen stands.
   * @ignore
   */
  async prepare(): Promise<void> {
    if (this.slowRequest) return;
    const late = await loadSlowRequest.optional();
    if (!late) return;
    this.slowRequest ??= new late.SlowRequestController(this);
    this.requestUpdate();
  }

  /** Level of the heading; undefined on the server's own page. */
  private get level(): HeadingLevel | undefined {
    return this.routing === 'url' ? undefined : headingLevel(this.headingLevel);
  }

  /** Shown when nothing could be loaded: no settings, perhaps no phrases. */
  private failed(failure: string): TemplateResult {
    return html`${pageHeader({ title: failedTitle(), id: this.titleId, level: this.level })}
      <div class="sie-form">
        ${notice({ tone: 'danger', text: failure })}
        ${button({
          type: 'button',
          label: msg('Try again', { id: 'sie.action.try_again' }),
          busy: this.controller.isBeginning,
          press: () => void this.controller.begin(),
        })}
      </div>`;
  }
}

const loadSlowRequest = lazy(() => import('./slow-request-controller.ts'));

/** Differs from the general text of the notice below ("Something went wrong"). */
const failedTitle = (): string => msg('Sign-in is not available right now', { id: 'sie.failed.title' });

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-experience': SignInExperience;
  }
}
