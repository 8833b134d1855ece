import { expect } from '@open-wc/testing';
import { FlowProblem } from './problem.ts';
import { apiError, flowHarness, type HarnessOptions } from './testing/harness.ts';

const alice = { type: 'username', value: 'alice', valid: true } as const;
const email = { type: 'email', value: 'alice@example.com', valid: true } as const;
const phone = { type: 'phone', value: '8613800000001', valid: true } as const;

const guarded = (options: HarnessOptions = {}) => {
  let solved = 0;
  const solveCaptcha = () => Promise.resolve(`token-${String((solved += 1))}`);
  const settings = { signUp: { identifiers: ['username', 'email'] }, forgotPassword: { email: true }, ...options.settings };
  return { ...flowHarness({ solveCaptcha, ...options, settings }), solved: () => solved };
};

describe('a captcha', () => {
  for (const [name, act] of [
    ['a password', (flow) => flow.do.submitPassword({ identifier: alice, password: 'secret' })],
    ['a code', (flow) => flow.do.submitIdentifier({ identifier: phone })],
    ['a code instead', (flow) => flow.do.sendCode({ identifier: { type: 'phone', value: '86138' } })],
    ['a registration', (flow) => flow.do.submitRegistration({ identifier: alice })],
    ['a recovery', (flow) => flow.do.startRecovery({ identifier: email })],
  ] as const satisfies readonly (readonly [string, (flow: ReturnType<typeof flowHarness>['flow']) => Promise<void>])[]) {
    it(`is solved before ${name}, once, and goes with the first call`, async () => {
      const { flow, request, solved } = guarded();
      await act(flow);
      expect(request('PUT /')).to.deep.include({ captchaToken: 'token-1' });
      expect(solved()).to.equal(1);
    });
  }

  it('is not requested for providers or enterprise SSO, nor for invalid input', async () => {
    const { flow, solved } = guarded({
      settings: { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme' }] },
      answers: { 'GET /sso-connectors': { connectorIds: ['acme'] } },
    });
    await flow.do.submitPassword({ identifier: { type: undefined, value: '', valid: false }, password: 'x' });
    await flow.do.submitPassword({ identifier: email, password: '' });
    flow.resume();
    await flow.do.startSocial({ connectorId: 'ding' });
    expect(solved()).to.equal(0);
  });

  for (const code of ['captcha.unreachable', 'captcha.failed']) {
    it(`that fails shows an error and can be retried: ${code}`, async () => {
      let fails = true;
      const solveCaptcha = () => (fails ? Promise.reject(new FlowProblem(code)) : Promise.resolve('token'));
      const { flow, calls, navigation } = guarded({ solveCaptcha });
      await flow.do.submitPassword({ identifier: alice, password: 'secret' });
      expect(flow.state.notice).to.deep.include({ code, tone: 'danger' });
      expect(flow.state.status).to.equal('idle');
      expect(calls).to.deep.equal([]);
      fails = false;
      await flow.do.submitPassword({ identifier: alice, password: 'secret' });
      expect(navigation.left).to.have.length(1);
    });
  }

  it('that the server rejects is solved again on the next press', async () => {
    const { flow, answers, request } = guarded({ answers: { 'PUT /': apiError(422, 'session.captcha_failed') } });
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(flow.state.notice).to.deep.include({ code: 'session.captcha_failed' });
    answers['PUT /'] = undefined;
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(request('PUT /')).to.deep.include({ captchaToken: 'token-2' });
  });

  it('is cancelled when the person goes back', async () => {
    let given: AbortSignal | undefined;
    const solveCaptcha = (signal: AbortSignal) => new Promise<string>(() => (given = signal));
    const { flow } = guarded({ solveCaptcha });
    await flow.start();
    void flow.do.submitPassword({ identifier: alice, password: 'secret' });
    while (!given) await new Promise(requestAnimationFrame);
    flow.back();
    expect(given.aborted).to.equal(true);
    expect(flow.state.status).to.equal('idle');
  });
});
