/** What the hosted page is told about an authorization request. */
export interface AuthorizationRequest {
  readonly prompt: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Query parameters that Logto hands on to the page, in its order, only when present. */
const handedOn = ['organization_id', 'ui_locales', 'one_time_token', 'login_hint', 'identifier'] as const;

/** Authorization request parameters beyond the standard ones. */
export const extraParams = [
  'interaction_mode',
  'first_screen',
  'direct_sign_in',
  'organization_id',
  'identifier',
  'one_time_token',
  'google_one_tap_credential',
] as const;

const routes: Readonly<Record<string, string>> = {
  sign_in: 'sign-in',
  signIn: 'sign-in',
  register: 'register',
  reset_password: 'reset-password',
  'identifier:sign_in': 'identifier-sign-in',
  'identifier:register': 'identifier-register',
  single_sign_on: 'single-sign-on',
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const firstRoute = (params: AuthorizationRequest['params']): string =>
  routes[text(params['first_screen']) ?? ''] ?? (params['interaction_mode'] === 'signUp' ? 'register' : 'sign-in');

/** The way to Google is a direct one, too, for whoever brings a credential of its One Tap. */
const directWish = (params: AuthorizationRequest['params']): string | undefined =>
  text(params['direct_sign_in']) ?? (text(params['google_one_tap_credential']) ? 'social:google' : undefined);

/** `social:<target>` and `sso:<connector id>`; anything else is ignored. */
const directRoute = (directSignIn: string | undefined): string | undefined => {
  const [, method, target] = /^(social|sso):(.+)$/.exec(directSignIn ?? '') ?? [];
  return method && target ? `direct/${method}/${encodeURIComponent(target)}` : undefined;
};

/** The page's address, path and query, for an authorization request that needs a person. */
export const interactionAddress = ({ prompt, params }: AuthorizationRequest): string => {
  const query = new URLSearchParams();
  const appId = text(params['client_id']);
  if (appId) query.set('app_id', appId);
  if (prompt === 'consent') return `/consent?${query.toString()}`;

  for (const name of handedOn) {
    const value = text(params[name]);
    if (value) query.set(name, value);
  }
  const route = firstRoute(params);
  const direct = directRoute(directWish(params));
  if (direct) query.set('fallback', route);
  return `/${direct ?? route}?${query.toString()}`;
};
