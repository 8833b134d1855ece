import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../define.ts';
import type { Flow, StepName } from '../flow/index.ts';
import { type FakeFlowOptions, fakeFlow, stateOn } from '../screens/testing/fake-flow.ts';
import { sampleSteps } from '../screens/testing/sample-steps.ts';
import type { SieProblemEvent } from './events.ts';
import type { SignInExperience } from './sign-in-experience.ts';

const names = Object.keys(sampleSteps) as StepName[];
/** Asked under a title. */
const question = { code: 'session.unknown' };

/** A flow that stands still on a step. */
function standing(name: StepName, asks = false): Flow {
  const { step, settings = {} } = sampleSteps[name];
  const state = stateOn(step, asks ? { question } : {});
  const subscribe = (tell: (shown: typeof state) => void) => {
    tell(state);
    return () => undefined;
  };
  const options: FakeFlowOptions = { settings };
  return Object.assign(fakeFlow(options), { state, subscribe });
}

/** Shows a step in an element, whatever the server says. */
async function show(element: SignInExperience, name: StepName, asks = false): Promise<void> {
  const controller = Reflect.get(element, 'controller') as { follow: (flow: Flow, signal: AbortSignal) => void };
  controller.follow(standing(name, asks), new AbortController().signal);
  await waitUntil(() => element.dataset['step'] === name, name, { timeout: 8_000 });
  await element.updateComplete;
  await waitUntil(() => element.querySelector('.sie-title')?.textContent.trim(), name, { timeout: 8_000 });
  if (asks) await waitUntil(() => element.querySelector('dialog[open] h2'), name, { timeout: 8_000 });
}

const headings = 'h1, h2, h3, h4, h5, h6, [role=heading]';
/** As assistive technology takes them (https://www.w3.org/TR/html-aria/#docconformance): `aria-level` wins over the tag. */
const levelsIn = (root: Element) =>
  [...root.querySelectorAll(headings)].map((each) => Number(each.getAttribute('aria-level') ?? each.localName.slice(1)));
const landmarks = 'main, [role=main], header, footer, nav, aside, [role=banner], [role=contentinfo]';
const outside = 'main, article, aside, nav, section';

/** Landmarks of the page itself: a header or a footer within a section is none (https://www.w3.org/TR/html-aam-1.0/#el-footer). */
const pageLandmarks = (root: Element) =>
  [...root.querySelectorAll(landmarks)].filter((each) => !each.matches('header, footer') || !each.closest(outside));

const repeatedIds = (root: Element) => {
  const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
};

/** Ids that something refers to and nothing has, but for those of what opens later. */
const missingIds = (root: Element) =>
  ['aria-labelledby', 'aria-describedby', 'for'].flatMap((attribute) =>
    [...root.querySelectorAll(`[${attribute}]`)]
      .flatMap((each) => each.getAttribute(attribute)!.split(' '))
      .filter((id) => !root.querySelector(`#${CSS.escape(id)}`)),
  );

describe('landmarks and headings of the element', () => {
  const { fetch } = window;
  beforeEach(() => (window.fetch = () => new Promise(() => undefined)));
  afterEach(() => (window.fetch = fetch));

  const two = () =>
    fixture<HTMLElement>(
      html`<div>
        <sign-in-experience app-id="one"></sign-in-experience><sign-in-experience app-id="two"></sign-in-experience>
      </div>`,
    );

  for (const name of names) {
    it(`is a region named by its heading, twice on a page, on the step ${name}`, async () => {
      const root = await two();
      const elements = [...root.querySelectorAll<SignInExperience>('sign-in-experience')];
      for (const element of elements) await show(element, name);
      expect(root.querySelectorAll('h1')).to.have.length(0);
      expect(pageLandmarks(root).map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
      for (const element of elements) {
        const regions = element.querySelectorAll('section, [role=region]');
        expect(regions).to.have.length(1);
        const heading = document.getElementById(regions[0]!.getAttribute('aria-labelledby')!)!;
        expect(element.contains(heading)).to.equal(true);
        expect(heading).to.equal(element.querySelector('.sie-title'));
        expect(regions[0]!.contains(heading)).to.equal(true);
        expect(levelsIn(element.querySelector('section')!)).to.deep.equal([2]);
      }
      expect(repeatedIds(root)).to.deep.equal([]);
      expect(missingIds(root)).to.deep.equal([]);
    });

    it(`is the page itself where the page is the server's, on the step ${name}`, async () => {
      const { title, documentElement } = document;
      const { lang, dir } = documentElement;
      try {
        const element = await fixture<SignInExperience>(html`<sign-in-experience routing="url"></sign-in-experience>`);
        element.headingLevel = 4;
        await show(element, name);
        expect(element.querySelectorAll('main')).to.have.length(1);
        expect(element.querySelectorAll('section, [role=region], [aria-level]')).to.have.length(0);
        expect([...element.querySelectorAll(headings)].filter((each) => !each.closest('dialog'))).to.deep.equal([
          element.querySelector('main h1.sie-title'),
        ]);
      } finally {
        document.title = title;
        Object.assign(documentElement, { lang, dir });
      }
    });
  }

  it('has no duplicate id while two elements show a dialog', async () => {
    const root = await two();
    for (const element of root.querySelectorAll('sign-in-experience')) {
      await show(element, 'sign-in', true);
      element.querySelector('dialog')!.close();
    }
    expect(repeatedIds(root)).to.deep.equal([]);
    expect(missingIds(root)).to.deep.equal([]);
  });

  const levels: readonly (readonly [stated: string | undefined, level: number])[] = [
    ...([1, 2, 3, 4, 5, 6] as const).map((level) => [String(level), level] as const),
    ...[' 3 ', '3\n', '\t3'].map((stated) => [stated, 3] as const),
    ...['0', '7', '10', '12', '-1', '+1', '2.5', '3.0', '1e0', '0x3', '٣', '3 4', '3px', 'x', 'h3', '', ' '].map(
      (stated) => [stated, 2] as const,
    ),
    ...['NaN', 'null', 'undefined', 'true', 'Infinity', '3"><h1>'].map((stated) => [stated, 2] as const),
    [undefined, 2],
  ];
  it('has the heading level that the page says, else 2', async function () {
    // An element each; slow engines take seconds for all of them.
    this.timeout(60_000);
    for (const [stated, level] of levels) {
      const element = document.createElement('sign-in-experience');
      if (stated !== undefined) element.setAttribute('heading-level', stated);
      await fixture(html`<div>${element}</div>`);
      await show(element, 'sign-in');
      expect(levelsIn(element), `heading-level="${String(stated)}"`).to.deep.equal([level]);
      expect(element.querySelector('h1'), 'an <h1>').to.equal(null);
    }
  });

  it('takes another level at any time, with what was typed', async () => {
    const element = await fixture<SignInExperience>(html`<sign-in-experience heading-level="3"></sign-in-experience>`);
    await show(element, 'sign-in');
    const input = element.querySelector('input')!;
    input.value = 'alice';
    for (const [stated, level] of [
      [5, 5],
      ['6', 6],
      [0, 2],
      [1, 1],
      [null, 2],
    ] as const) {
      Object.assign(element, { headingLevel: stated });
      await element.updateComplete;
      await nextFrame();
      expect(levelsIn(element)).to.deep.equal([level]);
      const name = element.querySelector('section')!.getAttribute('aria-labelledby');
      expect(element.querySelector('.sie-title')!.id).to.equal(name);
    }
    expect([element.querySelector('input'), input.value]).to.deep.equal([input, 'alice']);
  });

  it('is a region with that level when nothing can be shown, too', async () => {
    window.fetch = () => Promise.resolve(Response.json({}, { status: 400 }));
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const problems: string[] = [];
    root.addEventListener('sie-problem', ({ code }: SieProblemEvent) => problems.push(code));
    for (const level of ['', '3']) {
      const element = document.createElement('sign-in-experience');
      element.setAttribute('heading-level', level);
      root.append(element);
    }
    await waitUntil(() => root.querySelectorAll('.sie-title').length === 2);
    expect(levelsIn(root)).to.deep.equal([2, 3]);
    expect(pageLandmarks(root)).to.deep.equal([]);
    const names = [...root.querySelectorAll('section')].map((each) => each.getAttribute('aria-labelledby'));
    expect(names).to.deep.equal([...root.querySelectorAll('.sie-title')].map(({ id }) => id));
    expect(repeatedIds(root)).to.deep.equal([]);
    expect(problems).to.have.length(2);
  });

  it('passes the rules for accessible pages, twice beside the main content of a page', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <main>
          <h1>Ours</h1>
          <sign-in-experience></sign-in-experience><sign-in-experience heading-level="3"></sign-in-experience>
        </main>
      </div>`,
    );
    const [first, second] = root.querySelectorAll('sign-in-experience');
    await show(first!, 'sign-in');
    await show(second!, 'password');
    await expect(root).to.be.accessible();
  });
});
