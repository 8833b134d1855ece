import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import './terms-checkbox.ts';
import type { SieTermsCheckbox } from './terms-checkbox.ts';

before(() => {
  install(document, theme);
});

/** Test harness: what a person sees and does. */
async function termsCheckbox() {
  const root = await fixture<HTMLElement>(
    html`<div class="sie-root">
      <form>
        <sie-terms-checkbox
          terms-of-use-url="https://acme.example/terms"
          privacy-policy-url="https://acme.example/privacy"
        ></sie-terms-checkbox>
      </form>
    </div>`,
  );
  const element = root.querySelector<SieTermsCheckbox>('sie-terms-checkbox')!;
  return { root, element, form: root.querySelector('form')!, input: root.querySelector('input')! };
}

describe('terms checkbox', () => {
  it('is a checkbox of the form, named by the whole sentence', async () => {
    const { input, form } = await termsCheckbox();
    expect(input.type).to.equal('checkbox');
    const words = document.getElementById(input.getAttribute('aria-labelledby')!)!.textContent;
    expect(words.replace(/\s+/g, ' ').trim()).to.equal('I have read and agree to the Terms of Use and Privacy Policy');
    expect(new FormData(form).has('termsAgreement')).to.equal(false);
    input.click();
    expect(new FormData(form).get('termsAgreement')).to.equal('true');
  });

  it('is checked by the space bar and by its label, and reflects that in its property', async () => {
    const { element, input, root } = await termsCheckbox();
    element.focus();
    await executeServerCommand('type-text', ' ');
    expect(input.checked).to.equal(true);
    expect(element.checked).to.equal(true);
    root.querySelector('label')!.click();
    expect(input.checked).to.equal(false);
    expect(element.checked).to.equal(false);
  });

  it('shows a state that is set by script', async () => {
    const { element, input } = await termsCheckbox();
    element.checked = true;
    await element.updateComplete;
    expect(input.checked).to.equal(true);
    input.click();
    element.checked = true;
    await element.updateComplete;
    expect(input.checked).to.equal(true);
  });

  it('opens the terms in a new tab without changing the checkbox', async () => {
    const { input, root } = await termsCheckbox();
    const links = [...root.querySelectorAll('a')];
    expect(links.map(({ href, target }) => [href, target])).to.deep.equal([
      ['https://acme.example/terms', '_blank'],
      ['https://acme.example/privacy', '_blank'],
    ]);
    root.addEventListener('click', (event) => event.preventDefault());
    links[0]!.click();
    expect(input.checked).to.equal(false);
    expect(links[0]!.closest('label')).to.equal(null);
  });

  it('dispatches the native change event', async () => {
    const { input, root } = await termsCheckbox();
    const states: boolean[] = [];
    root.addEventListener('change', ({ target }) => states.push((target as HTMLInputElement).checked));
    input.click();
    expect(states).to.deep.equal([true]);
  });

  it('stays in the form when it is hidden', async () => {
    const { element, input } = await termsCheckbox();
    element.hidden = true;
    expect(element.offsetHeight).to.equal(0);
    expect(input.isConnected).to.equal(true);
  });

  it('is one sentence with its links in the accessibility tree', async () => {
    const { element, root } = await termsCheckbox();
    element.checked = true;
    await element.updateComplete;
    expect(accessibilityTree(root)).to.deep.equal([
      'checkbox "I have read and agree to the Terms of Use and Privacy Policy" checked',
      'link "Terms of Use"',
      'link "Privacy Policy"',
    ]);
  });

  it('has no accessibility violation', async () => {
    const { root } = await termsCheckbox();
    await expect(root).to.be.accessible();
  });
});
