import { expect } from '@open-wc/testing';
import { NetworkError } from '../client/errors.ts';
import { apiError, flowHarness, type HarnessOptions } from './testing/harness.ts';

const answerUrl = '/callback/social/ding?code=c&state=token';
const linkUrl = '/one-time-token?one_time_token=secret&login_hint=alice@example.com';
const resetUrl = '/reset-password?one_time_token=secret&login_hint=alice@example.com';
const missing = apiError(422, 'user.missing_profile', '', { missingProfile: ['username'] });

/** The shared state of one browser: local storage and locks. */
function browser() {
  const local = new Map<string, string>();
  const queues = new Map<string, Promise<unknown>>();
  const exclusively = <Value>(name: string, run: () => Promise<Value>): Promise<Value> => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(run, run);
    queues.set(name, turn);
    return turn;
  };
  return { local, exclusively };
}

/** The stored data of a closed page. */
const attempt = JSON.stringify({ flow: 'social', state: 'token', verificationId: 'v-ding', isSent: true });

const cases = [
  ['a provider’s answer', answerUrl, 'callback.taken', '/verify'],
  ['a magic link', linkUrl, 'one_time_token.taken', '/one-time-token/verify'],
  ['a link to set a new password', resetUrl, 'one_time_token.taken', '/one-time-token/verify'],
] as const;

for (const [what, url, code, verify] of cases) {
  const isAnswer = url === answerUrl;
  const verifies = (names: readonly string[]) => names.filter((name) => name.endsWith(verify)).length;

  describe(`${what} that is loaded twice`, () => {
    const open = (
      shared: ReturnType<typeof browser>,
      options: HarnessOptions & { readonly session?: Map<string, string> } = {},
    ) => {
      const session = options.session ?? new Map<string, string>();
      if (isAnswer) {
        const kept = { flow: 'social', connectorId: 'ding', state: 'token', verificationId: 'v-ding', expiresAt: 2_000_000 };
        if (shared.local.size === 0) shared.local.set('logto:redirect-context:fallback:token', JSON.stringify(kept));
      }
      return flowHarness({ url, ...shared, ...options, session });
    };

    it('in two tabs at once: the first continues, the second waits and sends nothing', async () => {
      const shared = browser();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const first = open(shared, { answers: { 'POST /identification': held } });
      const second = open(shared);
      const done = Promise.all([first.flow.start(), second.flow.start()]);
      release();
      await done;
      expect(verifies(first.names())).to.equal(1);
      expect(second.names()).to.deep.equal([]);
      expect(second.flow.state.step).to.deep.include({ name: 'error', code });
      expect(first.navigation.left.length === 1 || first.flow.state.step.name === 'new-password').to.equal(true);
    });

    it('in another tab later: does not replace the interaction of the first, which is asked for more', async () => {
      const shared = browser();
      const first = open(shared, { answers: { 'POST /submit': missing } });
      await first.flow.start();
      const second = open(shared);
      await second.flow.start();
      expect(second.names()).to.deep.equal([]);
      expect(second.flow.state.step).to.deep.include({ name: 'error', code });
    });

    it('in the same tab while the first request was pending: continues with the verification record', async () => {
      const shared = browser();
      const session = new Map<string, string>();
      const first = open(shared, { session, answers: { 'POST /identification': new NetworkError('POST /identification') } });
      await first.flow.start();
      const again = open(shared, { session });
      await again.flow.start();
      expect(verifies(again.names())).to.equal(0);
      expect(again.names()[0]).to.equal('POST /identification');
      expect(again.navigation.left.length === 1 || again.flow.state.step.name === 'new-password').to.equal(true);
    });

    it('in the same tab after the session was lost: sends it again', async () => {
      const shared = browser();
      const session = new Map<string, string>();
      const lost = apiError(404, 'session.not_found');
      const first = open(shared, { session, answers: { 'POST /identification': lost } });
      await first.flow.start();
      expect(first.flow.state.step.name).to.equal('unknown-session');
      expect([...shared.local.keys()].filter((key) => key.startsWith('sie:1:taken'))).to.deep.equal([]);
    });

    it('after a rejection or a connection failure: sends it again', async () => {
      const shared = browser();
      const name = isAnswer ? 'POST /verification/social/ding/verify' : 'POST /verification/one-time-token/verify';
      const first = open(shared, { answers: { [name]: new NetworkError(name) } });
      await first.flow.start();
      const second = open(shared);
      await second.flow.start();
      expect(verifies(second.names())).to.equal(1);
    });

    it('stores no token, and nothing forever', async () => {
      const shared = browser();
      await open(shared).flow.start();
      expect(JSON.stringify([...shared.local])).not.to.contain('secret');
      const much = open(shared, { now: () => 1_000_000 + 600_000 });
      await much.flow.start();
      expect(much.flow.state.step).not.to.deep.include({ code });
    });
  });
}

it('a response that was sent before a reload continues if the server has accepted it', async () => {
  const session = new Map([['sie:1:social:ding', attempt]]);
  const verify = 'POST /verification/social/ding/verify';
  const again = flowHarness({
    url: answerUrl,
    session,
    answers: { [verify]: apiError(401, 'connector.social_auth_code_invalid') },
  });
  await again.flow.start();
  expect(again.names()).to.deep.equal([verify, 'POST /identification', 'POST /submit']);
  expect(again.navigation.left).to.have.length(1);
});

describe('a browser that denies locks', () => {
  const denied = () => Promise.reject(new DOMException('Access to the Locks API is denied in this context.', 'SecurityError'));

  for (const [what, url, , verify] of cases.slice(1)) {
    it(`allows ${what} to be used once`, async () => {
      const { flow, names, navigation } = flowHarness({ url, exclusively: denied });
      await flow.start();
      expect(names().filter((name) => name.endsWith(verify))).to.have.length(1);
      expect(navigation.left.length === 1 || flow.state.step.name === 'new-password').to.equal(true);
    });
  }

  it('shows why a provider’s response cannot be used', async () => {
    const { flow } = flowHarness({ url: answerUrl, exclusively: denied });
    await flow.start();
    expect(flow.state.notice).to.deep.include({ code: 'callback.state_mismatch' });
  });
});

it('a command that fails while it holds the lock does not run a second time', async () => {
  const name = 'POST /verification/one-time-token/verify';
  const { flow, names } = flowHarness({
    url: linkUrl,
    exclusively: (_, run) => run(),
    answers: { [name]: new NetworkError(name) },
  });
  await flow.start();
  expect(names().filter((each) => each === name)).to.have.length(1);
});
