/** Stands in for reCAPTCHA Enterprise. Source: cloud.google.com/recaptcha/docs, "JavaScript API". */
import { announce, place, settle } from './captcha-widget.ts';

interface RecaptchaOptions {
  readonly sitekey: string;
  readonly callback?: (token: string) => void;
  readonly 'error-callback'?: () => void;
  readonly hl?: string;
  readonly theme?: string;
}

const widgets: { readonly target: Element | string; readonly options: RecaptchaOptions; remove: () => void; token: string }[] =
  [];

const show = (id: number, target: Element | string, options: RecaptchaOptions): void => {
  const remove = place(target, {
    callback: (token) => {
      const widget = widgets[id];
      if (widget) widget.token = token;
      options.callback?.(token);
    },
    onError: () => options['error-callback']?.(),
    language: options.hl,
    theme: options.theme,
  });
  widgets[id] = { target, options, remove, token: '' };
};

Object.assign(window, {
  grecaptcha: {
    enterprise: {
      ready: (callback: () => void) => queueMicrotask(callback),
      execute: async (): Promise<string> =>
        new Promise((resolve, reject) => {
          settle({ callback: resolve, onError: () => reject(new Error('The captcha failed.')) });
        }),
      render(target: Element | string, options: RecaptchaOptions): number {
        const id = widgets.length;
        show(id, target, options);
        return id;
      },
      reset(id = 0): void {
        const widget = widgets[id];
        if (!widget) return;
        widget.remove();
        show(id, widget.target, widget.options);
      },
      getResponse: (id = 0): string => widgets[id]?.token ?? '',
    },
  },
});
announce();
