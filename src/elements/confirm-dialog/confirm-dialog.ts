import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, SieElement } from '../element.ts';
import { button } from '../templates/button.ts';
import { confirmDialogStyles } from './confirm-dialog.styles.ts';

/** The question of a dialog was answered. Bubbles. */
export class SieDialogAnswerEvent extends Event {
  static readonly eventName = 'sie-dialog-answer';

  constructor(
    /** False for the cancel button, Esc and a click on the backdrop. */
    readonly accepted: boolean,
  ) {
    super(SieDialogAnswerEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-dialog-answer': SieDialogAnswerEvent;
  }
  interface HTMLElementTagNameMap {
    'sie-confirm-dialog': SieConfirmDialog;
  }
}

/** Texts and behaviour of a dialog. */
export interface DialogQuestion {
  title?: string | undefined;
  /** Text or template. */
  text: string | TemplateResult;
  /** Label of the confirm button. */
  confirm: string;
  /** Label of the cancel button; without it there is none. */
  cancel?: string | undefined;
  /** Whether Esc and a click on the backdrop cancel. */
  dismissible: boolean;
}

/**
 * Asks a question in a modal `<dialog>` while `question` is set, and returns the focus when it closes. The confirm button has focus
 * at first, so Enter confirms and Esc, if `dismissible`, cancels.
 *
 * CSS: `.sie-dialog` around `.sie-dialog-body` (`.sie-dialog-title`, `.sie-dialog-text`, `.sie-dialog-actions`).
 *
 * @fires {SieDialogAnswerEvent} sie-dialog-answer - Exactly once for each question. Set `question` to undefined to close.
 */
export class SieConfirmDialog extends SieElement {
  static override readonly globalStyles = [confirmDialogStyles];

  static override properties = {
    question: { attribute: false },
  };

  /** The question; undefined closes the dialog. A new object is a new question. */
  declare question: DialogQuestion | undefined;

  private answered = false;
  private pressedBackdrop = false;

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
    // The browser would focus a link in the text, which comes first.
    dialog.querySelector<HTMLElement>('.sie-dialog-actions > :last-child')?.focus();
  }

  protected override render(): TemplateResult {
    const { title, text } = this.question ?? {};
    return html`<dialog
      class="sie-dialog"
      aria-labelledby=${title ? this.titleId : `${this.uid}-text`}
      aria-describedby=${title ? `${this.uid}-text` : nothing}
      @keydown=${this.preventEscape}
      @cancel=${this.cancel}
      @close=${this.reopenOrCancel}
      @pointerdown=${this.recordPress}
      @click=${this.cancelOnBackdrop}
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

  private readonly preventEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !this.question?.dismissible) event.preventDefault();
  };

  /** A close request (Esc, a back gesture) only answers; the owner of the question closes the dialog. */
  private readonly cancel = (event: Event): void => {
    event.preventDefault();
    if (this.question?.dismissible) this.answer(false);
  };

  /** Browsers close a dialog on the second close request, even if `cancel` is prevented. */
  private readonly reopenOrCancel = (): void => {
    const { dialog, question } = this;
    if (!dialog || !question || this.answered || dialog.open) return;
    if (question.dismissible) this.answer(false);
    else dialog.showModal();
  };

  private readonly recordPress = ({ target }: Event): void => {
    this.pressedBackdrop = target === this.dialog;
  };

  /** The body fills the dialog, so a click on the dialog itself is on its backdrop. The press must begin there, too: a selection may end there. */
  private readonly cancelOnBackdrop = ({ target }: Event): void => {
    if (target === this.dialog && this.pressedBackdrop && this.question?.dismissible) this.answer(false);
  };
}

define('sie-confirm-dialog', SieConfirmDialog);
