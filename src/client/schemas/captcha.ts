import type { Report } from '../received.ts';
import type { Settings } from './settings.ts';
import { fields, oneOf, or, silent, text } from './tolerant.ts';

const captcha = fields({
  type: oneOf(['RecaptchaEnterprise', 'Turnstile']),
  siteKey: text,
  /** Where reCAPTCHA loads from; one of the two hosts the page's policy allows. */
  domain: or(oneOf(['www.google.com', 'recaptcha.net']), undefined),
  /** Whether reCAPTCHA asks the person. */
  mode: or(oneOf(['invisible', 'checkbox']), 'invisible'),
});

/** The captcha to solve. */
export type Captcha = ReturnType<typeof captcha>;

/** Guards the captcha; `undefined` where none is wanted, or where one is wanted that this page does not know. */
export function readCaptcha({ captchaPolicy, captchaConfig }: Settings, report: Report = silent): Captcha | undefined {
  return captchaPolicy.enabled ? or(captcha, undefined)(captchaConfig, 'captchaConfig', report) : undefined;
}
