import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { presetGroups, presetNames, presets } from './presets.ts';
import { defaultTenant } from './tenant.ts';

describe('Presets', () => {
  it('are each in one group', () => {
    const grouped = presetGroups.flatMap((group) => Object.keys(group.presets));

    assert.deepEqual(grouped, presetNames);
  });

  // What the real server says of settings with which new accounts could not sign in again.
  for (const name of presetNames) {
    it(`hold settings that the real server takes: ${name}`, () => {
      const { signIn, signUp } = presets[name].apply(defaultTenant).signInExperience;
      const asked = [...signUp.identifiers, ...(signUp.secondaryIdentifiers ?? []).map(({ identifier }) => identifier)];

      for (const { identifier, password, verificationCode } of signIn.methods) {
        assert.ok(password || verificationCode, 'at_least_one_authentication_factor');
        if (signUp.password) assert.ok(password, 'password_sign_in_must_be_enabled');
        else if (signUp.verify) assert.ok(verificationCode || identifier === 'username', 'code_sign_in_must_be_enabled');
      }
      for (const identifier of asked) {
        if (identifier === 'username') assert.ok(signUp.password, 'username_requires_password');
        else assert.ok(signUp.verify, 'passwordless_requires_verify');
      }
    });
  }
});
