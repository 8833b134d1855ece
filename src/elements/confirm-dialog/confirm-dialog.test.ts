import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import type { DialogQuestion, SieConfirmDialog } from './confirm-dialog.ts';
import './confirm-dialog.ts';

before(() => {
  install(document, theme);
});

const question: DialogQuestion = {
  title: 'Create account?',
  text: html`No account for mia@example.com. See the <a href="/terms">terms</a>.`,
  confirm: 'Create account',
  cancel: 'Cancel',
  dismissible: true,
};

/** Test harness: what a person sees and does. */
async function confirmDialog() {
  const root = await fixture<HTMLElement>(
    html`<div class="sie-root">
      <button id="opener">Sign in</button>
      <sie-confirm-dialog></sie-confirm-dialog>
    </div>`,
  );
  const element = root.querySelector<SieConfirmDialog>('sie-confirm-dialog')!;
  const dialog = root.querySelector('dialog')!;
  const answers: boolean[] = [];
  root.addEventListener('sie-dialog-answer', ({ accepted }) => answers.push(accepted));
  root.querySelector<HTMLElement>('#opener')!.focus();
  return {
    root,
    element,
    dialog,
    answers,
    ask: async (asked: DialogQuestion | undefined) => {
      element.question = asked;
      await element.updateComplete;
    },
    button: (words: string) => [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words),
    press: (key: string) => executeServerCommand('press-keys', [key]),
    pressAt: (target: Element, down: Element = target) => {
      down.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    },
  };
}

describe('confirm dialog', () => {
  it('is closed until there is a question', async () => {
    const { dialog } = await confirmDialog();
    expect(dialog.open).to.equal(false);
  });

  it('is modal, named by its title and described by its text', async () => {
    const { dialog, ask } = await confirmDialog();
    await ask(question);
    expect(dialog.matches(':modal')).to.equal(true);
    const words = (attribute: string) => document.getElementById(dialog.getAttribute(attribute)!)?.textContent;
    expect(words('aria-labelledby')).to.equal('Create account?');
    expect(words('aria-describedby')).to.equal('No account for mia@example.com. See the terms.');
  });

  it('is named by its text when it has no title', async () => {
    const { dialog, ask } = await confirmDialog();
    await ask({ text: 'Go on?', confirm: 'Yes', dismissible: true });
    expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).to.equal('Go on?');
    expect(dialog.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('focuses the confirm button, not a link in the text, so that Enter confirms', async () => {
    const { ask, button, press, answers } = await confirmDialog();
    await ask(question);
    expect(document.activeElement).to.equal(button('Create account'));
    await press('Enter');
    expect(answers).to.deep.equal([true]);
  });

  it('cancels by its other button', async () => {
    const { ask, button, answers } = await confirmDialog();
    await ask(question);
    button('Cancel')!.click();
    expect(answers).to.deep.equal([false]);
  });

  it('answers once, however often a button is pressed', async () => {
    const { ask, button, press, answers } = await confirmDialog();
    await ask(question);
    button('Create account')!.click();
    button('Create account')!.click();
    button('Cancel')!.click();
    await press('Escape');
    expect(answers).to.deep.equal([true]);
  });

  it('answers again for a new question', async () => {
    const { ask, button, answers } = await confirmDialog();
    await ask(question);
    button('Cancel')!.click();
    await ask({ ...question, confirm: 'Go on' });
    button('Go on')!.click();
    expect(answers).to.deep.equal([false, true]);
  });

  it('closes and returns the focus when there is no question any more', async () => {
    const { ask, dialog, root } = await confirmDialog();
    await ask(question);
    await ask(undefined);
    expect(dialog.open).to.equal(false);
    expect(document.activeElement).to.equal(root.querySelector('#opener'));
  });

  it('cancels by Escape and by a click on the backdrop when it is dismissible', async () => {
    const { ask, press, pressAt, dialog, answers } = await confirmDialog();
    await ask(question);
    await press('Escape');
    expect(answers).to.deep.equal([false]);
    await ask({ ...question });
    pressAt(dialog);
    expect(answers).to.deep.equal([false, false]);
  });

  it('stays open when it is not dismissible', async () => {
    const { ask, press, pressAt, dialog, answers } = await confirmDialog();
    await ask({ ...question, dismissible: false });
    await press('Escape');
    await press('Escape');
    pressAt(dialog);
    expect(answers).to.deep.equal([]);
    expect(dialog.open).to.equal(true);
  });

  it('opens again when the browser closes it', async () => {
    const { ask, dialog, answers } = await confirmDialog();
    await ask({ ...question, dismissible: false });
    dialog.close();
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    expect(dialog.open).to.equal(true);
    expect(answers).to.deep.equal([]);
  });

  it('is not cancelled by a selection that ends on the backdrop, nor by a click inside', async () => {
    const { ask, pressAt, dialog, answers } = await confirmDialog();
    await ask(question);
    pressAt(dialog, dialog.querySelector('.sie-dialog-text')!);
    pressAt(dialog.querySelector('.sie-dialog-body')!);
    expect(answers).to.deep.equal([]);
  });

  it('has one button without a cancel label', async () => {
    const { ask, dialog } = await confirmDialog();
    await ask({ text: 'This account does not exist.', confirm: 'OK', dismissible: false });
    expect(dialog.querySelectorAll('button')).to.have.length(1);
  });

  it('has the confirm button last, in either direction', async () => {
    const { ask, root, button } = await confirmDialog();
    const left = (words: string) => button(words)!.getBoundingClientRect().left;
    await ask(question);
    expect(left('Create account')).to.be.above(left('Cancel'));
    root.dir = 'rtl';
    expect(left('Create account')).to.be.below(left('Cancel'));
  });

  it('scrolls a text that is taller than the window', async () => {
    const { ask, dialog } = await confirmDialog();
    await ask({ ...question, text: 'Long words. '.repeat(2000) });
    expect(dialog.offsetHeight).to.be.below(window.innerHeight);
    expect(dialog.scrollHeight).to.be.above(dialog.clientHeight);
  });

  it('is a named dialog in the accessibility tree', async () => {
    const { ask, dialog } = await confirmDialog();
    await ask(question);
    expect(accessibilityTree(dialog.parentElement!)).to.deep.equal([
      'dialog "Create account?": No account for mia@example.com. See the terms.',
      'heading "Create account?"',
      'link "terms"',
      'button "Cancel"',
      'button "Create account"',
    ]);
  });

  it('has no accessibility violation', async () => {
    const { ask, root, dialog } = await confirmDialog();
    await ask(question);
    await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
    await expect(root).to.be.accessible();
  });
});
