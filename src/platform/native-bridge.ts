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

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The bridge of this page, or undefined in a browser. `sdk` is whatever the app put on `window`: untrusted. */
export function nativeBridge(sdk: unknown): NativeBridge | undefined {
  if (!isRecord(sdk)) return undefined;
  const { platform, callbackLink, getPostMessage, supportedConnector: supported } = sdk;
  if (platform !== 'ios' && platform !== 'android') return undefined;
  if (typeof getPostMessage !== 'function' || !isRecord(supported)) return undefined;
  const targets = supported['nativeTargets'];
  return {
    platform,
    callbackLink: typeof callbackLink === 'string' && callbackLink ? callbackLink : undefined,
    universal: supported['universal'] === true,
    nativeTargets: Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [],
    post(request) {
      const send: unknown = Reflect.apply(getPostMessage, sdk, []);
      if (typeof send !== 'function') throw new TypeError('The app offers no way to post a message.');
      Reflect.apply(send, undefined, [request]);
    },
  };
}

/** What a window posts, as far as it is of use here. */
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
    if (event.origin !== view.location.origin || !isRecord(event.data) || 'sender' in event.data) return;
    const text = event.data['message'] ?? event.data['error'];
    if (typeof text === 'string' && text) listener(text);
  };
  view.addEventListener('message', receive);
  return () => view.removeEventListener('message', receive);
}
