import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import { SieFieldElement } from '../field-element.ts';
import { describedBy, field } from '../templates/field.ts';
import { codeFieldStyles } from './code-field.styles.ts';
import { loadMessages, readCode } from './read-code.ts';

/** A one-time code is complete. Does not bubble, and does not carry the code: nobody but the field's own form needs either. */
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
}

/**
 * A one-time code: one real input, drawn as boxes, so that paste, SMS autofill, selection and screen readers work as in any
 * other input. Digits of any script and codes inside a longer pasted text are understood; what is no digit is dropped; a digit
 * typed into a full field replaces the one after the caret. Always left to right.
 *
 * A code that was found among other words is a guess: it is shown for the person to look at, and never announced as complete.
 *
 * Typing dispatches the native `input` event, which bubbles.
 *
 * CSS: `.sie-code` around `.sie-code-boxes` (`.sie-code-box`, each a `.sie-control`; `[data-state="active"]`) and
 * `.sie-code-input`; with `.sie-field`, `.sie-label`, `.sie-hint`, `.sie-error`.
 *
 * @fires {SieCodeCompleteEvent} sie-code-complete - Once for each time the last digit is put in, and not for a guess.
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
  /** Puts a code in, as if the person had typed it: one that came by SMS, for instance. */
  declare code: string;
  /** Box where the next digit goes; -1 while the field has no focus. */
  declare private active: number;

  /** Code last announced, so that it is announced once; or shown as a guess, and then not announced until it is put in again. */
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
    this.ownerDocument.addEventListener('selectionchange', this.followCaret);
    void loadMessages();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('selectionchange', this.followCaret);
  }

  /** Empties the field; the same code put in again counts as new. */
  clear(): void {
    this.code = '';
    this.announced = '';
    this.isGuess = false;
    this.put('');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('length')) this.style.setProperty('--_sie-code-length', String(this.length));
    if (!changed.has('code') || !this.code) return;
    const { code, certain } = readCode(this.code, this.length);
    this.put(code);
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
        @input=${this.tidy}
        @compositionend=${this.tidy}
        @paste=${this.paste}
        @scroll=${this.followCaret}
        @focus=${this.followCaret}
        @blur=${this.followCaret}
      />
    </div>`;
    return field({ id, label: this.label || msg('Verification code', { id: 'sie.code.label' }), control, hint, error });
  }

  /** Leaves only digits, at most `length`, after anything but a paste: keys, autofill, a keyboard's clipboard. */
  private readonly tidy = ({ isComposing }: Partial<InputEvent>): void => {
    const { input, length } = this;
    // Full-width digits are composed on some keyboards; until that ends the text is the keyboard's.
    if (!input || isComposing) return;
    const { value, selectionStart: caret } = input;
    const isPlain = /^\d*$/.test(value);
    if (isPlain && value.length === length + 1 && caret !== null && caret < value.length) {
      this.put(value.slice(0, caret) + value.slice(caret + 1), caret);
    } else if (!isPlain || value.length > length) {
      const { code, certain } = readCode(value, length);
      this.put(code);
      this.announce(code, certain);
      return;
    }
    if (input.value !== this.announced) this.announce(input.value, true);
  };

  /** A pasted code replaces everything; a pasted part goes where the caret is. */
  private readonly paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { input, length } = this;
    const { code: pasted, certain } = readCode(event.clipboardData?.getData('text') ?? '', length);
    if (!input || input.readOnly || !pasted) return;
    const { value, selectionStart, selectionEnd } = input;
    const isWhole = pasted.length === length;
    const start = isWhole ? 0 : (selectionStart ?? value.length);
    const kept = isWhole ? '' : value.slice(selectionEnd ?? start);
    this.put((value.slice(0, start) + pasted + kept).slice(0, length), start + pasted.length);
    if (!certain) this.announce(input.value, false);
    else if (this.isGuess) this.announced = '';
    // Prevented pastes make no event, and who listens to typing must hear of it; also leads to tidy().
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  };

  private put(code: string, caret = code.length): void {
    const { input } = this;
    if (!input) return;
    input.value = code;
    if (input.matches(':focus')) input.setSelectionRange(caret, caret);
    this.followCaret();
  }

  private announce(code: string, certain: boolean): void {
    const isNew = code !== this.announced || (certain && this.isGuess);
    this.announced = code.length < this.length ? '' : code;
    this.isGuess = !certain;
    if (this.announced && certain && isNew) this.dispatchEvent(new SieCodeCompleteEvent());
  }

  private readonly followCaret = (): void => {
    const { input } = this;
    // The caret behind the last digit stands outside, and browsers would scroll every digit out of its box to show it.
    if (input) input.scrollLeft = 0;
    this.active = input?.matches(':focus') ? Math.min(input.selectionStart ?? 0, this.length - 1) : -1;
  };
}
