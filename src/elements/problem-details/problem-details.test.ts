import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import './problem-details.ts';
import { setLanguage } from '../../localization/language.ts';
import type { SieProblemDetails } from './problem-details.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Half a second more, so that the whole seconds are the same on a slow machine. */
const waitOf = async (left: number): Promise<SieProblemDetails> =>
  fixture(html`<sie-problem-details .until=${Date.now() + left - (left > second ? 500 : 0)}></sie-problem-details>`);
const seen = (element: Element) => element.querySelector('[aria-hidden=true]')?.textContent;
const heard = (element: Element) => element.querySelector('.sie-visually-hidden')?.textContent;

describe('problem details', () => {
  afterEach(() => setLanguage({ language: 'en' }));

  for (const [left, text] of [
    [second, 'Try again in 1 second.'],
    [2 * second, 'Try again in 2 seconds.'],
    [45 * second, 'Try again in 45 seconds.'],
    [59 * second, 'Try again in 59 seconds.'],
    [60 * second, 'Try again in 1 minute.'],
    [61 * second, 'Try again in 2 minutes.'],
    [2 * minute, 'Try again in 2 minutes.'],
    [10 * minute, 'Try again in 10 minutes.'],
    [59 * minute, 'Try again in 59 minutes.'],
    [hour, 'Try again in 1 hour.'],
    [61 * minute, 'Try again in 2 hours.'],
    [24 * hour, 'Try again in 24 hours.'],
  ] as const) {
    it(`show the waiting time: ${String(left / second)} s`, async () => {
      const element = await waitOf(left);
      expect(seen(element)).to.equal(text);
      expect(heard(element)).to.equal(text);
      await expect(element).to.be.accessible();
    });
  }

  for (const [language, text] of [
    ['zh-CN', '请在2分钟后重试。'],
    ['ar', 'الوقت المتبقي قبل المحاولة مرة أخرى: \u2068دقيقتان\u2069.'],
  ] as const) {
    it(`in ${language}`, async () => {
      await setLanguage({ language });
      expect(seen(await waitOf(2 * minute))).to.equal(text);
    });
  }

  it('hide the countdown from screen readers, and announce once that the waiting time is over', async () => {
    const element = await waitOf(1900);
    const spoken: (string | undefined)[] = [];
    const observer = new MutationObserver(() => spoken.push(heard(element) ?? element.textContent.trim()));
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    const first = heard(element);
    await oneEvent(element, 'sie-wait-end');
    observer.disconnect();
    expect(new Set(spoken)).to.deep.equal(new Set([first, 'You can try again now.']));
    expect(element.querySelector('[aria-hidden]')).to.equal(null);
  });

  it('dispatch no event for a waiting time that was over before it was shown', async () => {
    let ends = 0;
    const element = await fixture<SieProblemDetails>(
      html`<sie-problem-details .until=${Date.now() - 1} @sie-wait-end=${() => (ends += 1)}></sie-problem-details>`,
    );
    expect(element.textContent.trim()).to.equal('You can try again now.');
    expect(ends).to.equal(0);
  });

  it('accept a new waiting time', async () => {
    const element = await waitOf(second);
    element.until = Date.now() + 5 * minute;
    await element.updateComplete;
    expect(heard(element)).to.equal('Try again in 5 minutes.');
  });

  it('have a reference that one click selects and translators leave alone', async () => {
    const element = await fixture<SieProblemDetails>(
      html`<sie-problem-details .reference=${'req-<b>7</b>'}></sie-problem-details>`,
    );
    expect(element.textContent.trim()).to.equal('Reference for support: req-<b>7</b>');
    const code = element.querySelector('code');
    expect(code?.translate).to.equal(false);
    expect(code && getComputedStyle(code).getPropertyValue('-webkit-user-select')).to.equal('all');
    await expect(element).to.be.accessible();
  });

  it('are empty without waiting time and reference', async () => {
    const element = await fixture<SieProblemDetails>(html`<sie-problem-details></sie-problem-details>`);
    expect(element.textContent.trim()).to.equal('');
  });
});
