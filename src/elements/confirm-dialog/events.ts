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
