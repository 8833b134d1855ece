import { expect } from '@open-wc/testing';
import { bootstrapFlow } from './bootstrap-flow.ts';
import { standInScripts } from '../platform/testing/stand-in-scripts.ts';

const settings = {
  signIn: { methods: [{ identifier: 'username', password: true }] },
  captchaPolicy: { enabled: true },
  captchaConfig: { type: 'Turnstile', siteKey: 'site' },
};
const identifier = { type: 'username', value: 'alice', valid: true } as const;

describe('bootstrapFlow', () => {
  const original = window.fetch;
  let restore = (): void => undefined;
  afterEach(() => {
    window.fetch = original;
    restore();
  });

  /** Sends a password; answers what the interaction was begun with, or undefined when it was not. */
  async function begin(settings: object, provider: string) {
    let begun: unknown;
    window.fetch = (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      if (pathname.startsWith('/api/.well-known'))
        return Promise.resolve(Response.json(pathname.endsWith('exp') ? settings : {}));
      if (pathname === '/api/experience') begun = JSON.parse(init?.body as string);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const host = document.createElement('div');
    host.innerHTML = '<div class="sie-captcha"></div>';
    restore = standInScripts(provider);
    const { flow } = await bootstrapFlow({
      host,
      routing: 'memory',
      session: { appId: 'app' },
      mayLeave: () => false,
      loadScreen: () => undefined,
      report: () => undefined,
    });
    await flow.do.submitPassword({ identifier, password: 'secret' });
    return { begun, notice: flow.state.notice };
  }
  const standIn = `data:text/javascript,turnstile = { render: (_, { callback }) => (callback('solved'), 'w'), remove() {} };//`;

  it('has a captcha solved before a sign-in begins, where the tenant wants one', async () => {
    const { begun } = await begin(settings, standIn);
    expect(begun).to.deep.equal({ interactionEvent: 'SignIn', captchaToken: 'solved' });
  });

  it('asks for no captcha elsewhere', async () => {
    const { begun } = await begin({ ...settings, captchaPolicy: { enabled: false } }, 'http://localhost:1');
    expect(begun).to.deep.equal({ interactionEvent: 'SignIn' });
  });

  it('begins nothing and says so where the captcha cannot be reached', async () => {
    const { begun, notice } = await begin(
      { ...settings, captchaConfig: { type: 'RecaptchaEnterprise', siteKey: 'other' } },
      'http://localhost:1',
    );
    expect(begun).to.equal(undefined);
    expect(notice?.code).to.equal('captcha.unreachable');
  });

  describe('in a page whose elements have the names of what the server and the app around leave on the window', () => {
    const names = ['logtoSsr', 'logtoNativeSdk', 'signInExperiencePreload'];
    const markup: Readonly<Record<string, (name: string) => string>> = {
      'a frame of another origin': (name) => `<iframe name="${name}" sandbox srcdoc="x"></iframe>`,
      'a frame of another origin, by its address': (name) =>
        `<iframe name="${name}" sandbox="allow-scripts" src="about:blank"></iframe>`,
      'a frame of this origin': (name) => `<iframe name="${name}" srcdoc="x"></iframe>`,
      'two frames': (name) => `<iframe name="${name}"></iframe><iframe name="${name}"></iframe>`,
      'a form': (name) =>
        `<form id="${name}"><input name="signInExperience"><input name="platform"><input name="getPostMessage"></form>`,
      'a form, whose fields are named after requests': (name) =>
        `<form name="${name}"><input name="/api/.well-known/sign-in-exp?appId=app"><input name="/api/.well-known/phrases"></form>`,
      'two links': (name) => `<a id="${name}"></a><a id="${name}" name="signInExperience" href="data:,x">x</a>`,
      'a picture': (name) => `<img name="${name}" alt="">`,
      'an object': (name) => `<object name="${name}"></object>`,
      'an element by its id': (name) => `<p id="${name}"></p>`,
    };
    for (const name of names) {
      for (const [what, write] of Object.entries(markup)) {
        it(`is not misled by ${what} called ${name}`, async () => {
          const box = document.createElement('div');
          box.innerHTML = write(name);
          const loaded = [...box.querySelectorAll('iframe')].map((frame) => new Promise((done) => (frame.onload = done)));
          document.body.append(box);
          try {
            await Promise.all(loaded);
            expect((window as unknown as Record<string, unknown>)[name], 'it is there').not.to.equal(undefined);
            const { begun } = await begin({ ...settings, captchaPolicy: { enabled: false } }, 'http://localhost:1');
            expect(begun).to.deep.equal({ interactionEvent: 'SignIn' });
          } finally {
            box.remove();
          }
        });
      }
    }
  });
});
