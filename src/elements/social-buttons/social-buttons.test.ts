import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import './social-buttons.ts';
import type { SieSocialButtons, SocialChoice } from './social-buttons.ts';

before(() => {
  install(document, theme);
});

const picture = (color: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" fill="${color}"><path d="M0 0h9v9z"/></svg>`)}`;

function connectors(count: number): SocialChoice[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `id-${index}`,
    target: `target-${index}`,
    name: `Provider ${index}`,
    logo: picture('red'),
    logoDark: picture('blue'),
  }));
}

/** Test harness: what a person sees and does. */
async function socialButtons(choices: readonly SocialChoice[]) {
  const root = await fixture<HTMLElement>(
    html`<div class="sie-root">
      <sie-social-buttons .connectors=${choices}></sie-social-buttons>
    </div>`,
  );
  const element = root.querySelector<SieSocialButtons>('sie-social-buttons')!;
  const chosen: string[] = [];
  root.addEventListener('sie-connector-choose', ({ connectorId }) => chosen.push(connectorId));
  const buttons = () => [...root.querySelectorAll('button')];
  return {
    root,
    element,
    chosen,
    buttons,
    words: () => buttons().map(({ textContent }) => textContent.trim()),
    names: () => buttons().map((button) => button.getAttribute('aria-label') ?? button.textContent.trim()),
    logos: () => [...root.querySelectorAll('img')],
  };
}

describe('social buttons', () => {
  it('render nothing without connectors', async () => {
    const { element } = await socialButtons([]);
    expect(element.offsetHeight).to.equal(0);
  });

  it('are in the given order, with whole labels, while they are few', async () => {
    const { words, element } = await socialButtons(connectors(4));
    expect(words()).to.deep.equal([0, 1, 2, 3].map((index) => `Continue with Provider ${index}`));
    expect(element.querySelector('ul')!.dataset['layout']).to.equal('rows');
  });

  it('dispatch an event for the chosen connector', async () => {
    const { buttons, chosen } = await socialButtons(connectors(2));
    buttons()[1]!.click();
    expect(chosen).to.deep.equal(['id-1']);
  });

  it('can be selected by scripts and styles of the page', async () => {
    const { root } = await socialButtons(connectors(2));
    expect(root.querySelector('[data-target="target-1"]')!.textContent.trim()).to.equal('Continue with Provider 1');
  });

  it('become a grid of names when they are many, with the whole label as accessible name', async () => {
    const { words, names, element } = await socialButtons(connectors(5));
    expect(element.querySelector('ul')!.dataset['layout']).to.equal('grid');
    expect(words()[4]).to.equal('Provider 4');
    expect(names()[4]).to.equal('Continue with Provider 4');
  });

  it('truncate long names in a grid', async () => {
    const long = connectors(5).map((choice) => ({ ...choice, name: 'Donaudampfschifffahrtsgesellschaft' }));
    const { root, buttons } = await socialButtons(long);
    root.style.width = '280px';
    expect(root.scrollWidth).to.be.at.most(280);
    expect(buttons()[0]!.offsetHeight).to.be.below(60);
  });

  it('hide all but six behind a button, which moves the focus to the first revealed one', async () => {
    const { buttons, words, element, chosen } = await socialButtons(connectors(40));
    expect(words()).to.have.length(7);
    expect(words()[6]).to.equal('More options');
    buttons()[6]!.focus();
    await executeServerCommand('press-keys', ['Enter']);
    await element.updateComplete;
    await Promise.resolve();
    expect(words()).to.have.length(40);
    expect(document.activeElement).to.equal(buttons()[6]);
    expect(words()[6]).to.equal('Provider 6');
    expect(chosen).to.deep.equal([]);
  });

  it('do not hide a single one behind a button of the same size', async () => {
    const { words } = await socialButtons(connectors(7));
    expect(words()).to.have.length(7);
    expect(words()).not.to.include('More options');
  });

  it('show the chosen one as busy and disable the others', async () => {
    const { element, buttons } = await socialButtons(connectors(3));
    element.busyId = 'id-1';
    await element.updateComplete;
    expect(buttons().map(({ disabled }) => disabled)).to.deep.equal([true, true, true]);
    expect(buttons().map((button) => button.getAttribute('aria-busy'))).to.deep.equal([null, 'true', null]);
  });

  it('are disabled while something else is in progress', async () => {
    const { element, buttons } = await socialButtons(connectors(2));
    element.disabled = true;
    await element.updateComplete;
    expect(buttons().every(({ disabled }) => disabled)).to.equal(true);
    expect(buttons().some((button) => button.hasAttribute('aria-busy'))).to.equal(false);
  });

  it('choose the logo by theme, or the only one', async () => {
    const [first, second] = connectors(2);
    const { element, logos } = await socialButtons([first!, { ...second!, logoDark: null }]);
    expect(logos().map(({ src }) => src)).to.deep.equal([picture('red'), picture('red')]);
    element.theme = 'dark';
    await element.updateComplete;
    expect(logos().map(({ src }) => src)).to.deep.equal([picture('blue'), picture('red')]);
  });

  it('show the first letter of the name when the logo is missing or fails to load', async () => {
    const [first, second] = connectors(2);
    const { root, element, logos } = await socialButtons([
      { ...first!, name: '支付宝', logo: '' },
      { ...second!, logo: 'data:image/png;base64,broken' },
    ]);
    const broken = logos()[0];
    if (broken) await new Promise((resolve) => broken.addEventListener('error', resolve, { once: true }));
    await element.updateComplete;
    const initials = [...root.querySelectorAll('.sie-social-initial')].map(({ textContent }) => textContent);
    expect(initials).to.deep.equal(['支', 'P']);
    expect(logos()).to.have.length(0);
  });

  it('show markup in a name as text', async () => {
    const [first] = connectors(1);
    const { root, words } = await socialButtons([{ ...first!, name: '<img src=x onerror=alert(1)>' }]);
    expect(words()).to.deep.equal(['Continue with <img src=x onerror=alert(1)>']);
    expect(root.querySelectorAll('img')).to.have.length(1);
  });

  it('have their whole labels in the accessibility tree', async () => {
    const { root, element } = await socialButtons(connectors(5));
    element.busyId = 'id-1';
    await element.updateComplete;
    expect(accessibilityTree(root)).to.deep.equal([
      'button "Continue with Provider 0" disabled',
      'button "Continue with Provider 1" disabled, busy',
      'button "Continue with Provider 2" disabled',
      'button "Continue with Provider 3" disabled',
      'button "Continue with Provider 4" disabled',
    ]);
  });

  for (const count of [2, 9]) {
    it(`have no accessibility violation with ${count} connectors`, async () => {
      const { root, element } = await socialButtons(connectors(count));
      await expect(root).to.be.accessible();
      element.busyId = 'id-0';
      await element.updateComplete;
      await expect(root).to.be.accessible();
    });
  }
});
