import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { presets, type PresetName } from './presets.ts';
import { createStage, type Stage } from './testing/stage.ts';
import {
  askForCode,
  begin,
  giveNewPassword,
  givePassword,
  giveProfile,
  identify,
  pick,
  proveByCode,
  proveByPassword,
  proveBySocial,
  submit,
  switchTo,
} from './testing/steps.ts';

const stageWith = (preset: PresetName): Stage => {
  const stage = createStage();
  stage.api.state.tenant = presets[preset].apply(stage.api.state.initialTenant);

  return stage;
};

const username = (value: string) => ({ type: 'username', value });
const password = (value: string) => ({ type: 'password', value });

describe('Registration', () => {
  it('by username takes the name, then the password, and signs in', async () => {
    const stage = stageWith('username-only');
    await begin(stage, 'Register');
    await giveProfile(stage, username('dora'));
    assert.deepEqual(pick(await identify(stage), 'data', 'missingProfile'), ['password']);

    await giveProfile(stage, password('a-new-Secret-9'));
    assert.equal((await identify(stage)).status, 201);
    assert.equal((await submit(stage)).status, 200);

    const dora = stage.api.state.users.findByIdentifier({ type: 'username', value: 'dora' });
    assert.equal(stage.interactions.finishedBy(stage.uid), dora?.id);
    assert.equal(dora?.password, 'a-new-Secret-9');
  });

  it('takes a name and a password at once, for an account to be', async () => {
    const stage = stageWith('username-only');
    await begin(stage, 'Register');
    const prove = async (value: string) =>
      stage.call('POST', '/api/experience/verification/new-password-identity', {
        identifier: username(value),
        password: 'a-new-Secret-9',
      });

    assert.equal(pick(await prove('alice'), 'code'), 'user.username_already_in_use');
    assert.equal((await identify(stage, String(pick(await prove('dora'), 'verificationId')))).status, 201);
  });

  it('asks for what is missing in the order of the server', async () => {
    const stage = stageWith('strict-profile');
    await begin(stage, 'Register');
    assert.deepEqual(pick(await identify(stage), 'data', 'missingProfile'), ['username', 'emailOrPhone', 'password']);

    await giveProfile(stage, username('dora'));
    const verificationId = await proveByCode(stage, '8613800000099', 'Register');
    await giveProfile(stage, { type: 'phone', verificationId });
    assert.deepEqual(pick(await identify(stage), 'data', 'missingProfile'), ['password']);
  });

  it('refuses names the policy of the tenant forbids, before looking whether they are taken', async () => {
    const stage = stageWith('username-policy');
    await begin(stage, 'Register');
    const codes = [];

    for (const name of ['abc', 'abcdefghijklm', 'Dora', 'do_ra']) {
      codes.push(pick(await giveProfile(stage, username(name)), 'code'));
    }

    assert.deepEqual(codes, [
      'user.username_too_short',
      'user.username_too_long',
      'user.username_uppercase_not_allowed',
      'user.username_underscore_not_allowed',
    ]);
  });

  it('refuses addresses on the blocklist when the code is asked for and when the account is made', async () => {
    const stage = stageWith('email-blocklist');
    await begin(stage, 'Register');
    const codeFor = async (address: string) => pick(await askForCode(stage, address, 'Register'), 'code');
    assert.equal(await codeFor('dora@blocked.example'), 'session.email_blocklist.email_not_allowed');
    assert.equal(await codeFor('dora@disposable.example'), 'session.email_blocklist.email_not_allowed');
    assert.equal(await codeFor('dora+shop@example.com'), 'session.email_blocklist.email_subaddressing_not_allowed');

    await begin(stage);
    const id = await proveByCode(stage, 'mallory@example.com');
    await switchTo(stage, 'Register');
    assert.equal(pick(await identify(stage, id), 'code'), 'session.email_blocklist.email_not_allowed');
  });
});

describe('Custom profile fields', () => {
  it('are asked for once everything else is there, and sorted into claims and own data', async () => {
    const stage = stageWith('profile-fields');
    await begin(stage, 'Register');
    const id = await proveByCode(stage, 'dora@example.com', 'Register');
    assert.deepEqual(pick(await identify(stage, id), 'data', 'missingProfile'), ['extraProfile']);

    const values = { givenName: 'Dora', familyName: 'Example', birthdate: '1990-01-31', company: 'Acme', plan: 'pro' };
    await giveProfile(stage, { type: 'extraProfile', values });
    assert.equal((await identify(stage)).status, 201);
    assert.equal((await submit(stage)).status, 200);

    const dora = stage.api.state.users.findByIdentifier({ type: 'email', value: 'dora@example.com' });
    assert.deepEqual(dora?.profile, { givenName: 'Dora', familyName: 'Example', birthdate: '1990-01-31' });
    assert.deepEqual(dora.customData, { company: 'Acme', plan: 'pro' });
  });

  it('that may stay empty are asked for once', async () => {
    const stage = stageWith('optional-profile-fields');
    await begin(stage, 'Register');
    const id = await proveByCode(stage, 'dora@example.com', 'Register');
    assert.equal(pick(await identify(stage, id), 'code'), 'user.missing_profile');

    await giveProfile(stage, { type: 'extraProfile', values: {} });
    assert.equal((await identify(stage)).status, 201);
    assert.equal((await submit(stage)).status, 200);
  });

  it('reach the page in the order the tenant chose', async () => {
    const stage = stageWith('chosen-profile-fields');
    const { body } = await stage.call('GET', '/api/.well-known/sign-in-exp');
    const { customProfileFields, customProfileFieldCatalog } = body as Record<string, readonly { readonly name: string }[]>;

    assert.deepEqual(
      customProfileFields?.map(({ name }) => name),
      ['company', 'birthdate'],
    );
    assert.ok((customProfileFieldCatalog?.length ?? 0) > 2);
  });
});

describe('The profile of an account that exists', () => {
  it('takes what it lacks and nothing it has', async () => {
    const stage = stageWith('email-needed');
    await begin(stage);
    await identify(stage, await proveByPassword(stage, 'short'));
    assert.equal(pick(await giveProfile(stage, username('shorter')), 'code'), 'user.username_exists_in_profile');
    assert.equal(pick(await giveProfile(stage, password('a-new-Secret-9')), 'code'), 'user.password_exists_in_profile');
    assert.deepEqual(pick(await submit(stage), 'data', 'missingProfile'), ['email']);

    const verificationId = await proveByCode(stage, 'short@example.com');
    assert.equal((await giveProfile(stage, { type: 'email', verificationId })).status, 204);
    assert.equal((await submit(stage)).status, 200);
    assert.equal(stage.api.state.users.findById('user-short')?.primaryEmail, 'short@example.com');
  });

  it('cannot be touched before somebody is identified, nor in a recovery', async () => {
    const stage = createStage();
    await begin(stage);
    assert.equal(pick(await giveProfile(stage, username('dora')), 'code'), 'session.identifier_not_found');
    await begin(stage, 'ForgotPassword');
    assert.equal(pick(await giveProfile(stage, username('dora')), 'code'), 'session.not_supported_for_forgot_password');
  });

  it('takes a social identity after the address it lacked turned out to be an account', async () => {
    const stage = stageWith('email-needed');
    await begin(stage);
    const social = await proveBySocial(stage, { userId: 'union-new', name: 'Dora' });
    await switchTo(stage, 'Register');
    assert.deepEqual(pick(await identify(stage, social), 'data', 'missingProfile'), ['email']);

    const verificationId = await proveByCode(stage, 'alice@example.com', 'Register');
    const refused = await giveProfile(stage, { type: 'email', verificationId });
    assert.equal(pick(refused, 'code'), 'user.email_already_in_use');

    await switchTo(stage, 'SignIn');
    await identify(stage, verificationId);
    assert.equal((await giveProfile(stage, { type: 'social', verificationId: social })).status, 204);
    assert.equal((await submit(stage)).status, 200);
    assert.equal(stage.api.state.users.findByIdentity('dingtalk', 'union-new')?.id, 'user-alice');
    assert.equal(stage.api.state.users.findById('user-alice')?.name, 'Alice Example');
  });
});

describe('A forgotten password', () => {
  it('may not come back as it was, nor badly chosen', async () => {
    const stage = stageWith('recovery');
    await begin(stage, 'ForgotPassword');
    assert.equal(pick(await giveNewPassword(stage, 'a-new-Secret-9'), 'code'), 'session.identifier_not_found');
    await identify(stage, await proveByCode(stage, 'alice@example.com', 'ForgotPassword'));
    assert.equal(pick(await submit(stage), 'code'), 'user.new_password_required_in_profile');
    assert.equal(pick(await giveNewPassword(stage, 'demo-password-1'), 'code'), 'user.same_password');
    const rejected = await giveNewPassword(stage, 'password1');
    assert.deepEqual(pick(rejected, 'data'), [{ code: 'password_rejected.pwned' }]);
  });

  it('is asked about in the same words whether the account exists or not', async () => {
    const stage = stageWith('recovery');
    await begin(stage, 'ForgotPassword');
    assert.equal((await askForCode(stage, 'nobody@example.com', 'ForgotPassword')).status, 200);
    assert.deepEqual(stage.outbox.messages, []);
  });

  it('counts its age anew once it was set', async () => {
    const stage = stageWith('password-expires');
    await begin(stage);
    assert.equal((await givePassword(stage, 'alice', 'demo-password-1')).status, 200);
    assert.equal(pick(await givePassword(stage, 'expired', 'demo-password-1'), 'code'), 'password.expired');

    await begin(stage, 'ForgotPassword');
    await identify(stage, await proveByCode(stage, 'expired@example.com', 'ForgotPassword'));
    await giveNewPassword(stage, 'a-new-Secret-9');
    await submit(stage);
    await begin(stage);
    assert.equal((await givePassword(stage, 'expired', 'a-new-Secret-9')).status, 200);
  });
});

describe('The quota of e-mails', () => {
  it('says so when it is used up, and leaves text messages alone', async () => {
    const stage = stageWith('email-quota');
    await begin(stage);
    const answer = await askForCode(stage, 'alice@example.com');

    assert.deepEqual([answer.status, pick(answer, 'code')], [429, 'connector.usage_limit_exceeded']);
    assert.equal((await askForCode(stage, '8613800000001')).status, 200);
  });
});
