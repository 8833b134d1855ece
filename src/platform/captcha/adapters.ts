import type { Captcha } from '../../client/schemas/third-parties.ts';

/** One attempt; only the first callback counts. */
export interface Challenge {
  readonly siteKey: string;
  /** An empty element on the page, its width is what there is; not on the page for a captcha that shows nothing. */
  readonly place: HTMLElement;
  readonly theme: 'light' | 'dark';
  solved(token: string): void;
  failed(cause?: unknown): void;
  /** The person has to do something: moves the focus there. */
  needsPerson(): void;
}

/** The part of a captcha that depends on the provider. */
export interface CaptchaAdapter {
  /** Where the provider's script lives: an origin without a slash at the end. */
  readonly origin: string;
  /** Path and query of the script. */
  readonly path: string;
  /** Draws a widget, which may wait for a person as long as it takes. Otherwise the answer comes by itself, or never. */
  readonly hasWidget: boolean;
  /** Resolves when the script's functions can be called. Rejects when it brought none. */
  ready(): Promise<void>;
  /** Starts an attempt. @returns a cleanup function, called once the attempt is over */
  begin(challenge: Challenge): () => void;
}

/** The part of https://developers.cloudflare.com/turnstile that is used. */
interface Turnstile {
  render(place: HTMLElement, options: Readonly<Record<string, unknown>>): string | null | undefined;
  remove(widget: string): void;
}

const turnstileApi = () => (window as { readonly turnstile?: Turnstile }).turnstile;

/** Cloudflare Turnstile. Its site decides whether a person has anything to do. */
export const turnstile = (language: string): CaptchaAdapter => ({
  origin: 'https://challenges.cloudflare.com',
  path: '/turnstile/v0/api.js?render=explicit',
  hasWidget: true,
  async ready() {
    if (!turnstileApi()) throw new Error('No Turnstile');
  },
  begin({ siteKey, place, theme, solved, failed, needsPerson }) {
    const widget = turnstileApi()?.render(place, {
      sitekey: siteKey,
      theme,
      language,
      // The flexible one is at least 300 px wide.
      size: place.clientWidth < 300 ? 'compact' : 'flexible',
      // No hidden input: the form is ours.
      'response-field': false,
      // The page reports the failure, and the person tries again.
      retry: 'never',
      callback: solved,
      'before-interactive-callback': needsPerson,
      'expired-callback': failed,
      'timeout-callback': failed,
      'unsupported-callback': failed,
      'error-callback': (code: unknown) => {
        failed(code);
        return true;
      },
    });
    if (!widget) failed();
    return () => widget && turnstileApi()?.remove(widget);
  },
});

/** The part of https://cloud.google.com/recaptcha/docs/api-ref-checkbox-keys that is used. */
interface Enterprise {
  ready(call: () => void): void;
  execute(siteKey: string, options: { readonly action: string }): Promise<string>;
  render(place: HTMLElement, options: Readonly<Record<string, unknown>>): number;
}

/** What the server's assessment is asked for. */
const action = 'interaction';

function recaptchaApi(): Enterprise {
  const { grecaptcha } = window as { readonly grecaptcha?: { readonly enterprise?: Enterprise } };
  if (!grecaptcha?.enterprise) throw new Error('No reCAPTCHA Enterprise');
  return grecaptcha.enterprise;
}

const script = ({ domain }: Captcha, render: string, language: string) => ({
  // One of the two hosts that the page's policy allows, whatever the settings say.
  origin: domain === 'recaptcha.net' ? 'https://recaptcha.net' : 'https://www.google.com',
  path: `/recaptcha/enterprise.js?${new URLSearchParams({ render, hl: language }).toString()}`,
  ready: () => new Promise<void>((resolve) => recaptchaApi().ready(resolve)),
});

/** reCAPTCHA Enterprise with a score. Its badge stays on the page, as Google's terms require. */
export const invisible = (config: Captcha, language: string): CaptchaAdapter => ({
  ...script(config, config.siteKey, language),
  hasWidget: false,
  begin({ siteKey, solved, failed }) {
    recaptchaApi().execute(siteKey, { action }).then(solved, failed);
    return () => undefined;
  },
});

/** reCAPTCHA Enterprise with a box to tick. */
export const checkbox = (config: Captcha, language: string): CaptchaAdapter => ({
  ...script(config, 'explicit', language),
  hasWidget: true,
  begin({ siteKey, place, theme, solved, failed, needsPerson }) {
    const before = new Set(document.body.children);
    recaptchaApi().render(place, {
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
    // The picture challenge is at the end of the body, visible or off-screen.
    return () => {
      for (const added of document.body.children) {
        if (!before.has(added) && added.querySelector('iframe[src*="/bframe"]')) added.remove();
      }
    };
  },
});
