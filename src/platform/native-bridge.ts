import * as z from 'zod/mini';
import { anyRecord, flag, lenient, listOrEmpty, object, parsed, parseOr } from '../shared/schema.ts';

/** What the page asks of the app around it: open `redirectTo`, then load `callbackUri` with the provider's answer. */
export interface NativeRequest {
  readonly callbackUri: string;
  readonly redirectTo: string;
}

/** The app whose web view shows the page (Logto's iOS and Android SDK, `window.logtoNativeSdk`). */
export interface NativeBridge {
  readonly platform: 'ios' | 'android';
  /** The app's own link, e.g. `io.logto://callback`; absent when it registered none. */
  readonly callbackLink: string | undefined;
  readonly universal: boolean;
  readonly nativeTargets: readonly string[];
  post(request: NativeRequest): void;
}

const getter = parsed('function', (input) => (typeof input === 'function' ? input : undefined));

const bridge = object({
  platform: z.enum(['ios', 'android']),
  callbackLink: lenient(z.string(), ''),
  getPostMessage: getter,
  supportedConnector: object({ universal: flag, nativeTargets: listOrEmpty(z.string()) }),
});

/** The bridge of this page, or undefined in a browser. `sdk` is whatever the app put on `window`: untrusted. */
export function nativeBridge(sdk: unknown): NativeBridge | undefined {
  const read = parseOr(bridge, sdk);
  if (!read) return undefined;
  return {
    platform: read.platform,
    callbackLink: read.callbackLink || undefined,
    ...read.supportedConnector,
    post(request) {
      const send: unknown = Reflect.apply(read.getPostMessage, sdk, []);
      if (typeof send !== 'function') throw new TypeError('The app offers no way to post a message.');
      Reflect.apply(send, undefined, [request]);
    },
  };
}

/** The members of a posted message that are used here. */
interface Message {
  readonly origin: string;
  readonly data: unknown;
}

/** The window of the page. */
interface MessageTarget {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: Message) => void): void;
  removeEventListener(type: 'message', listener: (event: Message) => void): void;
}

/**
 * Calls with each error text that the app reports. Only same-origin messages that are objects without a `sender` count (pages,
 * extensions and our live preview post messages too).
 */
export function onNativeMessage(view: MessageTarget, listener: (message: string) => void): () => void {
  const receive = (event: Message) => {
    const data = event.origin === view.location.origin ? parseOr(anyRecord, event.data) : undefined;
    if (!data || 'sender' in data) return;
    const text = parseOr(z.string(), data['message'] ?? data['error']);
    if (text) listener(text);
  };
  view.addEventListener('message', receive);
  return () => view.removeEventListener('message', receive);
}
