import type { CaptchaAdapter } from './adapter.ts';

/** The part of https://developers.cloudflare.com/turnstile that is used. */
interface Turnstile {
  render(place: HTMLElement, options: Readonly<Record<string, unknown>>): string | null | undefined;
  remove(widget: string): void;
}

const api = () => (window as { readonly turnstile?: Turnstile }).turnstile;

/** Cloudflare Turnstile. Its site decides whether a person has anything to do. */
export const turnstile = (language: string): CaptchaAdapter => ({
  origin: 'https://challenges.cloudflare.com',
  path: '/turnstile/v0/api.js?render=explicit',
  hasWidget: true,
  async ready() {
    if (!api()) throw new Error('No Turnstile');
  },
  begin({ siteKey, place, theme, solved, failed, needsPerson }) {
    const widget = api()?.render(place, {
      sitekey: siteKey,
      theme,
      language,
      // The flexible one is at least 300 px wide.
      size: place.clientWidth < 300 ? 'compact' : 'flexible',
      // No hidden input: the form is ours.
      'response-field': false,
      // What failed is told and tried again by the person.
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
    return () => widget && api()?.remove(widget);
  },
});
