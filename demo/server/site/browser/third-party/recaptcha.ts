/**
 * Stands in for reCAPTCHA Enterprise, as far as the page uses it. Source: cloud.google.com/recaptcha/docs, "JavaScript API".
 */
import { place, settle } from './captcha-widget.ts';

interface RecaptchaOptions {
  readonly callback?: (token: string) => void;
  readonly 'error-callback'?: () => void;
  readonly theme?: string;
}

/** Its language comes with the script. */
const language = new URL((document.currentScript as HTMLScriptElement).src).searchParams.get('hl') ?? '';
let widgets = 0;

Object.assign(window, {
  grecaptcha: {
    enterprise: {
      ready: (callback: () => void) => queueMicrotask(callback),
      execute: async (): Promise<string> =>
        new Promise((resolve, reject) => {
          settle({ callback: resolve, onError: () => reject(new Error('The captcha failed.')) });
        }),
      render(target: HTMLElement, options: RecaptchaOptions): number {
        place(target, { callback: options.callback, onError: options['error-callback'], language, theme: options.theme });
        return widgets++;
      },
    },
  },
});
