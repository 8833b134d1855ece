import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import { fieldSuite } from '../testing/field-suite.ts';
import './password-field.ts';
import type { SiePasswordField } from './password-field.ts';

before(() => {
  install(document, theme);
});

/** Test harness: what a person sees and does. */
async function passwordField(field: TemplateResult = html`<sie-password-field></sie-password-field>`) {
  const root = await fixture<HTMLElement>(
    html`<div class="sie-root">
      <form>${field}</form>
    </div>`,
  );
  const element = root.querySelector<SiePasswordField>('sie-password-field')!;
  await element.updateComplete;
  return {
    root,
    element,
    form: root.querySelector('form')!,
    input: root.querySelector('input')!,
    reveal: root.querySelector<HTMLButtonElement>('.sie-adornment')!,
    error: root.querySelector<HTMLElement>('.sie-error')!,
  };
}

const name = (button: HTMLElement) => button.getAttribute('aria-label');

fieldSuite({ tag: 'sie-password-field', name: 'password', label: 'Password', text: 'tree77' });

describe('password field', () => {
  it('is a labelled password input of its form', async () => {
    const { input, form } = await passwordField();
    expect(input.type).to.equal('password');
    expect(input.labels?.[0]?.textContent).to.equal('Password');
    expect(input.autocomplete).to.equal('current-password');
    input.value = 'hunter2';
    expect(new FormData(form).get('password')).to.equal('hunter2');
  });

  it('lets password managers generate a new password', async () => {
    const { input } = await passwordField(
      html`<sie-password-field purpose="new" name="newPassword" required></sie-password-field>`,
    );
    expect(input.autocomplete).to.equal('new-password');
    expect(input.name).to.equal('newPassword');
    expect(input.required).to.equal(true);
    expect(input.labels?.[0]?.textContent).to.equal('New password');
  });

  it('shows and hides the password, with a button named after its action', async () => {
    const { element, input, reveal } = await passwordField();
    expect(name(reveal)).to.equal('Show password');
    reveal.click();
    await element.updateComplete;
    expect(input.type).to.equal('text');
    expect(name(reveal)).to.equal('Hide password');
    reveal.click();
    await element.updateComplete;
    expect(input.type).to.equal('password');
  });

  it('can be operated by keyboard alone', async () => {
    const { element, input, reveal } = await passwordField();
    element.focus();
    await executeServerCommand('type-text', 'tree');
    await executeServerCommand('press-keys', ['Tab']);
    expect(document.activeElement).to.equal(reveal);
    await executeServerCommand('type-text', ' ');
    await element.updateComplete;
    expect(input.type).to.equal('text');
    expect(document.activeElement).to.equal(reveal);
    expect(input.value).to.equal('tree');
  });

  it('keeps focus and caret in the input when the button is pressed by mouse or finger', async () => {
    const { element, input, reveal } = await passwordField();
    input.value = 'correct horse';
    input.focus();
    input.setSelectionRange(3, 7);
    for (const type of ['pointerdown', 'mousedown']) {
      const down = new MouseEvent(type, { bubbles: true, cancelable: true });
      reveal.dispatchEvent(down);
      expect(down.defaultPrevented).to.equal(true);
    }
    reveal.click();
    await element.updateComplete;
    await Promise.resolve();
    expect(document.activeElement).to.equal(input);
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([3, 7]);
  });

  it('hides the password again when its form is submitted, and only then', async () => {
    const { element, form, input, reveal } = await passwordField();
    form.addEventListener('submit', (event) => event.preventDefault());
    reveal.click();
    await element.updateComplete;
    const other = await fixture<HTMLFormElement>(html`<form @submit=${(event: Event) => event.preventDefault()}></form>`);
    other.requestSubmit();
    await element.updateComplete;
    expect(input.type).to.equal('text');
    form.requestSubmit();
    await element.updateComplete;
    expect(input.type).to.equal('password');
  });

  it('keeps a password that was filled in without any event', async () => {
    const { element, input } = await passwordField();
    input.value = 'from the manager';
    element.error = 'Incorrect password';
    await element.updateComplete;
    expect(input.value).to.equal('from the manager');
  });

  it('shows the error below, in an element that existed before', async () => {
    const { element, input, error } = await passwordField();
    const height = element.offsetHeight;
    expect(error.getAttribute('role')).to.equal('alert');
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
    element.error = 'Incorrect password';
    await element.updateComplete;
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(document.getElementById(input.getAttribute('aria-describedby')!)).to.equal(error);
    expect(error.textContent).to.equal('Incorrect password');
    expect(element.offsetHeight).to.equal(height);
  });

  it('is described by hint and error, in this order', async () => {
    const { element, input } = await passwordField();
    element.hint = 'At least 8 characters';
    element.error = 'Too short';
    await element.updateComplete;
    const described = input.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).to.deep.equal(['At least 8 characters', 'Too short']);
  });

  it('dispatches the native input event for typing', async () => {
    const { element, root } = await passwordField();
    let typed = 0;
    root.addEventListener('input', () => (typed += 1));
    element.focus();
    await executeServerCommand('type-text', 'ab');
    expect(typed).to.equal(2);
  });

  it('has the expected accessibility tree', async () => {
    const { element, root } = await passwordField(
      html`<sie-password-field hint="At least 8 characters" required></sie-password-field>`,
    );
    element.error = 'Incorrect password';
    await element.updateComplete;
    expect(accessibilityTree(root)).to.deep.equal([
      'textbox "Password" required, invalid: At least 8 characters Incorrect password',
      'button "Show password"',
      'alert "Incorrect password"',
    ]);
  });

  it('has no accessibility violation, also with an error, shown, and in the dark theme', async () => {
    const { element, root, reveal } = await passwordField(
      html`<sie-password-field
        hint="At least 8 characters"
        .aside=${html`<a class="sie-link" href="/forgot">Forgot?</a>`}
      ></sie-password-field>`,
    );
    await expect(root).to.be.accessible();
    element.error = 'Incorrect password';
    reveal.click();
    root.dataset['theme'] = 'dark';
    root.style.background = 'var(--_sie-surface)';
    await element.updateComplete;
    await expect(root).to.be.accessible();
  });

  it('removes its listeners', async () => {
    const { element, form, reveal } = await passwordField();
    form.addEventListener('submit', (event) => event.preventDefault());
    reveal.click();
    await element.updateComplete;
    element.remove();
    form.requestSubmit();
    await element.updateComplete;
    expect(element.querySelector('input')!.type).to.equal('text');
  });
});
