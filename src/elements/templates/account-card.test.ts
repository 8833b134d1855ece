import { expect, fixture, html } from '@open-wc/testing';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accountCard, type AccountCardOptions, accountCardStyles } from './account-card.ts';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('account card', () => {
  const show = (options: AccountCardOptions) => {
    install(document, [...theme, accountCardStyles]);
    return fixture<HTMLElement>(html`<div class="sie-root">${accountCard(options)}</div>`);
  };
  const letterOf = (root: HTMLElement) => root.querySelector('.sie-account-picture')?.textContent.trim();

  it('shows the first character of the name, also outside the BMP, otherwise of the fallback', async () => {
    expect(letterOf(await show({ name: '𠮷野', detail: '' }))).to.equal('𠮷');
    expect(letterOf(await show({ name: '', detail: '', fallback: 'bob@example.com' }))).to.equal('b');
  });

  it('covers the letter with the picture, and shows it again when the picture fails to load', async () => {
    const root = await show({ name: 'Alice', detail: 'alice@example.com', picture: pixel });
    const image = root.querySelector('img');
    const letter = root.querySelector('.sie-account-picture > span');
    expect(image?.getBoundingClientRect()).to.include({ width: 40, height: 40 });
    expect(letter?.checkVisibility()).to.equal(true);
    image?.dispatchEvent(new Event('error'));
    expect(image?.checkVisibility()).to.equal(false);
  });

  it('exposes only name and detail to screen readers', async () => {
    const root = await show({ name: 'Alice', detail: 'alice@example.com', picture: pixel });
    expect(root.querySelector('.sie-account-picture')?.getAttribute('aria-hidden')).to.equal('true');
    expect(root.querySelector<HTMLElement>('.sie-account-text')?.innerText).to.match(/^Alice\s+alice@example\.com$/);
    await expect(root).to.be.accessible();
  });

  it('fits a logo into its square', async () => {
    const root = await show({ kind: 'provider', name: 'Google', detail: '', picture: pixel });
    expect(getComputedStyle(root.querySelector('img') ?? root).objectFit).to.equal('contain');
    expect(root.querySelector('.sie-account-picture')?.getBoundingClientRect()).to.include({ width: 40, height: 40 });
  });
});
