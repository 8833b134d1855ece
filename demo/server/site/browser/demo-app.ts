/** A small relying party: code flow with PKCE by oidc-client-ts, which checks state, issuer, audience, expiry and subject. */
import { UserManager, type User } from 'oidc-client-ts';
import { byId, messageOf, showClaims } from './dom.ts';

const { origin } = location;
const callbackPath = '/demo-app/callback';

const manager = new UserManager({
  authority: `${origin}/oidc`,
  client_id: 'demo-app',
  redirect_uri: origin + callbackPath,
  post_logout_redirect_uri: `${origin}/demo-app`,
  scope: 'openid profile email phone offline_access',
  loadUserInfo: true,
});

const form = byId<HTMLFormElement>('sign-in-form');
const alert = byId('problem');

const show = (user: User | null): void => {
  form.hidden = Boolean(user);
  byId('signed-in').hidden = !user;
  if (user) showClaims(byId('claims'), user.profile);
};

const showWhoIsSignedIn = async (): Promise<void> => {
  const user = await manager.getUser();
  show(user?.expired ? null : user);
};

// Somebody who goes back to a page that is kept as it was left finds it on its way to the sign-in page, for ever.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void showWhoIsSignedIn();
});

/** Parameters of the address with which somebody is sent here to be signed in at once: magic links, company portals, journeys. */
const immediate = ['one_time_token', 'google_one_tap_credential', 'direct_sign_in', 'first_screen'];

/** The request parameters a person chose; what was left empty is not sent. */
const chosenParameters = (): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );

const toRequest = ({ ui_locales, login_hint, prompt, ...extraQueryParams }: Record<string, string>) => {
  return {
    extraQueryParams,
    ...(ui_locales ? { ui_locales } : {}),
    ...(login_hint ? { login_hint } : {}),
    ...(prompt ? { prompt } : {}),
  };
};

const attempt = async (deed: () => Promise<void>): Promise<void> => {
  alert.textContent = '';
  try {
    await deed();
  } catch (error) {
    alert.textContent = messageOf(error);
  }
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(() => manager.signinRedirect(toRequest(chosenParameters())));
});

byId('sign-out').addEventListener('click', () => void attempt(() => manager.signoutRedirect()));

await attempt(async () => {
  if (location.pathname === callbackPath) {
    try {
      await manager.signinCallback();
    } finally {
      // The code works once: a reload must not send it again.
      history.replaceState(null, '', '/demo-app');
    }
  }
});
const sentWith = Object.fromEntries(new URLSearchParams(location.search));
if (immediate.some((name) => name in sentWith)) {
  // As the SDKs ask, so that the server looks who is signed in already; a lost password is won back by nobody who is.
  const prompt = sentWith['first_screen'] === 'reset_password' ? 'login' : 'consent';
  history.replaceState(null, '', '/demo-app');
  await attempt(() => manager.signinRedirect(toRequest({ prompt, ...sentWith })));
}
await showWhoIsSignedIn();
document.body.dataset['ready'] = '';
