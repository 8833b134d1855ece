/**
 * Stands in for Cloudflare Turnstile, as far as the page uses it. Source: developers.cloudflare.com/turnstile, "Client-side
 * rendering".
 */
import { place } from './captcha-widget.ts';

interface TurnstileOptions {
  readonly callback?: (token: string) => void;
  readonly 'error-callback'?: (code: string) => boolean | undefined;
  readonly 'before-interactive-callback'?: () => void;
  readonly language?: string;
  readonly theme?: string;
}

const removals = new Map<string, () => void>();

Object.assign(window, {
  turnstile: {
    render(target: HTMLElement, options: TurnstileOptions): string {
      const id = `cf-stand-in-${String(removals.size + 1)}`;
      const remove = place(target, {
        callback: options.callback,
        onError: () => options['error-callback']?.('300030'),
        onAsk: options['before-interactive-callback'],
        language: options.language,
        theme: options.theme,
      });
      removals.set(id, remove);
      return id;
    },
    remove: (id: string): void => removals.get(id)?.(),
  },
});
