import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';

/** Where the app is registered at the server. */
export interface Registration {
  /** Issuer of the tokens. */
  readonly authority: string;
  readonly clientId: string;
  /** The app's own origin, on this machine. Registered: `/callback` as redirect, `/` as post sign-out redirect. */
  readonly appOrigin: string;
  /** What `direct_sign_in` is at the server. */
  readonly directSignIn?: (target: string) => string;
}

const parameterNames = ['first_screen', 'ui_locales', 'direct_sign_in', 'login_hint', 'identifier', 'organization_id', 'prompt'];

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** Remembers the signed-in user in `sessionStorage`, for all pages of the app. */
const memory = `<script>
  const main = document.querySelector('main');
  if (main.querySelector('#claims')) sessionStorage.setItem('signed-in', main.innerHTML);
  else main.innerHTML = sessionStorage.getItem('signed-in') ?? main.innerHTML;
  main.querySelector('[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear());
</script>`;

const document = (body: string) => `<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,">
<body data-ready><main>${body}</main>${memory}</body></html>`;

const signedOut = document(`<p>You are not signed in.</p><form action="/sign-in">
${parameterNames.map((name) => `<input name="${name}" aria-label="${name}">`).join('\n')}
<button>Sign in</button></form>`);

const signedIn = (claims: object) =>
  document(
    `<h1>You are signed in</h1><table id="claims">${Object.entries(claims)
      .map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(String(value))}</td></tr>`)
      .join('')}</table><form action="/sign-out"><button>Sign out</button></form>`,
  );

/** Query parameters of links that start a sign-in at once. */
const immediate = ['one_time_token', 'direct_sign_in', 'first_screen'];

/** Starts a sign-in, or a password reset (`prompt=login`, because it needs a signed-out session). Back leads to the app. */
const followLink = (search: URLSearchParams) => {
  const prompt = search.get('first_screen') === 'reset_password' ? 'login' : 'consent';
  const query = new URLSearchParams({ prompt, ...Object.fromEntries(search) }).toString();
  // After the load event: an earlier navigation would replace this page's history entry.
  return document(`<script>
  history.replaceState(null, '', '/');
  addEventListener('load', () => setTimeout(() => location.assign('/sign-in?${query}')));
</script>`);
};

/** The demo app for real servers: uses the same library, in this process, and serves pages that look the same to a spec. */
export async function openRelyingParty({
  authority,
  clientId,
  appOrigin,
  directSignIn = (target) => target,
}: Registration): Promise<{ close(): Promise<void> }> {
  const client = new OidcClient({
    authority,
    client_id: clientId,
    redirect_uri: `${appOrigin}/callback`,
    post_logout_redirect_uri: `${appOrigin}/`,
    scope: 'openid profile email phone',
    loadUserInfo: true,
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  });
  let idToken: string | undefined;

  const answer = async (url: URL): Promise<{ html: string } | { location: string }> => {
    if (url.pathname === '/sign-in') {
      const parameters = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
      const { ui_locales, login_hint, prompt, ...extraQueryParams } = parameters;
      const { direct_sign_in } = extraQueryParams;
      if (direct_sign_in) extraQueryParams['direct_sign_in'] = directSignIn(direct_sign_in);
      const request = await client.createSigninRequest({
        extraQueryParams,
        ...(ui_locales ? { ui_locales } : {}),
        ...(login_hint ? { login_hint } : {}),
        ...(prompt ? { prompt } : {}),
      });
      return { location: request.url };
    }
    if (url.pathname === '/callback') {
      const { id_token, profile } = await client.processSigninResponse(url.href);
      idToken = id_token;
      return { html: signedIn(profile) };
    }
    if (url.pathname === '/sign-out') {
      return { location: (await client.createSignoutRequest(idToken ? { id_token_hint: idToken } : {})).url };
    }
    return { html: immediate.some((name) => url.searchParams.has(name)) ? followLink(url.searchParams) : signedOut };
  };

  const handle = async ({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const result = await answer(new URL(url, appOrigin));
      if ('location' in result) response.writeHead(302, { Location: result.location }).end();
      else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(result.html);
    } catch (error) {
      response
        .writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(document(`<p role="alert">${escapeHtml(String(error))}</p>`));
    }
  };
  const server = createServer((request, response) => void handle(request, response));
  const { port, hostname } = new URL(appOrigin);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(Number(port), hostname, resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
