import { expect, fixture, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html } from 'lit';
import type { FlowState } from '../flow/index.ts';
import { problemText } from '../localization/problem-messages.ts';
import { install } from '../theme/install.ts';
import { theme } from '../theme/theme.ts';
import './profile-screen.ts';
import type { SieProfileScreen } from './profile-screen.ts';
import { fakeFlow, stateOn } from './testing/fake-flow.ts';

const field = (name: string, type: string, config = {}, changes = {}) => ({ name, type, config, required: true, ...changes });
const part = (name: string) => ({ ...field(name, 'Text'), enabled: true });

const fullname = field('fullname', 'Fullname', { parts: [part('givenName'), part('familyName')] });
const address = field('address', 'Address', { parts: [part('streetAddress'), part('country')] });
const birthdate = field('birthdate', 'Date', { format: 'dd/MM/yyyy' });
const nickname = field('nickname', 'Text', {}, { required: false });
const news = field('news', 'Checkbox', { defaultValue: 'true' }, { label: 'News', required: false });
const avatar = field('avatar', 'Url', {}, { required: false });
const url = 'https://cdn.example/avatar.jpg';

interface Given {
  readonly draft?: Readonly<Record<string, string>>;
  readonly state?: Partial<FlowState>;
}

/** The screen, with the fields that a tenant asks for. */
async function profileScreen(customProfileFields: readonly object[], { draft = {}, state = {} }: Given = {}) {
  install(document, theme);
  const kept: Readonly<Record<string, string>>[] = [];
  const flow = Object.assign(fakeFlow({ settings: { customProfileFields } }), {
    draft: () => draft,
    keepDraft: (values: Readonly<Record<string, string>>) => void kept.push(values),
  });
  const step = { name: 'extra-profile' } as const;
  const screen = document.createElement('sie-profile-screen') as SieProfileScreen;
  Object.assign(screen, { flow, state: stateOn(step, state), theme: 'light', problemText });
  await fixture(html`<main class="sie-root" style="inline-size: 360px">${screen}</main>`);
  await screen.updateComplete;
  const input = (name: string) => screen.querySelector<HTMLInputElement>(`[name="${name}"]:is(input, select)`)!;
  const button = screen.querySelector<HTMLButtonElement>('button[type=submit]')!;
  return {
    screen,
    flow,
    kept,
    input,
    button,
    type: (name: string, text: string) => {
      input(name).value = text;
      input(name).dispatchEvent(new Event('input', { bubbles: true }));
    },
    leave: (name: string) => input(name).dispatchEvent(new Event('change', { bubbles: true })),
    submit: async () => {
      screen.querySelector('form')!.requestSubmit();
      await screen.updateComplete;
    },
    errors: async () => {
      await screen.updateComplete;
      return [...screen.querySelectorAll('.sie-error')].map(({ textContent }) => textContent).filter(Boolean);
    },
    sent: () => flow.calls.filter(([name]) => name === 'submitProfile').map(([, input]) => input),
  };
}

describe('the profile screen', () => {
  it('asks for the tenant’s fields in their order, each under its own name', async () => {
    const { screen } = await profileScreen([nickname, address, news, avatar, fullname, birthdate]);
    expect([...screen.querySelectorAll<HTMLInputElement>('form :is(input, select)')].map(({ name }) => name)).to.deep.equal([
      'nickname',
      'address.streetAddress',
      'address.country',
      'news',
      'avatar',
      'givenName',
      'familyName',
      'birthdate',
    ]);
    expect(screen.heading).to.equal('Tell us about yourself');
  });

  it('sends every field, also what was filled in without events and what is empty', async () => {
    const { input, submit, sent } = await profileScreen([nickname, fullname, birthdate, address, news, avatar]);
    for (const name of ['givenName', 'familyName', 'address.streetAddress', 'address.country']) input(name).value = name;
    input('birthdate').value = '2024-02-29';
    await submit();
    expect(sent()).to.deep.equal([
      {
        values: {
          nickname: '',
          givenName: 'givenName',
          familyName: 'familyName',
          birthdate: '29/02/2024',
          address: {
            streetAddress: 'address.streetAddress',
            country: 'address.country',
            formatted: 'address.streetAddress, address.country',
          },
          news: 'true',
          avatar: '',
        },
      },
    ]);
  });

  it('sends a form of optional fields empty, too', async () => {
    const { submit, sent } = await profileScreen([
      nickname,
      avatar,
      field('site', 'Url', {}, { label: 'Site', required: false }),
    ]);
    await submit();
    expect(sent()).to.deep.equal([{ values: { nickname: '', avatar: '', site: '' } }]);
  });

  it('sends nothing while something is wrong, says what, and moves the focus to the first of it', async () => {
    const { input, submit, sent, errors } = await profileScreen([nickname, fullname, birthdate]);
    input('givenName').value = 'Mia';
    await submit();
    expect(sent()).to.deep.equal([]);
    expect(await errors()).to.deep.equal(['Last name is required', 'Birthdate is required']);
    await waitUntil(() => document.activeElement === input('familyName'));
  });

  it('takes away what it said as soon as one types, and checks again when one leaves', async () => {
    const { type, leave, submit, errors } = await profileScreen([field('age', 'Number', { minValue: 18 }, { label: 'Age' })]);
    type('age', '17');
    leave('age');
    expect(await errors()).to.deep.equal([]);
    await submit();
    expect(await errors()).to.deep.equal(['Enter a number of 18 or more']);
    type('age', '1');
    expect(await errors()).to.deep.equal([]);
    leave('age');
    expect(await errors()).to.deep.equal(['Enter a number of 18 or more']);
    type('age', '18');
    leave('age');
    expect(await errors()).to.deep.equal([]);
  });

  it('keeps what is entered, and begins with it after a reload', async () => {
    const { type, kept } = await profileScreen([nickname, fullname, news]);
    type('nickname', 'mi');
    const draft = { nickname: 'mi', givenName: '', familyName: '', news: 'true' };
    expect(kept.at(-1)).to.deep.equal(draft);
    const again = await profileScreen([nickname, fullname, news, avatar], { draft: { ...draft, news: 'false', avatar: url } });
    expect(again.input('nickname').value).to.equal('mi');
    expect(again.input('news').checked).to.equal(false);
    expect(again.screen.querySelector('img')?.src).to.equal(url);
  });

  it('keeps what was typed when the screen shows something new', async () => {
    const { screen, type, input } = await profileScreen([nickname]);
    type('nickname', 'mi');
    screen.state = stateOn({ name: 'extra-profile' }, { notice: { tone: 'danger', code: 'network' } });
    await screen.updateComplete;
    expect(input('nickname').value).to.equal('mi');
    expect(screen.innerText).to.contain('offline');
  });

  it('waits for a picture that is on its way', async () => {
    const { screen, button, submit, sent, kept } = await profileScreen([avatar]);
    const tell = async (busy: boolean) => {
      const event = Object.assign(new Event('sie-avatar-change', { bubbles: true }), { busy });
      screen.querySelector('sie-avatar-field')!.dispatchEvent(event);
      await screen.updateComplete;
    };
    await tell(true);
    expect(button.disabled).to.equal(true);
    await submit();
    expect(sent()).to.deep.equal([]);
    await tell(false);
    expect(button.disabled).to.equal(false);
    expect(kept.at(-1)).to.deep.equal({ avatar: '' });
    await submit();
    expect(sent()).to.deep.equal([{ values: { avatar: '' } }]);
  });

  it('hands pictures to the flow, and says in words why one was not stored', async () => {
    const { screen, flow } = await profileScreen([avatar]);
    const { upload } = screen.querySelector('sie-avatar-field')!;
    const file = new File([], 'me.jpg');
    const { signal } = new AbortController();
    const answers = [{ url }, { problem: { code: 'storage.not_configured', message: 'No storage here.' } }];
    const asked: unknown[] = [];
    Object.assign(flow, {
      storeAvatar: (...input: unknown[]) => {
        asked.push(input);
        return Promise.resolve(answers.shift());
      },
    });
    expect(await upload(file, signal)).to.deep.equal({ url });
    // No problem of the flow has brought the words for problems yet.
    Object.assign(screen, { problemText: undefined });
    expect(await upload(file, signal))
      .to.have.property('problem')
      .that.does.not.contain('offline');
    expect(asked).to.deep.equal([
      [file, signal],
      [file, signal],
    ]);
  });

  it('offers another try where the code of a field could not be fetched', async () => {
    const { screen, input } = await profileScreen([nickname]);
    Object.assign(screen, { stage: 'failed' });
    await screen.updateComplete;
    expect(screen.querySelector('form')).to.equal(null);
    expect(screen.querySelector('[role=alert]')?.textContent).to.contain('could not be loaded');
    [...screen.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Try again'))!.click();
    await screen.updateComplete;
    expect(input('nickname').checkVisibility()).to.equal(true);
  });

  it('is sent by Enter, from any text', async () => {
    const { input, sent } = await profileScreen([nickname]);
    input('nickname').focus();
    await executeServerCommand('press-keys', ['Enter']);
    await waitUntil(() => sent().length > 0);
  });

  it('goes back', async () => {
    const { screen, flow } = await profileScreen([nickname]);
    screen.querySelector<HTMLButtonElement>('.sie-back')!.click();
    expect(flow.calls).to.deep.equal([['back']]);
  });

  it('cannot be changed or sent twice while it is sent, and says so', async () => {
    const { screen, button } = await profileScreen([nickname, news, fullname, avatar], {
      state: { status: 'busy', pending: { command: 'submitProfile' } },
    });
    expect(button.disabled).to.equal(true);
    expect(button.getAttribute('aria-busy')).to.equal('true');
    for (const input of screen.querySelectorAll<HTMLInputElement>('form input')) {
      expect(input.readOnly || input.disabled, input.name).to.equal(true);
    }
  });

  for (const status of ['idle', 'busy'] as const) {
    it(`passes axe while ${status}, and with everything wrong`, async () => {
      const { screen, submit } = await profileScreen([avatar, fullname, birthdate, address, news], { state: { status } });
      await expect(screen).to.be.accessible();
      await submit();
      await expect(screen).to.be.accessible();
    });
  }
});
