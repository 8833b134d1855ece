import type { Captcha } from '../../client/schemas/third-parties.ts';
import { withTimeout } from '../../shared/with-timeout.ts';
import { loadScript } from '../script-loader.ts';
import { type CaptchaAdapter, checkbox, invisible, turnstile } from './adapters.ts';

export interface CaptchaOptions {
  readonly config: Captcha;
  /** Where a widget is drawn; hidden while there is none. */
  readonly box: HTMLElement | null;
  /** Names the widget for people who do not see it. */
  readonly label: string;
  readonly theme: 'light' | 'dark';
  /** Language tag. */
  readonly language: string;
  /** Of the page's Content-Security-Policy. */
  readonly nonce?: string | undefined;
  /** Ends the attempt and removes the widget. */
  readonly signal: AbortSignal;
  /** Time limit in milliseconds of everything that needs no person. @default 8000 */
  readonly timeout?: number | undefined;
}

/** Why there is no token: the provider cannot be reached from this network, or it refused. */
export class CaptchaProblem extends Error {
  override readonly name = 'CaptchaProblem';

  constructor(
    readonly code: 'captcha.unreachable' | 'captcha.failed',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Loaded scripts by their address; later attempts reuse them while they are in the document. */
const loaded = new Map<string, HTMLScriptElement>();

/**
 * Solves the captcha and returns a single-use token.
 * @throws CaptchaProblem, or the signal's reason
 */
export async function solveCaptcha(options: CaptchaOptions): Promise<string> {
  const { signal } = options;
  const adapter = await attempt('captcha.unreachable', signal, () => adapterWithScript(options));
  return attempt('captcha.failed', signal, () => challenge(adapter, options));
}

/** Wraps errors, except aborts requested by the caller. */
async function attempt<Value>(code: CaptchaProblem['code'], signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw signal.aborted || cause instanceof CaptchaProblem ? cause : new CaptchaProblem(code, { cause });
  }
}

async function adapterWithScript({ config, language, nonce, signal, timeout }: CaptchaOptions): Promise<CaptchaAdapter> {
  const adapter = adapterFor(config, providerLanguage(language));
  const url = adapter.origin + adapter.path;
  if (!loaded.get(url)?.isConnected) {
    loaded.set(url, await loadScript({ url, nonce, signal, timeout, ready: () => adapter.ready() }));
  }
  return adapter;
}

function adapterFor(config: Captcha, language: string): CaptchaAdapter {
  if (config.type === 'Turnstile') return turnstile(language);
  return (config.mode === 'checkbox' ? checkbox : invisible)(config, language);
}

async function challenge({ hasWidget, begin }: CaptchaAdapter, options: CaptchaOptions): Promise<string> {
  const { box, config, label, theme, signal, timeout = 8_000 } = options;
  const place = document.createElement('div');
  if (hasWidget) mount(place, box, label);
  let end: (() => void) | undefined;
  const answer = new Promise<string>((solved, failed) => {
    end = begin({ siteKey: config.siteKey, place, theme, solved, failed, needsPerson: () => place.focus() });
  });
  // A timeout of an invisible captcha means that the provider is unreachable.
  const unanswered = () => new CaptchaProblem('captcha.unreachable');
  try {
    return await withTimeout({ signal, timeout: hasWidget ? undefined : timeout }, () => answer).catch((error: unknown) => {
      throw error instanceof DOMException && error.name === 'TimeoutError' ? unanswered() : error;
    });
  } finally {
    end?.();
    place.remove();
    if (box) box.hidden = true;
  }
}

/** Puts the widget's place into the box, as a named group that can take the focus. */
function mount(place: HTMLElement, box: HTMLElement | null, label: string): void {
  if (!box) throw new Error('There is no place for a captcha.');
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', label);
  place.tabIndex = -1;
  // Do not remember the widget for focus restoration; it is about to be removed.
  place.addEventListener('focusin', (event) => event.stopPropagation());
  box.textContent = '';
  box.append(place);
  box.hidden = false;
}

/** A language tag as the providers expect it: language, or language and region. Scripts stand for regions: `zh-Hant` is `zh-TW`. */
function providerLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag);
    const { language, region } = locale.script ? locale.maximize() : locale;
    return region ? `${language}-${region}` : language;
  } catch {
    return 'en';
  }
}
