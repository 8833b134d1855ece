import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { SieElement } from '../element.ts';
import { button } from '../templates/button.ts';
import { confirmDialogStyles } from './confirm-dialog.styles.ts';

/** A person answered the question of a dialog. Bubbles. */
export class SieDialogAnswerEvent extends Event {
  static readonly eventName = 'sie-dialog-answer';

  constructor(
    /** False for the cancel button, Esc and a click beside the dialog. */
    readonly accepted: boolean,
  ) {
    super(SieDialogAnswerEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-dialog-answer': SieDialogAnswerEvent;
  }
}

/** What a dialog asks; words are given, so that the dialog has none of its own. */
export interface DialogQuestion {
  title?: string | undefined;
  /** Words, or words with links. */
  text: string | TemplateResult;
  /** Words of the button that agrees. */
  confirm: string;
  /** Words of the button that declines; without it there is nothing to decline. */
  cancel?: string | undefined;
  /** Whether Esc and a click beside the dialog decline. */
  dismissible: boolean;
}

/**
 * Asks one question in a modal `<dialog>` while `question` is set, and gives focus back when it closes. The confirming button
 * has focus at first, so Enter agrees and Esc, where allowed, declines.
 *
 * CSS: `.sie-dialog` around `.sie-dialog-body` (`.sie-dialog-title`, `.sie-dialog-text`, `.sie-dialog-actions`).
 *
 * @fires {SieDialogAnswerEvent} sie-dialog-answer - Exactly once a question. Set `question` to undefined to close.
 */
export class SieConfirmDialog extends SieElement {
  static override readonly globalStyles = [confirmDialogStyles];

  static override properties = {
    question: { attribute: false },
  };

  /** The question to ask; undefined closes the dialog. A new object is a new question. */
  declare question: DialogQuestion | undefined;

  private answered = false;
  private pressedBeside = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('question')) this.answered = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('question')) return;
    const { dialog, question } = this;
    if (!dialog) return;
    if (!question) {
      dialog.close();
      return;
    }
    if (!dialog.open) dialog.showModal();
    // Links in the text come first, and would be what the browser focuses.
    dialog.querySelector<HTMLElement>('.sie-dialog-actions > :last-child')?.focus();
  }

  protected override render(): TemplateResult {
    const { title, text } = this.question ?? {};
    return html`<dialog
      class="sie-dialog"
      aria-labelledby=${title ? this.titleId : `${this.uid}-text`}
      aria-describedby=${title ? `${this.uid}-text` : nothing}
      @keydown=${this.holdEscape}
      @cancel=${this.cancel}
      @close=${this.afterClose}
      @pointerdown=${this.notePress}
      @click=${this.clickBeside}
    >
      <div class="sie-dialog-body">
        ${title ? html`<h2 class="sie-dialog-title" id=${this.titleId}>${title}</h2>` : nothing}
        <div class="sie-dialog-text" id="${this.uid}-text">${text}</div>
        <div class="sie-dialog-actions">${this.question ? this.actions(this.question) : nothing}</div>
      </div>
    </dialog>`;
  }

  private actions({ confirm, cancel }: DialogQuestion): TemplateResult {
    return html`
      ${cancel ? button({ label: cancel, type: 'button', variant: 'secondary', press: () => this.answer(false) }) : nothing}
      ${button({ label: confirm, type: 'button', press: () => this.answer(true) })}
    `;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  private answer(accepted: boolean): void {
    if (this.answered) return;
    this.answered = true;
    this.dispatchEvent(new SieDialogAnswerEvent(accepted));
  }

  private readonly holdEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !this.question?.dismissible) event.preventDefault();
  };

  /** The browser asks to close: Esc, a back gesture. Only the owner of the question closes. */
  private readonly cancel = (event: Event): void => {
    event.preventDefault();
    if (this.question?.dismissible) this.answer(false);
  };

  /** Browsers close a dialog that refused once. */
  private readonly afterClose = (): void => {
    const { dialog, question } = this;
    if (!dialog || !question || this.answered || dialog.open) return;
    if (question.dismissible) this.answer(false);
    else dialog.showModal();
  };

  private readonly notePress = ({ target }: Event): void => {
    this.pressedBeside = target === this.dialog;
  };

  /** The body fills the dialog, so what hits the dialog itself hits its backdrop; a selection dragged out of the text does not. */
  private readonly clickBeside = ({ target }: Event): void => {
    if (target === this.dialog && this.pressedBeside && this.question?.dismissible) this.answer(false);
  };
}
