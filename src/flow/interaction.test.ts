import { expect } from '@open-wc/testing';
import { type CommandName, commandNames } from './action.ts';
import { flowHarness as harness, type HarnessOptions } from './testing/harness.ts';

let count = 0;
const flowHarness = (options: HarnessOptions) => harness({ randomToken: () => `token-${++count}`, ...options });

const email = { type: 'email', value: 'victim@example.com' } as const;
const typed = { ...email, valid: true };
const verificationId = 'v-code';

/** Commands that continue an interaction, and their input. */
const goingOn: readonly (readonly [CommandName, unknown])[] = [
  ['submitCode', { purpose: 'sign-in', identifier: email, verificationId, code: '123456' }],
  ['submitCode', { purpose: 'register', identifier: email, verificationId, code: '123456' }],
  ['submitCode', { purpose: 'forgot-password', identifier: email, verificationId, code: '123456' }],
  ['submitCode', { purpose: 'continue', identifier: email, verificationId, code: '123456' }],
  ['resendCode', { purpose: 'continue', identifier: email }],
  ['resendCode', { purpose: 'sign-in', identifier: email }],
  ['submitMissingIdentifier', { missing: 'email', identifier: typed }],
  ['submitMissingIdentifier', { missing: 'username', identifier: { type: 'username', value: 'victim', valid: true } }],
  ['submitProfile', { values: { fullname: 'A Victim' } }],
  ['submitNewPassword', { purpose: 'continue', password: 'violet-Harbor-42' }],
  ['submitNewPassword', { purpose: 'reset', password: 'violet-Harbor-42' }],
  ['createAccount', {}],
  ['createAccount', { verificationId }],
  ['resumeVerification', {}],
  ['linkRelatedAccount', {}],
  ['linkToExistingAccount', { verificationId }],
  ['useExistingAccount', { verificationId }],
  ['submitInteraction', {}],
];

const link = '/one-time-token?one_time_token=t&login_hint=mallory@evil.example';

/** Commands that start a new interaction in another tab of the same browser. */
const beginnings: Readonly<Record<string, (options: HarnessOptions) => Promise<unknown>>> = {
  'a magic link': (options) => flowHarness({ ...options, url: `${link}&app_id=app` }).flow.start(),
  'a magic link that names no app': (options) => flowHarness({ ...options, url: link }).flow.start(),
  'a magic link whose app cannot be told to the server': (options) =>
    flowHarness({ ...options, url: `${link}&app_id=%E6%97%A5` }).flow.start(),
  'a link to set a new password': (options) =>
    flowHarness({ ...options, url: `${link.replace('/one-time-token', '/reset-password')}&app_id=app` }).flow.start(),
  'a link to a provider': (options) => flowHarness({ ...options, url: '/direct/social/dingtalk?app_id=app' }).flow.start(),
  'a password': (options) => flowHarness(options).flow.do.submitPassword({ identifier: typed, password: 'p' }),
};

type Run = (input: unknown) => Promise<void>;

/** A tab after the callback of a provider, on a step that continues from there. */
async function waitingTab(local: Map<string, string>, url = '/sign-in?app_id=app') {
  const session = new Map<string, string>();
  const tab = flowHarness({ local, session, url });
  await tab.flow.do.sendCode({ identifier: email });
  const key = 'sie:1:interaction';
  const proof = { kind: 'social', connectorId: 'ding', verificationId: 'v-ding' };
  session.set(key, JSON.stringify({ ...(JSON.parse(session.get(key) ?? '') as object), proof }));
  const before = tab.calls.length;
  const press = async (command: CommandName, input: unknown) => {
    await (tab.flow.do[command] as Run)(input);
    return tab.names().slice(before);
  };
  return { ...tab, press };
}

describe('a tab whose interaction was replaced by another tab', () => {
  it('is tested with every command that continues an interaction', () => {
    const begin: readonly CommandName[] = [
      'checkAccount',
      'submitSocialCallback',
      'followLink',
      'followResetLink',
      'goTo',
      'openLanding',
      'returnToApp',
      'sendCode',
      'startDirect',
      'startRecovery',
      'startSocial',
      'startSso',
      'submitIdentifier',
      'submitPassword',
      'submitRegistration',
      'submitSsoEmail',
    ];
    expect([...new Set([...begin, ...goingOn.map(([command]) => command)])].sort()).to.deep.equal([...commandNames].sort());
  });

  for (const [what, begin] of Object.entries(beginnings)) {
    for (const [command, input] of goingOn) {
      it(`sends nothing to the interaction of ${what}: ${command} ${JSON.stringify(input).slice(0, 30)}`, async () => {
        const local = new Map<string, string>();
        const tab = await waitingTab(local);
        await begin({ local });
        expect(await tab.press(command, input)).to.deep.equal([]);
        const { step, notice } = tab.flow.state;
        expect(step.name).to.equal('sign-in');
        expect(notice?.code).to.equal('session.verification_session_not_found');
        await tab.flow.do.submitPassword({ identifier: typed, password: 'p' });
        expect(tab.navigation.left, 'signs in again').to.have.length(1);
      });
    }
  }

  it('detects that if the tab itself named no app', async () => {
    const local = new Map<string, string>();
    const tab = await waitingTab(local, '/sign-in');
    await beginnings['a magic link']?.({ local });
    expect(await tab.press('submitProfile', { values: {} })).to.deep.equal([]);
  });
});

describe('a tab continues its interaction', () => {
  const others: Readonly<Record<string, (local: Map<string, string>) => unknown>> = {
    'where nobody else begins': () => undefined,
    'whatever is begun for another app': (local) => flowHarness({ local, url: `${link}&app_id=other` }).flow.start(),
    'where another tab only looks': (local) => flowHarness({ local, url: '/sign-in?app_id=app' }).flow.start(),
    'where another tab could not begin': (local) =>
      flowHarness({ local, url: `${link}&app_id=app`, answers: { 'PUT /': new Error('lost') } }).flow.start(),
    'where what outlives the tab is gone': (local) => local.clear(),
    'where what outlives the tab is nonsense': (local) => local.set('sie:1:begun', '{'),
  };
  for (const [what, begin] of Object.entries(others)) {
    for (const [command, input] of goingOn) {
      it(`${what}: ${command} ${JSON.stringify(input).slice(0, 30)}`, async () => {
        const local = new Map<string, string>();
        const tab = await waitingTab(local);
        await begin(local);
        expect(await tab.press(command, input)).not.to.deep.equal([]);
        expect(tab.flow.state.notice?.code).not.to.equal('session.verification_session_not_found');
      });
    }
  }

  it('that it did not start itself, because in-app browsers lose the storage of a tab', async () => {
    const local = new Map<string, string>();
    await waitingTab(local);
    const tab = flowHarness({ local });
    await tab.flow.do.submitProfile({ values: {} });
    expect(tab.names()).to.include('POST /profile');
  });

  it('after it has restarted it', async () => {
    const local = new Map<string, string>();
    const tab = await waitingTab(local);
    await beginnings['a magic link']?.({ local });
    await tab.flow.do.sendCode({ identifier: email });
    expect(await tab.press('submitProfile', { values: {} })).to.include('POST /profile');
  });
});
