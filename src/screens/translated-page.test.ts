import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../elements/confirm-dialog/confirm-dialog.ts';
import '../elements/field-note/field-note.ts';
import '../elements/country-list/country-list.ts';
import type { SieCountryList } from '../elements/country-list/country-list.ts';
import { countryEntries } from '../elements/country-list/country-search.ts';
import '../elements/password-field/password-field.ts';
import '../elements/social-buttons/social-buttons.ts';
import type { FlowState } from '../flow/index.ts';
import type { Step } from '../flow/steps/step.ts';
import { setLanguage } from '../localization/language.ts';
import { fakePhoneNumbers } from '../platform/testing/fake-phone-numbers.ts';
import { type ForeignHand, foreignHands, readable, translateContinually } from './testing/foreign-hands.ts';
import { nextTask } from '../shared/testing/next-task.ts';
import { screenFixture } from './testing/screen-fixture.ts';

/** Something that is on the page, and how it changes afterwards. */
interface Scene {
  readonly element: LitElement;
  readonly change: () => unknown;
}

const phone = { type: 'phone', value: '8613800000001' } as const;
const code = { name: 'verification-code', purpose: 'sign-in', identifier: phone, verificationId: 'v-1', sentAt: 0 } as const;
/** Stands still in these tests. */
const now = Date.now();
const signIn = { name: 'sign-in' } as const;
const google = { id: 'g', target: 'google', name: 'Google', logo: '' };
const others = ['Apple', 'Alipay', 'DingTalk', 'GitHub', 'WeChat', 'Weibo', 'Line', 'Kakao'].map((name) => ({
  ...google,
  id: name,
  name,
}));
const danger = (name: string): Partial<FlowState> => ({ notice: { tone: 'danger', code: name } });

const screen =
  (step: Step, from: Partial<FlowState>, ...to: Partial<FlowState>[]) =>
  async (): Promise<Scene> => {
    const { screen: element, show } = await screenFixture(step, from);
    const change = async () => {
      for (const state of to) await show(state);
    };
    return { element, change };
  };

const newStep = (step: Step, next: Step) => async (): Promise<Scene> => {
  const { screen: element } = await screenFixture(step);
  return { element, change: () => (element.state = { ...element.state, step: next }) };
};

const elementScene =
  (template: () => ReturnType<typeof html>, ...changes: Record<string, unknown>[]) =>
  async (): Promise<Scene> => {
    const element = await fixture<LitElement>(template());
    const change = async () => {
      for (const properties of changes) {
        Object.assign(element, properties);
        await element.updateComplete;
      }
    };
    return { element, change };
  };

const social = (...from: readonly unknown[]) => html`<sie-social-buttons .connectors=${from}></sie-social-buttons>`;
const question = { title: 'Reminder', text: 'Create an account?', confirm: 'Create', cancel: 'Cancel', dismissible: true };
const rejected = { problem: { field: 'code', code: 'verification_code.code_mismatch' } } as const;
const entries = countryEntries(fakePhoneNumbers, 'en');

const scenes: Readonly<Record<string, () => Promise<Scene>>> = {
  'the seconds of a countdown': newStep({ ...code, sentAt: now }, { ...code, sentAt: now - 20_000 }),
  'the end of a countdown': newStep({ ...code, sentAt: now }, code),
  'a countdown that begins again': newStep(code, { ...code, sentAt: now }),
  'the address that a code went to': newStep(code, { ...code, identifier: { type: 'phone', value: '4915100000' } }),
  'a heading': newStep(code, { ...code, identifier: { type: 'email', value: 'a@b.test' } }),
  'an error below a field': screen(code, {}, rejected),
  'an error that goes': screen(code, rejected, {}),
  'an error that goes and comes again': screen(code, rejected, {}, rejected),
  'another error': screen(code, rejected, { problem: { field: 'code', code: 'verification_code.expired' } }),
  'a notice': screen(signIn, {}, danger('timeout')),
  'another notice': screen(signIn, danger('timeout'), danger('session.not_found')),
  'a notice of another tone': screen(code, danger('timeout'), { notice: { tone: 'success', code: 'code.sent' } }),
  'a notice that goes': screen(signIn, danger('timeout'), {}),
  'a button that is pressed': screen(signIn, {}, { status: 'busy' }, { status: 'idle' }, danger('timeout')),
  'what is said of an account': screen(
    { name: 'password', identifier: phone },
    {},
    { problem: { field: 'password', code: 'session.invalid_credentials' } },
  ),
  'the reason of an end': newStep(
    { name: 'error', code: 'timeout' },
    { name: 'error', code: 'session.not_found', requestId: 'r-1' },
  ),
  'rules of a new password': async () => {
    const { screen: element, type } = await screenFixture(
      { name: 'new-password', purpose: 'reset' },
      {},
      { settings: { passwordPolicy: { length: { min: 8 }, characterTypes: { min: 2 } } } },
    );
    return { element, change: () => type('newPassword', 'abcdefgh1') };
  },
  'a hint': elementScene(
    () => html`<sie-password-field></sie-password-field>`,
    { hint: 'At least 8' },
    { hint: 'At least 9' },
    { hint: '' },
    { hint: 'At least 10' },
  ),
  'a label': elementScene(() => html`<sie-password-field .label=${'One'}></sie-password-field>`, { label: 'Two' }),
  'a note': elementScene(() => html`<sie-field-note .text=${'One'}></sie-field-note>`, { text: '' }, { text: 'Two' }),
  'a question': elementScene(() => html`<sie-confirm-dialog .question=${question}></sie-confirm-dialog>`, {
    question: { ...question, text: 'Link it?', title: undefined },
  }),
  'a question without a way back': elementScene(() => html`<sie-confirm-dialog .question=${question}></sie-confirm-dialog>`, {
    question: { ...question, confirm: 'Go on', cancel: undefined },
  }),
  'a name of a provider': elementScene(() => social(google), { connectors: [{ ...google, name: 'Googol' }] }),
  'more providers': elementScene(() => social(google), { connectors: [google, ...others.slice(0, 3)] }),
  'fewer providers': elementScene(() => social(google, ...others), { connectors: others.slice(2, 4) }, { connectors: [google] }),
  'providers in another order': elementScene(() => social(...others.slice(0, 4)), { connectors: others.slice(0, 4).reverse() }),
  'a provider that is waited for': elementScene(() => social(google, ...others), { busyId: 'g' }, { busyId: undefined }),
  'countries that are found': async () => {
    const element = await fixture<SieCountryList>(html`<sie-country-list .entries=${entries}></sie-country-list>`);
    const search = async (text: string) => {
      const input = element.querySelector('input');
      if (!input) throw new Error('There is no search.');
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
    };
    return {
      element,
      change: () =>
        search('chi')
          .then(() => search('zzz'))
          .then(() => search('united')),
    };
  },
  'the language': async () => {
    const { screen: element } = await screenFixture(signIn);
    return { element, change: () => setLanguage({ language: 'zh-CN' }) };
  },
  'the language of a code': async () => {
    const { screen: element } = await screenFixture({ ...code, sentAt: now }, danger('timeout'));
    return { element, change: () => setLanguage({ language: 'ar' }) };
  },
};

async function settle({ element }: Scene): Promise<void> {
  // Mutation observers report in a microtask, and updates wait for the file that repairs the content.
  await nextTask();
  await element.updateComplete;
  await nextTask();
}

describe('a page that others change', () => {
  const errors: string[] = [];
  const clock = Date.now;
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    errors.push(String('reason' in event ? event.reason : event.message));
  };

  before(() => {
    Date.now = () => now;
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
  });

  after(() => {
    Date.now = clock;
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
  });

  beforeEach(async () => {
    errors.length = 0;
    await setLanguage({ language: 'en' });
  });

  after(() => setLanguage({ language: 'en' }));

  /** What the page says in the end where nobody touches it, or where somebody does. */
  async function outcome(open: () => Promise<Scene>, hand?: ForeignHand): Promise<string> {
    await setLanguage({ language: 'en' });
    const scene = await open();
    const { element, change } = scene;
    const input = element.querySelector('input');
    if (input && !input.readOnly) input.value = '12';
    input?.focus();
    hand?.(element);
    await settle(scene);
    await change();
    await settle(scene);
    const said = readable(element);
    const sameInput = element.querySelector('input') === input ? '' : ' [another input]';
    element.remove();
    return said + sameInput;
  }

  const right = new Map<string, Promise<string>>();

  for (const [title, hand] of Object.entries(foreignHands)) {
    it(`says what is so where somebody ${title} (${Object.keys(scenes).length} changes)`, async function () {
      this.timeout(60_000);
      const wrong: string[] = [];
      for (const [name, open] of Object.entries(scenes)) {
        right.set(name, right.get(name) ?? outcome(open));
        const [expected, found] = [await right.get(name), await outcome(open, hand).catch((error: unknown) => String(error))];
        if (expected !== found || errors.length > 0)
          wrong.push(`${name}: ${found} for ${expected ?? ''} ${errors.splice(0).join()}`);
      }
      expect(wrong).to.deep.equal([]);
    });
  }

  it('lets a translator translate what changed, without a loop', async () => {
    const { screen: element, show } = await screenFixture({ ...code, sentAt: now });
    const translator = translateContinually(element);
    await settle({ element, change: () => undefined });
    for (let round = 0; round < 20; round++) {
      await show(round % 2 ? danger('timeout') : rejected);
      await settle({ element, change: () => undefined });
    }
    const before = translator.times();
    for (let frame = 0; frame < 10; frame++) await nextFrame();
    translator.stop();
    expect(translator.times()).to.equal(before);
    expect(before).to.be.below(200);
    expect(errors).to.deep.equal([]);
  });

  it('leaves what does not change translated', async () => {
    const { screen: element, show } = await screenFixture({ ...code, sentAt: now });
    foreignHands['wraps each text in two elements']?.(element);
    await nextFrame();
    const heading = element.querySelector('h1')?.textContent;
    const link = element.querySelector('.sie-description')?.textContent;
    await show(rejected);
    await nextFrame();
    expect(heading).to.match(/^⟦/);
    expect(element.querySelector('h1')?.textContent).to.equal(heading);
    expect(element.querySelector('.sie-description')?.textContent).to.equal(link);
  });

  it('keeps what is typed, the focus and the selection', async () => {
    const { screen: element, find, show } = await screenFixture(code);
    const input = find<HTMLInputElement>('input');
    input.value = '1234';
    input.focus();
    input.setSelectionRange(1, 3);
    for (const hand of Object.values(foreignHands)) {
      hand(element);
      await nextFrame();
      await show(danger('timeout'));
      await show({});
    }
    expect(element.querySelector('input')).to.equal(input);
    expect([input.value, input.selectionStart, input.selectionEnd]).to.deep.equal(['1234', 1, 3]);
    expect(document.activeElement).to.equal(input);
  });

  it('keeps the buttons that password managers put beside inputs, and what an app puts on the page', async () => {
    const { find, show } = await screenFixture(signIn);
    const icon = document.createElement('com-1password-button');
    find('input').after(icon);
    const own = document.createElement('p');
    own.textContent = 'Words of the app';
    find('form').append(own);
    await nextFrame();
    await show(danger('timeout'));
    await show({ problem: { field: 'identifier', code: 'input.identifier_required' } });
    await setLanguage({ language: 'ar' });
    await nextFrame();
    expect(icon.parentElement).to.equal(find('input').parentElement);
    expect(own.parentElement).to.equal(find('form'));
  });
});
