import { expect, fixture, html } from '@open-wc/testing';
import { FlowProblem } from '../flow/problem.ts';
import { settingsWith } from '../flow/testing/harness.ts';
import { solveCaptcha } from './third-parties.ts';
import { standInScripts } from '../platform/testing/stand-in-scripts.ts';

const settings = (captchaConfig: object) => settingsWith({ captchaPolicy: { enabled: true }, captchaConfig });
const turnstile = settings({ type: 'Turnstile', siteKey: 'site' });
const recaptcha = settings({ type: 'RecaptchaEnterprise', siteKey: 'site' });
const standIn = `data:text/javascript,${encodeURIComponent(`turnstile = {
  render(place, options) { (window.asked = options).callback(place.parentElement.id); return 'w'; },
  remove() {},
};//`)}`;

describe('the captcha of a screen', () => {
  const { signal } = new AbortController();
  let restore = (): void => undefined;
  afterEach(() => restore());

  const hostWith = (provider: string) => {
    restore = standInScripts(provider);
    return fixture<HTMLElement>(html`<div data-theme="dark"><div class="sie-captcha" id="its-box" hidden></div></div>`);
  };
  const codeOf = (token: Promise<string>) =>
    token.then(
      () => undefined,
      (error: unknown) => error instanceof FlowProblem && error.code,
    );

  it('is drawn in the box of the screen, in the theme and language of the page', async () => {
    expect(await solveCaptcha(await hostWith(standIn), turnstile, signal)).to.equal('its-box');
    expect((window as { asked?: object }).asked).to.include({ sitekey: 'site', theme: 'dark', language: 'en' });
  });

  it('tells the flow that the provider cannot be reached', async () => {
    expect(await codeOf(solveCaptcha(await hostWith('http://localhost:1'), recaptcha, signal))).to.equal('captcha.unreachable');
  });

  it('tells the flow that it failed where the tenant wants one that this page does not know', async () => {
    const abacus = settings({ type: 'Abacus', siteKey: 'site' });
    expect(await codeOf(solveCaptcha(await hostWith(''), abacus, signal))).to.equal('captcha.failed');
  });

  it('rejects with the reason of the signal', async () => {
    const reason = new Error('back');
    const controller = new AbortController();
    controller.abort(reason);
    const end = await solveCaptcha(await hostWith(standIn), turnstile, controller.signal).catch((error: unknown) => error);
    expect(end).to.equal(reason);
  });
});
