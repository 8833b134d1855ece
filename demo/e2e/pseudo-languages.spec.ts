import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { pseudoPhrases } from './support/pseudo-words.ts';
import { screenStates } from './support/screen-states.ts';
import { type Fixtures, e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

/** Texts to be read on the screen that bear no mark of a pseudo-language. Names and addresses have no translation. */
const plainTexts = (page: Page, mark: RegExp): Promise<readonly string[]> =>
  page.evaluate((source) => {
    const marked = new RegExp(source);
    const untranslated = 'bdi, code, option, [role=option], .sie-social-item';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: element } = node;
      if (!element?.checkVisibility() || element.closest(untranslated) || element.closest('script, style')) continue;
      // A text with something else within it is marked as a whole.
      const text = (element.closest('p, label, li, button, a, h1, h2') ?? element).textContent.replaceAll(/\s+/g, ' ').trim();
      if (/\p{L}{2}/u.test(node.textContent ?? '') && !marked.test(text)) found.push(text);
    }
    return [...new Set(found)];
  }, mark.source);

/** What the tenant or the server wrote: addresses, its own fields, refusals. */
const isSomebodyElses = (text: string): boolean =>
  [
    'support@example.com',
    'https://example.com/support',
    'I am human (captcha stand-in)',
    'Company',
    'Plan',
    'Send me news',
    'What friends call you.',
    'Three capital letters and three digits.',
    'Incorrect account or password. Please check your input.',
    'Too many messages sent to this recipient. Please try again later.',
  ].includes(text);

/** The tenant has the language, whatever else it is set up like. */
async function withLanguage(fixtures: Fixtures, language: string, dir: 'ltr' | 'rtl'): Promise<Fixtures> {
  const addLanguage = () => fixtures.qa.tenant({ customPhrases: { [language]: pseudoPhrases(dir) } });
  await addLanguage();
  const preset: Fixtures['qa']['preset'] = async (name) => {
    await fixtures.qa.preset(name);
    await addLanguage();
  };
  return { ...fixtures, qa: { ...fixtures.qa, preset } };
}

/** Where there are no settings there are no phrases either. */
const states = Object.entries(screenStates).filter(([name]) => name !== 'no settings');

for (const [language, dir, mark, shown] of [
  ['en-XA', 'ltr', /[[\]~Å-ž]/, states],
  // Right to left the same texts stand: the screens as they open will do.
  ['ar-XB', 'rtl', /\u202e/, states.filter(([name]) => !name.includes(','))],
] as const) {
  describe(`In the pseudo-language ${language} no text is left plain and none is cut off`, () => {
    for (const [state, arrive] of shown) {
      it(
        state,
        withPage(async (fixtures) => {
          const { page } = fixtures;
          await page.setViewport({ width: 390, height: 800 });
          await arrive(await withLanguage(fixtures, language, dir), language);
          await until('the pseudo-language', () => page.$eval('html', ({ lang }, wanted) => lang === wanted, language));
          assert.equal(await page.$eval('html', (root) => root.dir || 'ltr'), dir);
          assert.deepEqual(
            (await plainTexts(page, mark)).filter((text) => !isSomebodyElses(text)),
            [],
          );
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${String(overflow)} px too wide`);
          const cut = await page.$$eval('main *, dialog[open] *', (elements) =>
            elements
              .filter(
                (element) =>
                  element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
              )
              .filter(
                (element) => !element.matches('input, .sie-visually-hidden') && getComputedStyle(element).overflowX !== 'visible',
              )
              .map((element) => `${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 60)}`),
          );
          assert.deepEqual(cut, []);
        }),
      );
    }
  });
}
