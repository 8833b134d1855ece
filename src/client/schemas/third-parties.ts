import * as z from 'zod/mini';
import { flag, lenient, object, optional, parse, type Report } from '../../shared/schema.ts';
import type { Settings } from './settings.ts';

const captcha = object({
  type: z.enum(['RecaptchaEnterprise', 'Turnstile']),
  siteKey: z.string(),
  /** reCAPTCHA only: where it loads from, one of the two hosts that the page's policy allows. @default 'www.google.com' */
  domain: optional(z.enum(['www.google.com', 'recaptcha.net'])),
  /** reCAPTCHA only: whether it asks the person. */
  mode: lenient(z.enum(['invisible', 'checkbox']), 'invisible'),
});

/** The captcha to solve. */
export type Captcha = z.output<typeof captcha>;

/** The captcha; `undefined` where none is wanted, or where one is wanted that this page does not know. */
export function readCaptcha({ captchaPolicy, captchaConfig }: Settings, report?: Report): Captcha | undefined {
  if (!captchaPolicy.enabled) return undefined;
  return parse(lenient(captcha, undefined), captchaConfig, { where: 'captchaConfig', report });
}

const googleOneTap = object({
  clientId: z.string(),
  /** The connector that takes the credential. */
  connectorId: z.string(),
  isEnabled: flag,
  autoSelect: flag,
  closeOnTapOutside: flag,
  /** For browsers that block trackers (Intelligent Tracking Prevention). */
  itpSupport: flag,
});

/** How Google's prompt is to behave; the names are those of its own options. */
export type GoogleOneTap = z.output<typeof googleOneTap>;

/** The settings of Google One Tap; `undefined` where it is off. The server sends them for every Google connector. */
export function readGoogleOneTap(settings: Settings, report?: Report): GoogleOneTap | undefined {
  const read = parse(lenient(googleOneTap, undefined), settings.googleOneTap, { where: 'googleOneTap', report });
  return read?.isEnabled ? read : undefined;
}
