import type { Acquaintance } from '../memory-interactions.ts';
import type { NewOneTimeToken } from '../one-time-tokens.ts';
import { presets } from '../presets.ts';
import { tenantGuard } from '../tenant.ts';
import { dig, type Recorded, type Scene, type Scenes, verification } from './scene.ts';
import type { Stage } from './stage.ts';
import { begin, leaveForCompany, proveBySso } from './steps.ts';

const inviteAs =
  (more: Partial<NewOneTimeToken> = {}): Scene =>
  async (stage, { request }) => {
    const { token } = stage.api.state.oneTimeTokens.create({ email: String(dig(request, 'identifier', 'value')), ...more });
    await begin(stage);

    return { body: { token } };
  };

const openCompany = (stage: Stage, id: string): void => {
  const { state } = stage.api;
  const tenant = presets['single-sign-on'].apply(state.initialTenant);
  state.tenant = tenantGuard.parse({ ...tenant, ssoConnectors: tenant.ssoConnectors.map((entry) => ({ ...entry, id })) });
};

const recordedConnector = ({ path }: Recorded): string => path.split('/')[5] ?? '';

/** Magic links, companies, and who is signed in already. */
export const invitationScenes = {
  'POST /api/experience/verification/one-time-token/verify 200': inviteAs(),
  'POST /api/experience/verification/one-time-token/verify 400 one_time_token.email_mismatch': inviteAs({
    email: 'invited@example.test',
  }),
  'POST /api/experience/verification/one-time-token/verify 400 one_time_token.token_consumed': inviteAs({ status: 'consumed' }),
  'POST /api/experience/verification/one-time-token/verify 404 one_time_token.token_not_found': async (stage) => {
    await begin(stage);

    return undefined;
  },
  'POST /api/experience/verification/sso/:connectorId/authorization-uri 200': async (stage, recorded) => {
    openCompany(stage, recordedConnector(recorded));
    await begin(stage);

    return undefined;
  },
  'POST /api/experience/verification/sso/:connectorId/verify 200': async (stage, recorded) => {
    openCompany(stage, recordedConnector(recorded));
    await begin(stage);

    return verification(await leaveForCompany(stage, recordedConnector(recorded)));
  },
  'POST /api/experience/identification 404 user.sso_identity_not_exist': async (stage) => {
    openCompany(stage, 'sso-acme');
    await begin(stage);

    return verification(await proveBySso(stage, { sub: 'somebody', email: 'somebody@acme.example' }));
  },
  'GET /api/interaction/consent 200': async (stage, { response }) => {
    stage.api.state.users.insert(dig(response, 'user') as { readonly id: string });
    const application = dig(response, 'application') as Acquaintance['application'];
    const params = { client_id: application.id, redirect_uri: String(dig(response, 'redirectUri')) };
    const uid = stage.interactions.start(params, 'consent');
    stage.interactions.introduce(uid, {
      application,
      accountId: String(dig(response, 'user', 'id')),
      missingScopes: dig(response, 'missingOIDCScope') as readonly string[],
    });
    stage.headers = { cookie: `_interaction=${uid}` };

    return Promise.resolve(undefined);
  },
} satisfies Scenes;
