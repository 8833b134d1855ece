import { dig, type Recorded, type Scene, type Scenes } from './scene.ts';
import type { Stage } from './stage.ts';
import { begin, identify, proveByCode } from './steps.ts';

const startRegistration: Scene = async (stage) => {
  await begin(stage, 'Register');

  return undefined;
};

/** Makes every word of a recorded password somebody's name or a forbidden word, as the recorded reasons say. */
const explainRejection = (stage: Stage, { request, response }: Recorded): Readonly<Record<string, unknown>> => {
  const password = String(request?.['value'] ?? request?.['password']);
  const reasons = JSON.stringify(dig(response, 'data'));
  const words = reasons.includes('restricted.words') ? [password.slice(0, 4)] : [];
  stage.configure({ passwordPolicy: { rejects: { words } } });

  return reasons.includes('restricted.user_info') ? { username: password } : {};
};

const rejectForNewAccount: Scene = async (stage, recorded) => {
  const { username } = explainRejection(stage, recorded);
  await begin(stage, 'Register');

  if (username !== undefined) {
    await stage.call('POST', '/api/experience/profile', { type: 'username', value: username });
  }

  return undefined;
};

const recover = async (stage: Stage, user: Readonly<Record<string, unknown>> = {}): Promise<undefined> => {
  stage.configure({ forgotPasswordMethods: null });
  stage.api.state.users.insert({ primaryEmail: 'forgetful@example.test', ...user });
  await begin(stage, 'ForgotPassword');
  await identify(stage, await proveByCode(stage, 'forgetful@example.test', 'ForgotPassword'));
};

const newPasswordOf = ({ request }: Recorded): string => String(request?.['password']);

/** What people add to their accounts. */
export const profileScenes = {
  'POST /api/experience/profile 204': startRegistration,
  'POST /api/experience/profile 400 custom_profile_fields.name_conflict_built_in_prop': startRegistration,
  'POST /api/experience/profile 400 custom_profile_fields.name_conflict_custom_data': startRegistration,
  'POST /api/experience/profile 400 custom_profile_fields.name_conflict_sign_in_identifier': startRegistration,
  'POST /api/experience/profile 400 guard.invalid_input': startRegistration,
  'POST /api/experience/profile 422 password.rejected': rejectForNewAccount,
  'POST /api/experience/profile 422 user.username_already_in_use': async (stage, recorded) => {
    stage.api.state.users.insert({ username: String(recorded.request?.['value']) });

    return startRegistration(stage, recorded);
  },
  'PUT /api/experience/profile/password 204': async (stage) => recover(stage),
  'PUT /api/experience/profile/password 404 session.identifier_not_found': async (stage) => {
    await begin(stage, 'ForgotPassword');

    return undefined;
  },
  'PUT /api/experience/profile/password 422 password.rejected': async (stage, recorded) =>
    recover(stage, explainRejection(stage, recorded)),
  'PUT /api/experience/profile/password 422 user.same_password': async (stage, recorded) =>
    recover(stage, { password: newPasswordOf(recorded) }),
} satisfies Scenes;
