/** What the page asks of the app around it: open `redirectTo`, then load `callbackUri` with the provider's answer. */
export interface NativeRequest {
  readonly callbackUri: string;
  readonly redirectTo: string;
}

/** The app whose web view shows the page (Logto's iOS and Android SDK, `window.logtoNativeSdk`; server-contract 14). */
export interface NativeBridge {
  readonly platform: 'ios' | 'android';
  /** The app's own link, e.g. `io.logto://callback`; absent when it registered none. */
  readonly callbackLink: string | undefined;
  readonly universal: boolean;
  readonly nativeTargets: readonly string[];
  post(request: NativeRequest): void;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

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
