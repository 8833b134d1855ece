import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SieElement } from '../elements/element.ts';
import { link } from '../elements/templates/link.ts';
import { notice } from '../elements/templates/notice.ts';
import { type HeadingLevel, pageHeader, type PageHeaderOptions } from '../elements/templates/page.ts';
import type { FieldName, Flow, FlowState, Problem, Step, StepName, StepOf } from '../flow/index.ts';
import { intlLanguage } from '../localization/language.ts';
import { offlineText } from '../localization/offline-words.ts';
import type { problemText } from '../localization/problem-words.ts';

/** Elements that hold the input of each field; none has the `name` of its input, which scripts look for. */
const fieldElements: Readonly<Record<FieldName, string>> = {
  identifier: 'sie-identifier-field',
  password: 'sie-password-field',
  newPassword: '[data-field="newPassword"]',
  confirmPassword: '[data-field="confirmPassword"]',
  code: 'sie-code-field',
};

/** Base of every screen: shows one step, sends what the person did. */
export abstract class SieScreen<Name extends StepName> extends SieElement {
  static override properties = {
    flow: { attribute: false },
    state: { attribute: false },
    logo: { attribute: false },
    level: { attribute: false },
    theme: { attribute: false },
    problemText: { attribute: false },
  };

  declare flow: Flow;
  declare state: FlowState;
  /** Address of the tenant's logo for the theme shown. */
  declare logo: string | undefined;
  /** Level of the heading; where nobody says which it is the page's own. */
  declare level: HeadingLevel | undefined;
  declare theme: 'light' | 'dark';
  /** Puts problems and news into words; there before the first is. */
  declare problemText: typeof problemText | undefined;

  /** Title of the page and heading of the screen. */
  abstract get heading(): string;

  /** Head of the screen. */
  protected header(options: Pick<PageHeaderOptions, 'description' | 'back'>): TemplateResult {
    const { heading: title, titleId: id, logo, level } = this;
    return pageHeader({ title, id, logo, level, ...options });
  }

  protected get step(): StepOf<Name> {
    return this.state.step as StepOf<Name>;
  }

  /** Nothing may be pressed: a command runs, or the browser is leaving. */
  get waiting(): boolean {
    return this.state.status !== 'idle';
  }

  /** Whether this command is what the person waits for. */
  protected doing(command: string): boolean {
    return this.waiting && this.state.doing?.command === command;
  }

  /** What to say beside a field; '' when nothing is wrong with it. */
  protected errorOf(field: FieldName): string {
    const { problem } = this.state;
    return problem?.field === field ? this.wordsOf(problem) : '';
  }

  /** What to say about the whole step. It stands below what is pressed, which it must not move. */
  protected noticePart(): TemplateResult | typeof nothing {
    const { notice: said } = this.state;
    // A success notice is not shown without text.
    if (!said || (said.tone !== 'danger' && !this.problemText)) return nothing;
    return notice({ tone: said.tone, text: this.problemText?.(said, true) ?? offlineText() });
  }

  /** What a button needs to know that runs a command: whether it does, must wait for another, or for the server to take it again. */
  protected pressable(command: string) {
    return { busy: this.doing(command), disabled: this.waiting, held: this.held(command) };
  }

  /** Set while the server wants no more of a command: what the command was about, else its name. */
  held(command: string): string | undefined {
    const { wait } = this.state.notice ?? {};
    return wait?.command === command && wait.until > Date.now() ? (wait.target ?? command) : undefined;
  }

  /** Where a captcha may draw its widget, above the button that asks for it. */
  protected captchaBox(): TemplateResult | typeof nothing {
    return this.flow.settings.captchaPolicy.enabled ? html`<div class="sie-captcha" hidden></div>` : nothing;
  }

  /** A line of small print with something to press in it. */
  protected line(label: string, press: () => void, before = ''): TemplateResult {
    return html`<p class="sie-small">${before} ${link({ label, press, disabled: this.waiting })}</p>`;
  }

  /** A line that leads to another screen. `replace`: this one does not stay in the history. */
  protected linkTo(step: Step, label: string, { before = '', replace = false } = {}): TemplateResult {
    return this.line(label, () => void this.flow.do.goTo({ step, replace }), before);
  }

  private wordsOf(problem: Problem): string {
    return this.problemText?.(problem) ?? offlineText();
  }

  protected readonly locale = () => intlLanguage();

  /** Moves focus to where the person can go on. @returns whether that is the heading, which is read then */
  focusStart(): boolean {
    const fine = matchMedia('(hover: hover) and (pointer: fine)').matches;
    const start = fine ? this.querySelector<HTMLElement>('[data-start]') : null;
    (start ?? this.querySelector<HTMLElement>('.sie-title'))?.focus({ preventScroll: true });
    return !start;
  }

  private focused: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.noteFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focusin', this.noteFocus);
  }

  private readonly noteFocus = ({ target }: Event): void => {
    if (target instanceof HTMLElement) this.focused = target;
  };

  /** Complete when the elements inside are. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    for (const element of this.querySelectorAll('*')) if (element instanceof SieElement) await element.updateComplete;
    return complete;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('state');
    if (!before) return;
    const { problem, notice: said, status } = this.state;
    void this.updateComplete.then(() => {
      if (problem && problem !== before.problem) this.querySelector<HTMLElement>(fieldElements[problem.field])?.focus();
      // A button that was pressed was disabled and lost the focus: the person goes on from there.
      else if (status === 'idle' && before.status !== 'idle' && document.activeElement === document.body) this.focused?.focus();
      if (said && said !== before.notice) this.querySelector('.sie-notice')?.scrollIntoView({ block: 'nearest' });
    });
  }
}
