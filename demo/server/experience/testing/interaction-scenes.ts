import { createMemorySocialConnector } from '../memory-connectors.ts';
import { presets } from '../presets.ts';
import { tenantGuard } from '../tenant.ts';
import { demandCaptcha, dig, nothing, type Recorded, type Scene, type Scenes, start, verification } from './scene.ts';
import type { Stage } from './stage.ts';
import { begin, giveNewPassword, identify, proveByCode, proveByPassword, proveBySocial, switchTo } from './steps.ts';

const openRecovery = (stage: Stage): void => {
  stage.configure({ forgotPasswordMethods: null });
};

/** The tenant and the connectors that a recorded settings body came from. */
const useRecordedSettings: Scene = async (stage, { response }) => {
  const { socialConnectors, captchaConfig, ...settings } = response as {
    readonly socialConnectors: readonly Parameters<typeof createMemorySocialConnector>[0][];
    readonly captchaConfig?: unknown;
  };
  const { state } = stage.api;
  stage.socialConnectors = socialConnectors.map((entry) => ({ ...createMemorySocialConnector(entry), ...entry }));
  stage.messageConnectors = stage.messageConnectors.filter(({ type }) => dig(response, 'forgotPassword', type) === true);
  state.tenant = tenantGuard.parse({
    ...state.tenant,
    captcha: captchaConfig ?? null,
    signInExperience: { ...state.tenant.signInExperience, forgotPasswordMethods: null, ...settings },
  });

  return Promise.resolve(undefined);
};

const missing = (recorded: Recorded): string => String(dig(recorded.response, 'data', 'missingProfile', '0'));

/** Sign-up asks for one thing only. */
const askOnlyFor = (stage: Stage, item: string): void => {
  if (item === 'extraProfile') {
    stage.api.state.tenant = presets['optional-profile-fields'].apply(stage.api.state.tenant);
  }

  stage.configure({
    signUp: {
      identifiers: ['extraProfile', 'password'].includes(item) ? [] : [item],
      password: item === 'password',
      verify: false,
    },
    socialSignIn: {},
  });
};

const registerKnownAddress =
  (address: string): Scene =>
  async (stage) => {
    await begin(stage, 'Register');

    return verification(await proveByCode(stage, address, 'Register'));
  };

/** Settings, and an interaction from its beginning to its end. */
export const interactionScenes = {
  'GET /api/.well-known/sign-in-exp 200': useRecordedSettings,
  'GET /api/experience/interaction 200': async (stage, { response }) => {
    const { primaryEmail, primaryPhone } = dig(response, 'profile') as Record<string, string | undefined>;
    stage.headers = { ...stage.headers, 'user-agent': 'node', 'x-forwarded-for': '::ffff:127.0.0.1' };
    askOnlyFor(stage, 'password');
    await begin(stage);
    const id = await proveByCode(stage, primaryEmail ?? primaryPhone ?? '');
    await switchTo(stage, 'Register');
    await identify(stage, id);

    return undefined;
  },
  'GET /api/experience/sso-connectors 200': nothing,
  'GET /api/experience/sso-connectors 304': async (stage, { path }) => {
    const { headers } = await stage.call('GET', path);

    return { headers: { 'if-none-match': headers.get('etag') ?? '' } };
  },
  'POST /api/experience/identification 201': [
    async (stage) => {
      await begin(stage, 'Register');

      return verification(await proveByCode(stage, 'new@example.com', 'Register'));
    },
    async (stage) => {
      askOnlyFor(stage, 'password');
      await begin(stage, 'Register');
      await identify(stage, await proveByCode(stage, 'new@example.com', 'Register'));
      askOnlyFor(stage, 'email');

      return undefined;
    },
  ],
  'POST /api/experience/identification 204': [
    async (stage) => {
      await begin(stage);

      return verification(await proveBySocial(stage, { email: 'alice@example.com' }));
    },
    async (stage) => {
      await begin(stage);

      return verification(await proveByPassword(stage));
    },
  ],
  'POST /api/experience/identification 404 user.identity_not_exist': async (stage, { response }) => {
    const email = dig(response, 'data', 'relatedUser', 'value') as string | undefined;
    stage.api.state.users.insert({ primaryEmail: email ?? null });
    await begin(stage);

    return verification(await proveBySocial(stage, { email: email ?? 'unrelated@example.com' }));
  },
  'POST /api/experience/identification 404 user.user_not_exist': async (stage, { response }) => {
    await begin(stage);

    return verification(await proveByCode(stage, String(dig(response, 'data', 'identifier'))));
  },
  'POST /api/experience/identification 422 session.not_supported_for_forgot_password': async (stage) => {
    await begin(stage, 'ForgotPassword');

    return verification(await proveByPassword(stage));
  },
  'POST /api/experience/identification 422 session.sso_enabled': async (stage, { response }) => {
    const ssoConnectors = tenantGuard.shape.ssoConnectors.parse(dig(response, 'data', 'ssoConnectors'));
    stage.api.state.tenant = { ...stage.api.state.tenant, ssoConnectors };
    stage.configure({ singleSignOnEnabled: true });
    await begin(stage);

    return verification(await proveByCode(stage, `somebody@${ssoConnectors[0]?.domains[0] ?? ''}`));
  },
  'POST /api/experience/identification 422 user.email_already_in_use': registerKnownAddress('alice@example.com'),
  'POST /api/experience/identification 422 user.phone_already_in_use': registerKnownAddress('8613800000001'),
  'POST /api/experience/identification 422 user.missing_profile': async (stage, recorded) => {
    askOnlyFor(stage, missing(recorded));
    await begin(stage, 'Register');

    if (missing(recorded) === 'extraProfile') {
      return undefined;
    }

    return verification(
      missing(recorded) === 'password'
        ? await proveByCode(stage, 'new@example.com', 'Register')
        : await proveBySocial(stage, { name: 'Somebody' }),
    );
  },
  'POST /api/experience/submit 200': async (stage) => {
    await begin(stage);
    await identify(stage, await proveByPassword(stage));

    return undefined;
  },
  'POST /api/experience/submit 204': async (stage) => {
    openRecovery(stage);
    await begin(stage, 'ForgotPassword');
    await identify(stage, await proveByCode(stage, 'alice@example.com', 'ForgotPassword'));
    await giveNewPassword(stage, 'a-new-Secret-9');

    return undefined;
  },
  'POST /api/experience/submit 404 session.identifier_not_found': start,
  'POST /api/experience/submit 404 session.interaction_not_found': nothing,
  'POST /api/experience/submit 422 user.missing_profile': async (stage, recorded) => {
    const item = missing(recorded);
    const account = { username: 'half', primaryEmail: 'half@example.com', primaryPhone: '8613800000055', password: 'p' };
    const column = { username: 'username', email: 'primaryEmail', phone: 'primaryPhone' }[item] ?? item;
    stage.api.state.users.insert({ ...account, [column]: null });
    await begin(stage);
    const id =
      item === 'password'
        ? await proveByCode(stage, account.primaryEmail)
        : await proveByPassword(stage, item === 'username' ? account.primaryEmail : 'half', 'p');
    await identify(stage, id);
    askOnlyFor(stage, item);

    return undefined;
  },
  'POST /api/experience/submit 422 user.new_password_required_in_profile': async (stage) => {
    openRecovery(stage);
    await begin(stage, 'ForgotPassword');
    await identify(stage, await proveByCode(stage, 'alice@example.com', 'ForgotPassword'));

    return undefined;
  },
  'PUT /api/experience 204': nothing,
  'PUT /api/experience 400 guard.invalid_input': nothing,
  'PUT /api/experience 400 session.not_found': async (stage) => {
    stage.headers = {};

    return Promise.resolve(undefined);
  },
  'PUT /api/experience 422 session.captcha_failed': async (stage) => {
    demandCaptcha(stage);

    return Promise.resolve(undefined);
  },
  'PUT /api/experience/interaction-event 204': start,
  'PUT /api/experience/interaction-event 403 auth.forbidden': async (stage, recorded) => {
    stage.configure({ signInMode: 'SignIn' });

    return start(stage, recorded);
  },
} satisfies Scenes;
