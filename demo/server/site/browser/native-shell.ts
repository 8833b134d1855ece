/**
 * Plays an iOS or Android app with Logto's native SDK: shows the hosted page in a "web view", answers its bridge, opens the
 * "Alipay app" or the "system browser", and brings the person back to the callback address.
 */
import { OidcClient } from 'oidc-client-ts';
import { byId, messageOf, showClaims } from './dom.ts';

interface SocialRequest {
  /** Where the web view goes on with what the provider answered. */
  readonly callbackUri?: string;
  /** `alipay:` for the app, http(s) for the system browser. */
  readonly redirectTo?: string;
}

const { origin } = location;
const { platform, standInOrigin } = document.body.dataset;
const callbackLink = `${origin}/native-shell/return`;

const client = new OidcClient({
  authority: `${origin}/oidc`,
  client_id: 'native-app',
  redirect_uri: `${origin}/native-shell/callback`,
  post_logout_redirect_uri: `${origin}/native-shell/callback`,
  scope: 'openid profile email phone',
  loadUserInfo: true,
});

const webView = byId<HTMLIFrameElement>('web-view');
const appFrame = byId<HTMLIFrameElement>('alipay-app');
const screens = ['start', 'web-view', 'account'] as const;
const sheets = ['alipay-sheet', 'browser-sheet'] as const;
let pending: SocialRequest | undefined;
let idToken: string | undefined;

const showScreen = (shown: (typeof screens)[number]): void => {
  for (const id of screens) byId(id).hidden = id !== shown;
};

const showSheet = (shown?: (typeof sheets)[number]): void => {
  for (const id of sheets) byId(id).hidden = id !== shown;
  if (shown) byId(shown).focus();
};

const report = (error: unknown): void => {
  byId('problem').textContent = messageOf(error);
};

/** The SDK tells the page about failures by a message event of the page's own origin. */
const reportToPage = (message: string): void => {
  webView.contentWindow?.postMessage({ code: 'social_sign_in_failed', message }, origin);
};

const openSocial = (request: SocialRequest): void => {
  pending = request;
  const target = new URL(request.redirectTo ?? '');
  if (target.protocol === 'alipay:') {
    appFrame.src = `${standInOrigin ?? ''}/alipay-app${target.search}&redirect_uri=${encodeURIComponent(callbackLink)}`;
    showSheet('alipay-sheet');
  } else if (target.protocol === 'https:' || target.protocol === 'http:') {
    byId<HTMLAnchorElement>('open-browser').href = target.href;
    showSheet('browser-sheet');
  } else {
    reportToPage(`No app opens ${target.protocol}`);
  }
};

const cancelSocial = (): void => {
  pending = undefined;
  showSheet();
  reportToPage('The person cancelled.');
};

new BroadcastChannel('native-shell').addEventListener('message', ({ data }: MessageEvent<{ readonly search: string }>) => {
  const { callbackUri } = pending ?? {};
  if (!callbackUri) return;
  if (new URLSearchParams(data.search).has('error')) return cancelSocial();
  pending = undefined;
  showSheet();
  webView.src = callbackUri + data.search;
});

/** What pages inside the frame may call. A real SDK gets messages as copies, hence the clone. */
Object.assign(window, {
  nativeShell: {
    createSdk: () => ({
      platform,
      callbackLink,
      getPostMessage: () => (request: SocialRequest) => openSocial(structuredClone(request)),
      supportedConnector: { universal: true, nativeTargets: ['alipay'] },
    }),
  },
});

const finish = async (address: URL): Promise<void> => {
  showSheet();
  if (!address.searchParams.has('code') && !address.searchParams.has('error')) {
    idToken = undefined;
    showScreen('start');
    return;
  }
  const { profile, id_token } = await client.processSigninResponse(address.href);
  idToken = id_token;
  showClaims(byId('claims'), profile);
  showScreen('account');
};

const open = async (createRequest: () => Promise<{ readonly url: string }>): Promise<void> => {
  byId('problem').textContent = '';
  try {
    webView.src = (await createRequest()).url;
    showScreen('web-view');
  } catch (error) {
    report(error);
  }
};

/** Where the web view is; undefined at a foreign origin. */
const webViewAddress = (): URL | undefined => {
  try {
    return new URL(webView.contentWindow?.location.href ?? '');
  } catch {
    return undefined;
  }
};

// An app watches where its web view goes and takes over at its own redirect address.
webView.addEventListener('load', () => {
  const address = webViewAddress();
  if (address?.pathname !== '/native-shell/callback') return;
  webView.src = 'about:blank';
  finish(address).catch((error: unknown) => {
    report(error);
    showScreen('start');
  });
});

byId('sign-in').addEventListener('click', () => void open(() => client.createSigninRequest({})));
byId('sign-out').addEventListener(
  'click',
  () => void open(() => client.createSignoutRequest(idToken === undefined ? {} : { id_token_hint: idToken })),
);
byId('cancel-browser').addEventListener('click', cancelSocial);
byId('cancel-alipay').addEventListener('click', cancelSocial);
byId('report-error').addEventListener('click', () => reportToPage('The app could not be opened.'));
document.body.dataset['ready'] = '';
