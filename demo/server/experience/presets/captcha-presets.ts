import { type Preset, settings } from './preset.ts';

const asked = (description: string, captcha: Readonly<Record<string, string>>): Preset =>
  settings(description, { captchaPolicy: { enabled: true } }, { captcha: { siteKey: 'demo-site-key', ...captcha } });

/** How people show that they are people. */
export const captchaPresets = {
  captcha: asked('A captcha is asked for: Turnstile', { type: 'Turnstile' }),
  'captcha-invisible': asked('A captcha is asked for: reCAPTCHA, unseen', { type: 'RecaptchaEnterprise', mode: 'invisible' }),
  'captcha-checkbox': asked('A captcha is asked for: reCAPTCHA, a box to tick', {
    type: 'RecaptchaEnterprise',
    mode: 'checkbox',
  }),
  'captcha-other-domain': asked('A captcha is asked for: reCAPTCHA from recaptcha.net', {
    type: 'RecaptchaEnterprise',
    mode: 'checkbox',
    domain: 'recaptcha.net',
  }),
} satisfies Record<string, Preset>;
