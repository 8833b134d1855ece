import { expect } from '@open-wc/testing';
import type { Captcha } from '../../client/schemas/third-parties.ts';
import { checkbox, invisible, turnstile } from './adapters.ts';

const config: Captcha = { type: 'RecaptchaEnterprise', siteKey: 'site', mode: 'invisible' };

describe('a captcha adapter', () => {
  it('loads from an allowed origin', () => {
    expect(turnstile('de').origin + turnstile('de').path).to.equal(
      'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
    );
    expect(invisible(config, 'de').origin).to.equal('https://www.google.com');
    expect(checkbox({ ...config, domain: 'www.google.com' }, 'de').origin).to.equal('https://www.google.com');
    expect(checkbox({ ...config, domain: 'recaptcha.net' }, 'de').origin).to.equal('https://recaptcha.net');
  });

  it('loads from no other origin, whatever the settings say', () => {
    const domain = 'evil.test' as NonNullable<Captcha['domain']>;
    expect(invisible({ ...config, domain }, 'de').origin).to.equal('https://www.google.com');
  });
});
