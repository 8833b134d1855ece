/** Stands in for Cloudflare Turnstile. Source: developers.cloudflare.com/turnstile, "Client-side rendering". */
import { announce, place } from './captcha-widget.ts';

interface TurnstileOptions {
  readonly sitekey: string;
  readonly callback?: (token: string) => void;
  readonly 'error-callback'?: (code: string) => boolean | undefined;
  readonly 'before-interactive-callback'?: () => void;
  readonly language?: string;
  readonly theme?: string;
}

const widgets = new Map<string, { readonly target: Element | string; readonly options: TurnstileOptions; remove: () => void }>();
const tokens = new Map<string, string>();

const show = (id: string, target: Element | string, options: TurnstileOptions): void => {
  const remove = place(target, {
    callback: (token) => {
      tokens.set(id, token);
      options.callback?.(token);
    },
    onError: () => options['error-callback']?.('300030'),
    onAsk: () => options['before-interactive-callback']?.(),
    language: options.language,
    theme: options.theme,
  });
  widgets.set(id, { target, options, remove });
};

const newest = (): string => [...widgets.keys()].at(-1) ?? '';

Object.assign(window, {
  turnstile: {
    ready: (callback: () => void) => callback(),
    render(target: Element | string, options: TurnstileOptions): string {
      const id = `cf-stand-in-${String(widgets.size + 1)}`;
      show(id, target, options);
      return id;
    },
    reset(id = newest()): void {
      const widget = widgets.get(id);
      if (!widget) return;
      widget.remove();
      tokens.delete(id);
      show(id, widget.target, widget.options);
    },
    remove(id = newest()): void {
      widgets.get(id)?.remove();
      widgets.delete(id);
      tokens.delete(id);
    },
    getResponse: (id = newest()): string | undefined => tokens.get(id),
    isExpired: (): boolean => false,
  },
});
announce();
