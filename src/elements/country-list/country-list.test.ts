import { expect } from '@open-wc/testing';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import '../identifier-field/identifier-field.ts';
import { IdentifierFieldHarness as Field } from '../testing/identifier-field-harness.ts';

before(() => {
  install(document, theme);
});

async function openList(properties: Parameters<typeof Field.place>[0] = {}, surroundings?: Parameters<typeof Field.place>[1]) {
  const field = await Field.place({ types: ['phone'], locale: 'zh-CN', ...properties }, surroundings);
  await field.settled();
  await field.openCountries();
  return field;
}

describe('country list', () => {
  it('opens by keyboard from the field, in a dialog with the search focused', async () => {
    const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
    await field.settled();
    field.element.focus();
    await field.press('Shift', 'Tab');
    expect(document.activeElement).to.equal(field.countryButton);
    await field.press('Enter');
    await field.settled();
    expect(field.dialog?.matches(':modal')).to.equal(true);
    expect(document.activeElement).to.equal(field.search);
    expect(field.search.value).to.equal('');
  });

  it('opens at the current country, scrolled into view', async () => {
    const field = await openList();
    expect(field.activeOption?.dataset['country']).to.equal('CN');
    expect(field.activeOption?.getAttribute('aria-selected')).to.equal('true');
    const list = field.root.querySelector('[role="listbox"]')!.getBoundingClientRect();
    const option = field.activeOption!.getBoundingClientRect();
    expect(option.top).to.be.at.least(list.top);
    expect(option.bottom).to.be.at.most(list.bottom);
  });

  it('is a combobox with a named listbox, and announces the number of results', async () => {
    const field = await openList();
    expect(field.search.getAttribute('role')).to.equal('combobox');
    expect(field.search.getAttribute('aria-expanded')).to.equal('true');
    const listbox = document.getElementById(field.search.getAttribute('aria-controls')!);
    expect(listbox?.getAttribute('role')).to.equal('listbox');
    expect(listbox?.getAttribute('aria-label')).to.equal('Country or region');
    expect(field.count).to.equal(`Results: ${field.options.length}`);
    await field.searchCountry('德国');
    expect(field.count).to.equal('Results: 1');
    expect(field.options.map((option) => option.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal(['德国 +49']);
    await field.searchCountry('atlantis');
    expect(field.count).to.equal('No region code found');
    expect(field.search.hasAttribute('aria-activedescendant')).to.equal(false);
  });

  it('searches, moves and chooses by keyboard, and returns the focus to the number', async () => {
    const field = await openList();
    await field.searchCountry('+1');
    expect(field.activeOption?.dataset['id']).to.equal('1');
    const first = field.activeOption;
    await field.press('ArrowDown');
    expect(field.activeOption).not.to.equal(first);
    await field.press('ArrowUp');
    expect(field.activeOption).to.equal(first);
    await field.press('ArrowUp');
    expect(field.activeOption).to.equal(field.options.at(-1));
    await field.searchCountry('united kingdom');
    await field.press('Enter');
    await field.countriesClosed();
    expect(field.prefix).to.equal('+44');
    await field.type('7400123456');
    expect(await field.element.read()).to.include({ value: '447400123456', valid: true });
  });

  it('moves by pages and stays within the list', async () => {
    const field = await openList();
    await field.searchCountry('59');
    await field.press('PageUp');
    expect(field.activeOption).to.equal(field.options[0]);
    await field.press('PageDown');
    await field.press('PageDown');
    expect(field.activeOption).to.equal(field.options.at(-1));
  });

  it('chooses by pointer', async () => {
    const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
    await field.settled();
    await field.chooseCountry('CA');
    expect(field.prefix).to.equal('+1');
    expect(field.countryButton?.getAttribute('aria-label')).to.contain('加拿大');
  });

  it('keeps the chosen country while the number is typed again, and when it is opened again', async () => {
    const field = await Field.place({ types: ['username', 'phone'], locale: 'zh-CN' });
    await field.type('6045550123');
    await field.chooseCountry('CA');
    field.clearButton?.click();
    await field.type('604');
    expect(field.prefix).to.equal('+1');
    await field.openCountries();
    expect(field.activeOption?.dataset['country']).to.equal('CA');
  });

  it('closes by Escape without a choice, and returns the focus to the number', async () => {
    const field = await openList();
    await field.searchCountry('49');
    await field.press('Escape');
    await field.countriesClosed();
    expect(field.prefix).to.equal('+86');
  });

  it('removes its rows when it closes', async () => {
    const field = await openList();
    await field.press('Escape');
    await field.countriesClosed();
    expect(field.root.querySelectorAll('dialog, [role="option"]').length).to.equal(0);
  });

  it('closes by its button and by a click on the backdrop, not by one inside', async () => {
    const field = await openList();
    field.root.querySelector<HTMLElement>('.sie-country-header')!.click();
    expect(field.dialog?.open).to.equal(true);
    field.root.querySelector<HTMLElement>('[aria-label="Close"]')!.click();
    await field.countriesClosed();
    await field.openCountries();
    field.dialog!.click();
    await field.countriesClosed();
  });

  it('clears the search when it opens again', async () => {
    const field = await openList();
    const all = field.options.length;
    await field.searchCountry('49');
    await field.press('Escape');
    await field.countriesClosed();
    await field.openCountries();
    expect(field.search.value).to.equal('');
    expect(field.options.length).to.equal(all);
  });

  it('is not part of the form: the search is not in its data, fires no input event on it, and does not submit it', async () => {
    const field = await openList();
    const events: string[] = [];
    for (const type of ['input', 'change', 'submit']) field.form.addEventListener(type, (event) => events.push(event.type));
    await field.searchCountry('atlantis');
    await field.press('Enter');
    expect(events).to.deep.equal([]);
    expect([...new FormData(field.form).keys()]).to.deep.equal(['identifier']);
    expect(field.dialog?.open).to.equal(true);
  });

  it('contains the accepted countries, preferred ones first', async () => {
    const field = await openList({ countries: ['CN', 'HK', 'MO', 'TW'], preferredCountries: ['MO'] });
    expect(field.options.length).to.equal(4);
    expect(field.options[0]?.dataset['country']).to.equal('MO');
  });

  for (const top of ['0px', '45vh', 'calc(100vh - 90px)']) {
    it(`is beside its field and inside the window, with the field at ${top}`, async () => {
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
      field.root.style.marginBlockStart = top;
      await field.settled();
      await field.openCountries();
      await field.still();
      const panel = field.dialog!.getBoundingClientRect();
      const box = field.input.parentElement!.getBoundingClientRect();
      expect(panel.left).to.be.at.least(0);
      expect(panel.top).to.be.at.least(0);
      expect(panel.right).to.be.at.most(innerWidth);
      expect(panel.bottom).to.be.at.most(innerHeight);
      expect(panel.height).to.be.greaterThan(200);
      const isSheet = panel.width === innerWidth;
      if (!isSheet) expect(panel.top >= box.bottom || panel.bottom <= box.top, 'covers its field').to.equal(true);
    });
  }

  for (const dir of ['ltr', 'rtl'] as const) {
    for (const look of ['light', 'dark'] as const) {
      it(`has no accessibility violation, ${dir}, ${look}`, async () => {
        const field = await openList({ locale: dir === 'rtl' ? 'ar' : 'en' }, { dir, theme: look });
        await field.searchCountry('4');
        await field.still();
        await expect(field.dialog).to.be.accessible();
      });
    }
  }
});
