import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import { fieldSuite } from '../testing/field-suite.ts';
import type { SieCodeField } from './code-field.ts';
import { loadMessages } from './read-code.ts';
import './code-field.ts';

before(() => {
  install(document, theme);
});

/** Test harness: what a person sees and does. */
async function codeField(field: TemplateResult = html`<sie-code-field></sie-code-field>`) {
  const root = await fixture<HTMLElement>(html`<div class="sie-root"><form>${field}</form></div>`);
  const element = root.querySelector<SieCodeField>('sie-code-field')!;
  await element.updateComplete;
  const input = root.querySelector('input')!;
  const completed: string[] = [];
  element.addEventListener('sie-code-complete', () => completed.push(input.value));
  return {
    root,
    element,
    input,
    completed,
    form: root.querySelector('form')!,
    boxes: [...root.querySelectorAll<HTMLElement>('.sie-code-box')],
    type: async (text: string) => {
      input.focus();
      await executeServerCommand('type-text', text);
    },
    press: (...keys: string[]) => executeServerCommand('press-keys', keys),
    paste: (text: string) => {
      // Some browsers do not let scripts fill the clipboardData of a ClipboardEvent.
      const event = new Event('paste', { bubbles: true, cancelable: true });
      input.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
    },
    /** Sets the value, like autofill or the clipboard of an on-screen keyboard. */
    fillIn: (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}

fieldSuite({ tag: 'sie-code-field', name: 'passcode', label: 'Verification code', text: '123455' });

describe('code field', () => {
  before(loadMessages);

  it('is one labelled input with SMS autofill', async () => {
    const { root, input, form } = await codeField();
    expect(root.querySelectorAll('input')).to.have.length(1);
    expect(input.labels?.[0]?.textContent).to.equal('Verification code');
    expect(input.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(input.inputMode).to.equal('numeric');
    expect(input.hasAttribute('maxlength')).to.equal(false);
    input.value = '123456';
    expect(new FormData(form).get('passcode')).to.equal('123456');
  });

  it('accepts typed digits and drops everything else', async () => {
    const { type, input, completed } = await codeField();
    await type('1a2-3 4567');
    expect(input.value).to.equal('123456');
    expect(completed).to.deep.equal(['123456']);
  });

  for (const way of ['paste', 'fillIn'] as const) {
    it(`shows a code that is guessed from a message without announcing it (${way})`, async () => {
      const field = await codeField();
      const { input, completed, press } = field;
      input.focus();
      for (const [message, code] of [
        ['Your code is 123 456, valid for 10 minutes', '123456'],
        ['2026-11-30 10:15 Acme: your sign-in code is 482913', '482913'],
        ['call 400-820-8820, code 482914', '482914'],
        ['2-step code 123–457', '123457'],
      ] as const) {
        field[way](message);
        expect(input.value).to.equal(code);
      }
      // Nor after an input event of another script.
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
      expect(completed).to.deep.equal([]);
      await press('End', 'Backspace', '7');
      expect(completed).to.deep.equal(['123457']);
    });
  }

  it('announces a guess once the same digits are entered alone', async () => {
    const { paste, fillIn, completed } = await codeField();
    paste('Your code is 123456');
    paste('123456');
    expect(completed).to.deep.equal(['123456']);
    fillIn('Your code is 482913');
    fillIn('482 913');
    expect(completed).to.deep.equal(['123456', '482913']);
  });

  it('announces a code that is pasted in parts, but not a part from a longer text', async () => {
    const { type, paste, element, completed } = await codeField();
    await type('12');
    paste('pin 3456');
    expect(completed).to.deep.equal([]);
    element.clear();
    await type('12');
    paste('34-56');
    expect(completed).to.deep.equal(['123456']);
  });

  it('announces the code of an origin-bound message', async () => {
    const { paste, completed } = await codeField();
    paste('Your code is 123456.\n\n@example.com #123456');
    expect(completed).to.deep.equal(['123456']);
  });

  it('inserts a pasted part at the caret', async () => {
    const { type, paste, input } = await codeField();
    await type('16');
    input.setSelectionRange(1, 1);
    paste('234');
    expect(input.value).to.equal('12346');
    expect(input.selectionStart).to.equal(4);
  });

  it('dispatches an input event for a paste, as for typing', async () => {
    const { root, paste } = await codeField();
    let typed = 0;
    root.addEventListener('input', () => (typed += 1));
    paste('12');
    expect(typed).to.equal(1);
  });

  it('reads digits of other scripts and messages that are filled in', async () => {
    const { fillIn, input } = await codeField();
    fillIn('１２３４５６');
    expect(input.value).to.equal('123456');
    fillIn('١٢٣ ٤٥٧');
    expect(input.value).to.equal('123457');
    fillIn('G-123458');
    expect(input.value).to.equal('123458');
  });

  it('does not change text during composition', async () => {
    const { input } = await codeField();
    input.value = '１';
    input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    expect(input.value).to.equal('１');
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    expect(input.value).to.equal('1');
  });

  it('replaces the digit after the caret when the field is full', async () => {
    const { element, type, press, input, completed } = await codeField();
    await type('123956');
    input.setSelectionRange(3, 3);
    await type('4');
    expect(input.value).to.equal('123456');
    expect(input.selectionStart).to.equal(4);
    expect(completed).to.deep.equal(['123956', '123456']);
    await press('Backspace');
    expect(input.value).to.equal('12356');
    await element.updateComplete;
  });

  it('ignores a digit typed after the last one', async () => {
    const { type, input, completed } = await codeField();
    await type('1234567');
    expect(input.value).to.equal('123456');
    expect(completed).to.deep.equal(['123456']);
  });

  it('announces a code once, also when it renders again', async () => {
    const { element, fillIn, completed } = await codeField();
    fillIn('123456');
    fillIn('123456');
    element.error = 'Wrong code';
    await element.updateComplete;
    expect(completed).to.deep.equal(['123456']);
  });

  it('announces the same code again when it was changed in between', async () => {
    const { type, press, completed } = await codeField();
    await type('123456');
    await press('Backspace');
    await type('6');
    expect(completed).to.deep.equal(['123456', '123456']);
  });

  it('announces the same code again after it was cleared', async () => {
    const { element, fillIn, input, completed } = await codeField();
    fillIn('123456');
    element.clear();
    expect(input.value).to.equal('');
    fillIn('123456');
    expect(completed).to.deep.equal(['123456', '123456']);
  });

  it('can be filled by script, for instance from an SMS', async () => {
    const { element, input, completed } = await codeField();
    element.code = '123 456';
    await element.updateComplete;
    expect(input.value).to.equal('123456');
    expect(completed).to.deep.equal(['123456']);
    element.clear();
    element.code = '123456';
    await element.updateComplete;
    expect(completed).to.deep.equal(['123456', '123456']);
  });

  it('marks the box of the next digit while it has focus', async () => {
    const { element, type, input, boxes } = await codeField();
    const active = async () => {
      await new Promise(requestAnimationFrame);
      await element.updateComplete;
      return boxes.findIndex((box) => box.dataset['state'] === 'active');
    };
    expect(await active()).to.equal(-1);
    await type('12');
    expect(await active()).to.equal(2);
    input.setSelectionRange(0, 0);
    expect(await active()).to.equal(0);
    await type('93456');
    expect(await active()).to.equal(5);
    input.blur();
    expect(await active()).to.equal(-1);
  });

  for (const width of [400, 280]) {
    it(`draws six boxes in two halves within ${width} px, each digit in the middle of its box`, async () => {
      const { root, boxes, input } = await codeField();
      root.style.width = `${width}px`;
      const edges = boxes.map((box) => box.getBoundingClientRect());
      const gaps = edges.slice(1).map(({ left }, index) => Math.round(left - edges[index]!.right));
      expect(gaps).to.deep.equal([8, 8, 14, 8, 8]);
      expect(edges[5]!.right - edges[0]!.left).to.be.at.most(width);
      if (width === 400) expect([Math.round(edges[0]!.width), Math.round(edges[0]!.height)]).to.deep.equal([44, 52]);
      const { paddingLeft, letterSpacing } = getComputedStyle(input);
      const pitch = edges[0]!.width + 10;
      const digit = pitch - Number.parseFloat(letterSpacing);
      const first = input.getBoundingClientRect().left + Number.parseFloat(paddingLeft) + digit / 2;
      for (const [index, { left, width }] of edges.entries()) {
        expect(Math.abs(first + index * pitch - (left + width / 2))).to.be.at.most(2.5);
      }
    });
  }

  it('keeps every digit in its box when the caret is after the last', async () => {
    const { root, type, press, input } = await codeField();
    root.style.width = '280px';
    const painted = async () => {
      // The scroll event, and with it the reset, comes before the frame is shown; one browser fires selectionchange only.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return input.scrollLeft;
    };
    await type('123456');
    expect(await painted()).to.equal(0);
    await press('ArrowLeft');
    await press('ArrowRight');
    expect(await painted()).to.equal(0);
  });

  it('is left to right in right-to-left text', async () => {
    const { root, input, boxes } = await codeField();
    root.dir = 'rtl';
    expect(getComputedStyle(input).direction).to.equal('ltr');
    expect(boxes[0]!.getBoundingClientRect().left).to.be.below(boxes[5]!.getBoundingClientRect().left);
  });

  it('shows the error below, in an element that existed before', async () => {
    const { element, input, root } = await codeField();
    const height = element.offsetHeight;
    element.error = 'Invalid verification code';
    await element.updateComplete;
    const error = root.querySelector('.sie-error')!;
    expect(error.getAttribute('role')).to.equal('alert');
    expect(document.getElementById(input.getAttribute('aria-describedby')!)).to.equal(error);
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(element.offsetHeight).to.equal(height);
  });

  it('is one field in the accessibility tree', async () => {
    const { element, root } = await codeField();
    element.error = 'Invalid verification code';
    await element.updateComplete;
    expect(accessibilityTree(root)).to.deep.equal([
      'textbox "Verification code" invalid: Invalid verification code',
      'alert "Invalid verification code"',
    ]);
  });

  it('has no accessibility violation', async () => {
    const { element, root } = await codeField();
    await expect(root).to.be.accessible();
    element.error = 'Invalid verification code';
    await element.updateComplete;
    await expect(root).to.be.accessible();
  });
});
