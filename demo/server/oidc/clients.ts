import type { ClientMetadata } from 'oidc-provider';

/** Ids of the demo's apps. All of them are first-party: consent is granted without asking. */
export const demoAppId = 'demo-app';
export const nativeAppId = 'native-app';

/** Single-page apps: public clients with PKCE. `application_type` native would ask for a sign-in every time. */
export const createClients = (origin: string): ClientMetadata[] => {
  const common = {
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    id_token_signed_response_alg: 'ES384',
  } as const;

  return [
    {
      ...common,
      client_id: demoAppId,
      client_name: 'Demo app',
      redirect_uris: [`${origin}/demo-app/callback`],
      post_logout_redirect_uris: [`${origin}/demo-app`],
    },
    {
      ...common,
      client_id: nativeAppId,
      client_name: 'Native app',
      redirect_uris: [`${origin}/native-shell/callback`],
      post_logout_redirect_uris: [`${origin}/native-shell/callback`],
    },
  ];
};
