import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SieElement } from '../elements/element.ts';
import { link } from '../elements/templates/link.ts';
import { type HeadingLevel, notice, pageHeader, type PageHeaderOptions } from '../elements/templates/page.ts';
import type { FieldName, Flow, FlowState, Problem, Step, StepName, StepOf } from '../flow/index.ts';
import { intlLanguage } from '../localization/language.ts';
import { chunkMissingText } from '../localization/messages.ts';
import type { problemText } from '../localization/problem-messages.ts';

/** Selector of the element of each field. Not by `name`, which belongs to the input inside. */
const fieldElements: Readonly<Record<FieldName, string>> = {
  identifier: 'sie-identifier-field',
  password: 'sie-password-field',
  newPassword: '[data-field="newPassword"]',
  confirmPassword: '[data-field="confirmPassword"]',
  code: 'sie-code-field',
};

/** Base of every screen: shows one step and sends what the person did. Helper functions take the screen as a parameter. */
export abstract class SieScreen<Name extends StepName> extends SieElement {
  static override properties = {
    flow: { attribute: false },
    state: { attribute: false },
    logo: { attribute: false },
    level: { attribute: false },
    theme: { attribute: false },
    problemText: { attribute: false },
    reading: { state: true },
  };

  declare flow: Flow;
  declare state: FlowState;
  /** Address of the tenant's logo for the theme shown. */
  declare logo: string | undefined;
  /** Level of the heading; `<h1>` when undefined. */
  declare level: HeadingLevel | undefined;
  declare theme: 'light' | 'dark';
  /** Puts problems and notices into words; loaded before the first one is shown. */
  declare problemText: typeof problemText | undefined;

  /** The input is being read, before a command runs. */
  declare reading: boolean;

  constructor() {
    super();
    this.reading = false;
  }

  /** Title of the page and heading of the screen. */
  abstract get heading(): string;

  /** Head of the screen. */
  header(options: Pick<PageHeaderOptions, 'description' | 'back'>): TemplateResult {
    const { heading: title, titleId: id, logo, level } = this;
    return pageHeader({ title, id, logo, level, ...options });
  }

  get step(): StepOf<Name> {
    return this.state.step as StepOf<Name>;
  }

  /** Nothing may be pressed: a form is being read, a command runs, or the browser is leaving. */
  get isBusy(): boolean {
    return this.reading || this.state.status !== 'idle';
  }

  /** Whether this command is what the person waits for. */
  isPending(command: string): boolean {
    return this.isBusy && this.state.pending?.command === command;
  }

  /** Error text of a field; '' when it has none. */
  errorOf(field: FieldName): string {
    const { problem } = this.state;
    return problem?.field === field ? this.wordsOf(problem) : '';
  }

  /** Notice about the whole step. Rendered below the button that caused it, so that the button does not move. */
  noticePart(): TemplateResult | typeof nothing {
    const { notice: said } = this.state;
    // A success notice is not shown without text.
    if (!said || (said.tone !== 'danger' && !this.problemText)) return nothing;
    return notice({ tone: said.tone, text: this.problemText?.(said, true) ?? chunkMissingText() });
  }

  /** State of the button that runs a command: running, disabled while another one runs, held while the server refuses the command. */
  buttonState(command: string) {
    return { busy: this.isPending(command), disabled: this.isBusy, held: this.heldTarget(command) };
  }

  /** Target of a command that the server refuses for a time (a connector id), or the name of the command; undefined otherwise. */
  heldTarget(command: string): string | undefined {
    const { wait } = this.state.notice ?? {};
    return wait?.command === command && wait.until > Date.now() ? (wait.target ?? command) : undefined;
  }

  /** Container for a captcha's widget, above the button whose command needs it. */
  captchaBox(): TemplateResult | typeof nothing {
    return this.flow.settings.captchaPolicy.enabled ? html`<div class="sie-captcha" hidden></div>` : nothing;
  }

  /** A line of small text with a button that looks like a link. */
  linkLine(label: string, press: () => void, before = ''): TemplateResult {
    return html`<p class="sie-small">${before} ${link({ label, press, disabled: this.isBusy })}</p>`;
  }

  /** A line with a link to another step. `replace`: the current step is removed from the history. */
  linkTo(step: Step, label: string, { before = '', replace = false } = {}): TemplateResult {
    return this.linkLine(label, () => void this.flow.do.goTo({ step, replace }), before);
  }

  private wordsOf(problem: Problem): string {
    return this.problemText?.(problem) ?? chunkMissingText();
  }

  readonly locale = () => intlLanguage();

  /** Moves the focus to the first field, or to the heading. @returns whether that is the heading, which screen readers then read */
  focusStart(): boolean {
    const fine = matchMedia('(hover: hover) and (pointer: fine)').matches;
    const start = fine ? this.querySelector<HTMLElement>('[data-start]') : null;
    (start ?? this.querySelector<HTMLElement>('.sie-title'))?.focus({ preventScroll: true });
    return !start;
  }

  private focused: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.rememberFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focusin', this.rememberFocus);
  }

  private readonly rememberFocus = ({ target }: Event): void => {
    if (target instanceof HTMLElement) this.focused = target;
  };

  /** Complete when the elements inside are complete. */
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
      // The pressed button was disabled meanwhile and lost the focus: give it back.
      else if (status === 'idle' && before.status !== 'idle' && document.activeElement === document.body) this.focused?.focus();
      if (said && said !== before.notice) this.querySelector('.sie-notice')?.scrollIntoView({ block: 'nearest' });
    });
  }
}
