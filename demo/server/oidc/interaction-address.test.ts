import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interactionAddress } from './interaction-address.ts';

const login = (params: Readonly<Record<string, string>>) =>
  interactionAddress({ prompt: 'login', params: { client_id: 'app', ...params } });

describe('The address of an interaction', () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{}, '/sign-in?app_id=app'],
    [{ first_screen: 'sign_in' }, '/sign-in?app_id=app'],
    [{ first_screen: 'signIn' }, '/sign-in?app_id=app'],
    [{ first_screen: 'register' }, '/register?app_id=app'],
    [{ first_screen: 'reset_password' }, '/reset-password?app_id=app'],
    [{ first_screen: 'identifier:sign_in', identifier: 'email phone' }, '/identifier-sign-in?app_id=app&identifier=email+phone'],
    [{ first_screen: 'identifier:register' }, '/identifier-register?app_id=app'],
    [{ first_screen: 'single_sign_on' }, '/single-sign-on?app_id=app'],
    [{ first_screen: 'nonsense' }, '/sign-in?app_id=app'],
    [{ interaction_mode: 'signUp' }, '/register?app_id=app'],
    [{ direct_sign_in: 'social:dingtalk' }, '/direct/social/dingtalk?app_id=app&fallback=sign-in'],
    [{ direct_sign_in: 'sso:a/b', first_screen: 'register' }, '/direct/sso/a%2Fb?app_id=app&fallback=register'],
    [{ direct_sign_in: 'carrier-pigeon:x' }, '/sign-in?app_id=app'],
    [
      { ui_locales: 'zh-CN en', login_hint: 'a@b.c', organization_id: 'north', one_time_token: 't' },
      '/sign-in?app_id=app&organization_id=north&ui_locales=zh-CN+en&one_time_token=t&login_hint=a%40b.c',
    ],
  ];
  for (const [params, address] of cases) {
    it(`for ${JSON.stringify(params)} is ${address}`, () => {
      assert.equal(login(params), address);
    });
  }

  it('for consent names the app alone', () => {
    const params = { client_id: 'app', ui_locales: 'en' };
    assert.equal(interactionAddress({ prompt: 'consent', params }), '/consent?app_id=app');
  });
});
