import type { Captcha } from '../../client/schemas/third-parties.ts';
import type { CaptchaAdapter } from './adapter.ts';

/** The part of https://cloud.google.com/recaptcha/docs/api-ref-checkbox-keys that is used. */
interface Enterprise {
  ready(call: () => void): void;
  execute(siteKey: string, options: { readonly action: string }): Promise<string>;
  render(place: HTMLElement, options: Readonly<Record<string, unknown>>): number;
}

/** What the server's assessment is asked for. */
const action = 'interaction';

function api(): Enterprise {
  const { grecaptcha } = window as { readonly grecaptcha?: { readonly enterprise?: Enterprise } };
  if (!grecaptcha?.enterprise) throw new Error('No reCAPTCHA Enterprise');
  return grecaptcha.enterprise;
}

const script = ({ domain }: Captcha, render: string, language: string) => ({
  // One of the two hosts that the page's policy allows, whatever the settings say.
  origin: domain === 'recaptcha.net' ? 'https://recaptcha.net' : 'https://www.google.com',
  path: `/recaptcha/enterprise.js?${new URLSearchParams({ render, hl: language }).toString()}`,
  ready: () => new Promise<void>((resolve) => api().ready(resolve)),
});

/** reCAPTCHA Enterprise with a score. Its badge stays on the page, as Google's terms want it. */
export const invisible = (config: Captcha, language: string): CaptchaAdapter => ({
  ...script(config, config.siteKey, language),
  hasWidget: false,
  begin({ siteKey, solved, failed }) {
    api().execute(siteKey, { action }).then(solved, failed);
    return () => undefined;
  },
});

/** reCAPTCHA Enterprise with a box to tick. */
export const checkbox = (config: Captcha, language: string): CaptchaAdapter => ({
  ...script(config, 'explicit', language),
  hasWidget: true,
  begin({ siteKey, place, theme, solved, failed, needsPerson }) {
    const before = new Set(document.body.children);
    api().render(place, {
      sitekey: siteKey,
      theme,
      action,
      // The normal one is 304 px wide.
      size: place.clientWidth < 304 ? 'compact' : 'normal',
      callback: solved,
      'expired-callback': failed,
      'error-callback': failed,
    });
    needsPerson();
    // The pictures to choose from stand at the end of the body, open or out of sight.
    return () => {
      for (const added of document.body.children) {
        if (!before.has(added) && added.querySelector('iframe[src*="/bframe"]')) added.remove();
      }
    };
  },
});
