import { absoluteUrl } from '../shared/web-address.ts';
import type { Clock, Navigation, OneTimeCodeReader, Storage, Storages } from './ports.ts';

/**
 * The browser's own history. Addresses are made absolute, since the browser would take a path relative to a `<base href>` of the
 * document.
 */
export function browserNavigation(view: Window = window): Navigation {
  const absolute = (url: string) => absoluteUrl(url, view.location);
  return {
    origin: view.location.origin,
    referrer: view.document.referrer,
    current: () => ({
      path: view.location.pathname,
      search: view.location.search,
      hash: view.location.hash,
      state: view.history.state as unknown,
    }),
    push: (url, state) => view.history.pushState(state, '', absolute(url)),
    replace: (url, state) => view.history.replaceState(state, '', absolute(url)),
    back: () => view.history.back(),
    leave: (url, how) => view.location[how](absolute(url)),
    onMove(listener) {
      view.addEventListener('popstate', listener);
      return () => view.removeEventListener('popstate', listener);
    },
  };
}

/** `sessionStorage` / `localStorage`; reading the property itself throws where storage is blocked. */
function browserStorage(open: () => globalThis.Storage): Storage {
  const attempt = <Value>(use: (storage: globalThis.Storage) => Value): Value | undefined => {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key)) ?? undefined,
    set: (key, value) => attempt((storage) => storage.setItem(key, value)),
    remove: (key) => attempt((storage) => storage.removeItem(key)),
    keys: () => attempt((storage) => Object.keys(storage)) ?? [],
  };
}

export function browserStorages(): Storages {
  return { session: browserStorage(() => sessionStorage), local: browserStorage(() => localStorage) };
}

/** The clock of the device. */
export const systemClock: Clock = { now: () => Date.now() };

/** Random text of 128 bits, base64url, for a value that must not be guessable. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** A cookie that scripts may read; undefined where there is none. */
export function browserCookie(name: string): string | undefined {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  if (!cookie) return undefined;
  const value = cookie.slice(name.length + 1);
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

interface OneTimeCodeCredential extends Credential {
  readonly code: string;
}

/**
 * WebOTP (https://wicg.github.io/web-otp/): Chrome on Android only (2026-11), and only for messages whose last line is
 * `@host #code`. Everywhere else `autocomplete="one-time-code"` does the work, so absence is silent.
 */
export function browserOneTimeCodeReader(view: Window = window): OneTimeCodeReader | undefined {
  if (!('OTPCredential' in view)) return undefined;
  return {
    async receive(signal) {
      const request = { otp: { transport: ['sms'] }, signal } as CredentialRequestOptions;
      const credential = (await view.navigator.credentials.get(request).catch(() => null)) as OneTimeCodeCredential | null;
      return credential?.code;
    },
  };
}

/** Title and icons of the document, for a page that is ours alone. */
export interface DocumentMeta {
  setTitle(title: string): void;
  /** Undefined: the page's own icon stays. */
  setIcon(url: string | undefined): void;
}

export function browserDocumentMeta(page: Document = document): DocumentMeta {
  const linkOf = (rel: string): HTMLLinkElement => {
    const known = page.head.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`);
    if (known) return known;
    const link = page.createElement('link');
    link.rel = rel;
    page.head.append(link);
    return link;
  };
  return {
    setTitle: (title) => void (page.title = title),
    setIcon(url) {
      if (!url) return;
      page.head.querySelector('link[rel="icon"]')?.remove();
      for (const rel of ['shortcut icon', 'apple-touch-icon']) linkOf(rel).href = url;
    },
  };
}
