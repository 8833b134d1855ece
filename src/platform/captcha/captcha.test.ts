import { expect, fixture, html } from '@open-wc/testing';
import { standInScripts } from '../testing/stand-in-scripts.ts';
import type { Captcha } from '../../client/schemas/third-parties.ts';
import { type CaptchaOptions, CaptchaProblem, solveCaptcha } from './captcha.ts';

/** What a stand-in was asked to draw. */
interface Drawn {
  readonly place: HTMLElement;
  readonly options: Readonly<Record<string, unknown>>;
}
interface StandIns {
  turnstile?: unknown;
  grecaptcha?: unknown;
  drawn: Drawn[];
  removed: string[];
  executed: unknown[];
  loads: number;
  answer?: unknown;
}
const page = window as unknown as StandIns;

/** A script of its own for each try; the path that is put behind it becomes a comment. */
let count = 0;
const standIn = (code: string) => `data:text/javascript,${encodeURIComponent(`loads++;${code};//${++count}`)}`;

const turnstile = `turnstile = {
  render(place, options) { drawn.push({ place, options }); place.append(document.createElement('iframe')); return 'w'; },
  remove(widget) { removed.push(widget); },
}`;
const recaptcha = `grecaptcha = { enterprise: {
  ready(call) { call(); },
  execute(...given) { executed.push(given); return Promise.resolve(window.answer); },
  render(place, options) {
    drawn.push({ place, options });
    const pictures = document.createElement('div');
    const frame = document.createElement('iframe');
    frame.title = 'pictures';
    frame.setAttribute('src', 'data:text/html,/recaptcha/enterprise/bframe');
    pictures.append(frame);
    document.body.append(pictures);
    return 0;
  },
} }`;

const configs: Record<'turnstile' | 'invisible' | 'checkbox', Captcha> = {
  turnstile: { type: 'Turnstile', siteKey: 'site', mode: 'invisible' },
  invisible: { type: 'RecaptchaEnterprise', siteKey: 'site', mode: 'invisible' },
  checkbox: { type: 'RecaptchaEnterprise', siteKey: 'site', mode: 'checkbox' },
};

describe('captcha', () => {
  let box: HTMLElement;
  let controller: AbortController;
  let restore: (() => void) | undefined;
  let asked: string[];

  beforeEach(async () => {
    Object.assign(page, { turnstile: undefined, grecaptcha: undefined, drawn: [], removed: [], executed: [], loads: 0 });
    controller = new AbortController();
    asked = [];
    box = await fixture<HTMLElement>(html`<div class="sie-captcha" hidden></div>`);
  });
  afterEach(() => {
    controller.abort();
    restore?.();
    for (const script of document.querySelectorAll('script[src^="data:"]')) script.remove();
  });

  /** With `origin` in place of the provider's, or a stand-in for its script. */
  const begin = (config: Captcha, origin: string, changes: Partial<CaptchaOptions> = {}) => {
    const { signal } = controller;
    restore?.();
    restore = standInScripts(origin, (url) => asked.push(url));
    return solveCaptcha({ config, box, label: 'A person?', theme: 'dark', language: 'de', signal, ...changes });
  };
  /** The captcha at work, once its widget is drawn. */
  const widget = async (config: Captcha, changes: Partial<CaptchaOptions> = {}) => {
    const token = begin(config, standIn(config.type === 'Turnstile' ? turnstile : recaptcha), changes);
    token.catch(() => undefined);
    const { place, options } = await new Promise<Drawn>((resolve) => {
      page.drawn.push = (drawn: Drawn) => (resolve(drawn), 1);
    });
    const call = (name: string, value?: unknown) => (options[name] as (value?: unknown) => unknown)(value);
    return { token, place, options, call };
  };
  const problemOf = (token: Promise<string>) =>
    token.then(
      () => expect.fail('There should be no token.'),
      (error: unknown) => (error instanceof CaptchaProblem ? error.code : error),
    );
  const isGone = () => box.hidden && box.childElementCount === 0;

  for (const [name, config] of [
    ['Turnstile', configs.turnstile],
    ['the reCAPTCHA checkbox', configs.checkbox],
  ] as const) {
    describe(name, () => {
      it('is drawn in the theme of the page and returns the token', async () => {
        const { token, options, call } = await widget(config);
        expect(options).to.include({ sitekey: 'site', theme: 'dark' });
        expect(box.hidden).to.equal(false);
        call('callback', 'token');
        expect(await token).to.equal('token');
      });

      it('leaves no element once it is solved', async () => {
        const { token, call } = await widget(config);
        call('callback', 'token');
        await token;
        expect(isGone()).to.equal(true);
        expect(document.querySelectorAll('iframe')).to.have.length(0);
      });

      for (const failure of ['error-callback', 'expired-callback']) {
        it(`has failed after ${failure}, and goes`, async () => {
          const { token, call } = await widget(config);
          call(failure, '300030');
          expect(await problemOf(token)).to.equal('captcha.failed');
          expect(isGone()).to.equal(true);
        });
      }

      it('is removed when it is aborted', async () => {
        const { token } = await widget(config);
        const reason = new Error('back');
        controller.abort(reason);
        expect(await problemOf(token)).to.equal(reason);
        expect(isGone()).to.equal(true);
        expect(document.querySelectorAll('iframe')).to.have.length(0);
      });

      it('needs a container', async () => {
        expect(await problemOf(begin(config, standIn(turnstile + ';' + recaptcha), { box: null }))).to.equal('captcha.failed');
      });

      it('is compact in a narrow container', async () => {
        box.style.inlineSize = '280px';
        const { options } = await widget(config);
        expect(options['size']).to.equal('compact');
      });

      it('is one widget at a time', async () => {
        box.append(document.createElement('iframe'));
        await widget(config);
        expect(box.childElementCount).to.equal(1);
      });

      it('loads its script once for all attempts', async () => {
        const code = standIn(config.type === 'Turnstile' ? turnstile : recaptcha);
        for (const expected of ['one', 'two']) {
          const token = begin(config, code);
          const { options } = await new Promise<Drawn>((resolve) => {
            page.drawn.push = (drawn: Drawn) => (resolve(drawn), 1);
          });
          (options['callback'] as (token: string) => void)(expected);
          expect(await token).to.equal(expected);
        }
        expect(page.loads).to.equal(1);
      });
    });
  }

  it('moves the focus to its named group when the person has to do something', async () => {
    const { place, call } = await widget(configs.turnstile);
    expect(document.activeElement).to.equal(document.body);
    call('before-interactive-callback');
    expect(document.activeElement).to.equal(place);
    expect(place.getAttribute('role')).to.equal('group');
    expect(place.getAttribute('aria-label')).to.equal('A person?');
  });

  it('moves the focus to the checkbox at once', async () => {
    const { place } = await widget(configs.checkbox);
    expect(document.activeElement).to.equal(place);
  });

  it('is not remembered for focus restoration', async () => {
    let noticed = 0;
    box.addEventListener('focusin', () => (noticed += 1));
    await widget(configs.checkbox);
    expect(noticed).to.equal(0);
  });

  it('fails when a browser is too old for Turnstile, or a person took too long', async () => {
    for (const failure of ['unsupported-callback', 'timeout-callback']) {
      const { token, call } = await widget(configs.turnstile);
      call(failure);
      expect(await problemOf(token)).to.equal('captcha.failed');
      expect(page.removed.at(-1)).to.equal('w');
    }
  });

  it('fails when the widget cannot be drawn', async () => {
    const code = standIn('turnstile = { render() { throw new Error("bad key"); }, remove() {} }');
    expect(await problemOf(begin(configs.turnstile, code))).to.equal('captcha.failed');
    expect(isGone()).to.equal(true);
  });

  it('with a score needs no person', async () => {
    page.answer = 'token';
    expect(await begin(configs.invisible, standIn(recaptcha), { box: null })).to.equal('token');
    expect(page.executed).to.deep.equal([['site', { action: 'interaction' }]]);
    expect(page.drawn).to.deep.equal([]);
  });

  it('with a score fails when the provider refuses', async () => {
    const code = standIn('grecaptcha = { enterprise: { ready(call) { call(); }, execute: () => Promise.reject(null) } }');
    expect(await problemOf(begin(configs.invisible, code))).to.equal('captcha.failed');
  });

  it('with a score is unreachable after a timeout', async () => {
    const code = standIn('grecaptcha = { enterprise: { ready(call) { call(); }, execute: () => new Promise(() => {}) } }');
    expect(await problemOf(begin(configs.invisible, code, { timeout: 50 }))).to.equal('captcha.unreachable');
  });

  describe('in a network that blocks its provider', () => {
    for (const [name, config] of Object.entries(configs)) {
      it(`says so (${name})`, async () => {
        expect(await problemOf(begin(config, 'http://localhost:1'))).to.equal('captcha.unreachable');
        expect(document.querySelector('script[src*="localhost:1/"]')).to.equal(null);
        expect(isGone()).to.equal(true);
      });

      it(`rejects another file in place of the script (${name})`, async () => {
        expect(await problemOf(begin(config, standIn('')))).to.equal('captcha.unreachable');
      });
    }

    it('reports when only the second part of reCAPTCHA fails to load, and loads it again with the next attempt', async () => {
      const code = standIn('grecaptcha = { enterprise: { ready() {} } }');
      for (const loads of [1, 2]) {
        expect(await problemOf(begin(configs.invisible, code, { timeout: 50 }))).to.equal('captcha.unreachable');
        expect(page.loads).to.equal(loads);
      }
    });
  });

  describe('asks for its script', () => {
    const addressOf = async (config: Captcha, changes: Partial<CaptchaOptions> = {}) => {
      const added = new Promise<HTMLScriptElement>((resolve) => {
        const observer = new MutationObserver(([record]) => {
          observer.disconnect();
          resolve(record?.addedNodes[0] as HTMLScriptElement);
        });
        observer.observe(document.head, { childList: true });
      });
      const token = begin(config, 'http://localhost:1', changes);
      const { nonce } = await added;
      await problemOf(token);
      const { pathname, search } = new URL(asked.at(-1)!);
      return { path: pathname + search, nonce };
    };

    it('in the language of the page, as the provider writes it', async () => {
      const path = async (language: string) => (await addressOf(configs.checkbox, { language })).path;
      expect(await path('pt-BR')).to.equal('/recaptcha/enterprise.js?render=explicit&hl=pt-BR');
      expect(await path('zh-Hant')).to.equal('/recaptcha/enterprise.js?render=explicit&hl=zh-TW');
      expect(await path('not a language')).to.equal('/recaptcha/enterprise.js?render=explicit&hl=en');
    });

    it('with its key, encoded', async () => {
      const { path } = await addressOf({ ...configs.invisible, siteKey: 'a&hl=b' });
      expect(path).to.equal('/recaptcha/enterprise.js?render=a%26hl%3Db&hl=de');
    });

    it('with the nonce of the page', async () => {
      expect((await addressOf(configs.turnstile, { nonce: 'abc' })).nonce).to.equal('abc');
    });
  });
});
