import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { define, SieFieldElement } from '../element.ts';
import { describedBy, field } from '../templates/field.ts';
import { codeFieldStyles } from './code-field.styles.ts';
import { loadMessages, readCode } from './read-code.ts';

/** A one-time code is complete. Does not bubble and does not contain the code, since only the form of the field needs them. */
export class SieCodeCompleteEvent extends Event {
  static readonly eventName = 'sie-code-complete';

  constructor() {
    super(SieCodeCompleteEvent.eventName);
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-code-complete': SieCodeCompleteEvent;
  }
  interface HTMLElementTagNameMap {
    'sie-code-field': SieCodeField;
  }
}

/**
 * A one-time code: one real input, drawn as boxes, so that paste, SMS autofill, selection and screen readers work as in any
 * other input. Accepts digits of any script and finds the code in a longer pasted text; other characters are dropped; a digit
 * typed into a full field replaces the one after the caret. Always left to right.
 *
 * A code that was found in a longer text is a guess: it is shown for the person to check, and never announced as complete.
 *
 * Typing dispatches the native `input` event, which bubbles.
 *
 * CSS: `.sie-code` around `.sie-code-boxes` (`.sie-code-box`, each a `.sie-control`; `[data-state="active"]`) and
 * `.sie-code-input`; with `.sie-field`, `.sie-label`, `.sie-hint`, `.sie-error`.
 *
 * @fires {SieCodeCompleteEvent} sie-code-complete - Each time the last digit is entered, but not for a guess.
 */
export class SieCodeField extends SieFieldElement {
  static override readonly globalStyles = [codeFieldStyles];

  static override properties = {
    length: { type: Number },
    code: {},
    active: { state: true },
  };

  /** Number of digits. @default 6 */
  declare length: number;
  /** Enters a code as if the person had typed it, for instance one that was received by SMS. */
  declare code: string;
  /** Index of the box for the next digit; -1 while the field has no focus. */
  declare private active: number;

  /** The last code that was announced, to announce it only once, or shown as a guess, which is announced only if it is entered again. */
  private announced = '';
  private isGuess = false;

  constructor() {
    super();
    this.name = 'passcode';
    this.length = 6;
    this.code = '';
    this.active = -1;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('selectionchange', this.updateActiveBox);
    void loadMessages();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('selectionchange', this.updateActiveBox);
  }

  /** Clears the field; entering the same code again announces it again. */
  clear(): void {
    this.code = '';
    this.announced = '';
    this.isGuess = false;
    this.setText('');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('length')) this.style.setProperty('--_sie-code-length', String(this.length));
    if (!changed.has('code') || !this.code) return;
    const { code, certain } = readCode(this.code, this.length);
    this.setText(code);
    this.announce(code, certain);
  }

  protected override render(): TemplateResult {
    const { hint, error } = this;
    const id = this.inputId;
    const boxes = Array.from({ length: this.length }, (_, index) => {
      const state = index === this.active ? 'active' : nothing;
      return html`<i class="sie-control sie-code-box" data-state=${state} ?data-middle=${index * 2 === this.length}></i>`;
    });
    const control = html`<div class="sie-code" dir="ltr">
      <div class="sie-code-boxes" aria-hidden="true">${boxes}</div>
      <input
        class="sie-code-input"
        id=${id}
        name=${this.name}
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="done"
        dir="ltr"
        aria-describedby=${describedBy({ id, hint, error })}
        aria-invalid=${error ? 'true' : nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        ?required=${this.required}
        @input=${this.normalizeInput}
        @compositionend=${this.normalizeInput}
        @paste=${this.paste}
        @scroll=${this.updateActiveBox}
        @focus=${this.updateActiveBox}
        @blur=${this.updateActiveBox}
      />
    </div>`;
    return field({ id, label: this.label || msg('Verification code', { id: 'sie.code.label' }), control, hint, error });
  }

  /** Keeps only digits, at most `length`, after every input but a paste: keys, autofill, the clipboard of an on-screen keyboard. */
  private readonly normalizeInput = ({ isComposing }: Partial<InputEvent>): void => {
    const { input, length } = this;
    // Some keyboards compose full-width digits; the text must not be changed before that ends.
    if (!input || isComposing) return;
    const { value, selectionStart: caret } = input;
    const isPlain = /^\d*$/.test(value);
    if (isPlain && value.length === length + 1 && caret !== null && caret < value.length) {
      this.setText(value.slice(0, caret) + value.slice(caret + 1), caret);
    } else if (!isPlain || value.length > length) {
      const { code, certain } = readCode(value, length);
      this.setText(code);
      this.announce(code, certain);
      return;
    }
    if (input.value !== this.announced) this.announce(input.value, true);
  };

  /** A pasted code replaces everything; a pasted part is inserted at the caret. */
  private readonly paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { input, length } = this;
    const { code: pasted, certain } = readCode(event.clipboardData?.getData('text') ?? '', length);
    if (!input || input.readOnly || !pasted) return;
    const { value, selectionStart, selectionEnd } = input;
    const isWhole = pasted.length === length;
    const start = isWhole ? 0 : (selectionStart ?? value.length);
    const kept = isWhole ? '' : value.slice(selectionEnd ?? start);
    this.setText((value.slice(0, start) + pasted + kept).slice(0, length), start + pasted.length);
    if (!certain) this.announce(input.value, false);
    else if (this.isGuess) this.announced = '';
    // A prevented paste fires no input event, which listeners need; this one also calls `normalizeInput`.
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  };

  private setText(code: string, caret = code.length): void {
    const { input } = this;
    if (!input) return;
    input.value = code;
    if (input.matches(':focus')) input.setSelectionRange(caret, caret);
    this.updateActiveBox();
  }

  private announce(code: string, certain: boolean): void {
    const isNew = code !== this.announced || (certain && this.isGuess);
    this.announced = code.length < this.length ? '' : code;
    this.isGuess = !certain;
    if (this.announced && certain && isNew) this.dispatchEvent(new SieCodeCompleteEvent());
  }

  private readonly updateActiveBox = (): void => {
    const { input } = this;
    // The caret after the last digit is outside the boxes, and browsers would scroll the digits out of their boxes to show it.
    if (input) input.scrollLeft = 0;
    this.active = input?.matches(':focus') ? Math.min(input.selectionStart ?? 0, this.length - 1) : -1;
  };
}

define('sie-code-field', SieCodeField);
