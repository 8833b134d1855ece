import { expect } from '@open-wc/testing';
import { memoryNavigation } from '../platform/in-memory.ts';
import { readParams } from './params.ts';
import { pathToStep } from './steps/addresses.ts';
import { settingsWith } from './testing/harness.ts';

/** Parameter, text in the address, and expected value. */
const cases: readonly (readonly [name: string, raw: string, meant: string])[] = [
  ['app_id', 'abc123', 'abc123'],
  ['app_id', 'abc%2D123', 'abc-123'],
  ['app_id', 'abc%252D123', 'abc-123'],
  ['app_id', 'https%3A%2F%2Fa.example%2Fx%2520y', 'https://a.example/x%20y'],
  ['app_id', 'https%253A%252F%252Fa.example', 'https://a.example'],
  ['app_id', '%E0%A4%A', '\uFFFD%A'],
  ['organization_id', 'org%255F1', 'org_1'],
  ['ui_locales', 'zh-CN', 'zh-CN'],
  ['ui_locales', 'zh_CN', 'zh-CN'],
  ['ui_locales', 'zh-cn', 'zh-CN'],
  ['ui_locales', 'ZH_hans_cn', 'zh-Hans-CN'],
  ['ui_locales', 'zh-CN,en', 'zh-CN en'],
  ['ui_locales', 'zh-CN%2Cen', 'zh-CN en'],
  ['ui_locales', 'zh-CN+en', 'zh-CN en'],
  ['ui_locales', 'zh-CN%20en', 'zh-CN en'],
  ['ui_locales', 'zh-CN%2Ben', 'zh-CN en'],
  ['ui_locales', 'zh-CN%2520en', 'zh-CN en'],
  ['ui_locales', 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN zh en'],
  ['ui_locales', 'zh-CN,%20*;q=0.1', 'zh-CN'],
  ['ui_locales', '*', ''],
  ['ui_locales', 'zh_CN.UTF-8', 'zh-CN'],
  ['ui_locales', 'de_DE@euro', 'de-DE'],
  ['ui_locales', 'zh_CN_%23Hans', 'zh-Hans-CN'],
  ['ui_locales', 'zh-rCN', 'zh-CN'],
  ['ui_locales', 'zh-CHT', 'zh-Hant'],
  ['ui_locales', 'C', ''],
  ['ui_locales', 'POSIX', ''],
  ['ui_locales', 'en,en,EN', 'en'],
  ['ui_locales', '%3Cscript%3E,en', 'en'],
  ['login_hint', 'alice', 'alice'],
  ['login_hint', '%2B8613800000001', '+8613800000001'],
  ['login_hint', '+8613800000001', '+8613800000001'],
  ['login_hint', '%208613800000001', '+8613800000001'],
  ['login_hint', '%252B8613800000001', '+8613800000001'],
  ['login_hint', '%25252B8613800000001', '+8613800000001'],
  ['login_hint', '%2B86%20138%200000%200001', '+86 138 0000 0001'],
  ['login_hint', '%2B86+138+0000+0001', '+86 138 0000 0001'],
  ['login_hint', '+86+138+0000+0001', '+86 138 0000 0001'],
  ['login_hint', '+86%20138-0000-0001', '+86 138-0000-0001'],
  ['login_hint', '138%200000%200001', '138 0000 0001'],
  ['login_hint', '138+0000+0001', '138 0000 0001'],
  ['login_hint', 'a@b.example', 'a@b.example'],
  ['login_hint', 'a%40b.example', 'a@b.example'],
  ['login_hint', 'a%2540b.example', 'a@b.example'],
  ['login_hint', 'a+b@x.example', 'a+b@x.example'],
  ['login_hint', 'a%2Bb%40x.example', 'a+b@x.example'],
  ['login_hint', 'a%252Bb%2540x.example', 'a+b@x.example'],
  ['login_hint', 'a%20b@x.example', 'a+b@x.example'],
  ['login_hint', '%20a@x.example%20', 'a@x.example'],
  ['login_hint', 'a%25b@x.example', 'a%b@x.example'],
  ['login_hint', '50%2525@x.example', '50%25@x.example'],
  ['login_hint', 'a%2541@x.example', 'a%41@x.example'],
  ['login_hint', 'j%25C3%25B6@x.example', 'jö@x.example'],
  ['login_hint', '%E0%A4%A@x', '\uFFFD%A@x'],
  ['identifier', 'email phone', 'email phone'],
  ['identifier', 'email%20phone', 'email phone'],
  ['identifier', 'email+phone', 'email phone'],
  ['identifier', 'email,phone', 'email phone'],
  ['identifier', 'Email%2520Phone', 'email phone'],
  ['fallback', 'register', 'register'],
  ['fallback', '%2Fregister', 'register'],
  ['fallback', '%252Fregister', 'register'],
  ['fallback', '/identifier-sign-in/', 'identifier-sign-in'],
  ['one_time_token', 'aB-_9', 'aB-_9'],
  ['one_time_token', 'a+b/c==', 'a+b/c=='],
  ['one_time_token', 'a%2Bb%2Fc%3D%3D', 'a+b/c=='],
  ['one_time_token', 'a%252Bb', 'a+b'],
  ['redirect_to', 'https%3A%2F%2Fidp.example%2Fx%3Fa%3Db%2526c', 'https://idp.example/x?a=b%26c'],
  ['redirect_to', 'https%253A%252F%252Fidp.example%252Fx%253Fa%253Db', 'https://idp.example/x?a=b'],
  ['native_callback', 'io.example.app%3A%2F%2Fcallback', 'io.example.app://callback'],
  ['native_callback', 'io.example.app%253A%252F%252Fcallback', 'io.example.app://callback'],
  // A provider's parameters are decoded once and keep their pluses.
  ['code', '4%2F0Ab', '4/0Ab'],
  ['code', '4/0Ab', '4/0Ab'],
  ['code', 'a%2Bb', 'a+b'],
  ['code', 'a+b', 'a+b'],
  ['code', 'a%252Bb', 'a%2Bb'],
  ['code', '100%25', '100%'],
  ['code', '%', '%'],
  ['authCode', 'a+b', 'a+b'],
  ['auth_code', 'a+b', 'a+b'],
  ['state', 'a%2520b', 'a%20b'],
  ['state', 'a+b', 'a+b'],
  ['SAMLResponse', 'PHN+YQ==', 'PHN+YQ=='],
  ['user', '%7B%22n%22%3A%22A+B%22%7D', '{"n":"A B"}'],
  ['error_description', 'The+user+cancelled', 'The user cancelled'],
  ['__proto__', 'x', 'x'],
];

describe('a parameter of an address', () => {
  for (const [name, raw, meant] of cases) {
    it(`${name}=${raw} is read as ${meant || 'nothing'}`, () => {
      for (const where of ['search', 'hash'] as const) {
        const location = { search: '', hash: '', [where]: `${where === 'hash' ? '#' : '?'}x=1&${name}=${raw}&x=2` };
        expect(Object.entries(readParams(location)).find(([key]) => key === name)?.[1], where).to.equal(meant);
      }
    });
  }
  it('limits the number of languages', () => {
    for (const where of ['search', 'hash'] as const) {
      for (const separator of ['+', '%20', ',']) {
        const many = Array.from({ length: 20_000 }, (_, index) => `en-${String(100 + (index % 900))}`).join(separator);
        const location = { search: '', hash: '', [where]: `${where === 'hash' ? '#' : '?'}ui_locales=zh-CN${separator}${many}` };
        const { ui_locales: read = '' } = readParams(location);
        expect(read).to.match(/^zh-CN en-/);
        expect(read.split(' ').length, where).to.be.at.most(100);
      }
    }
  });

  it('keeps its value when it is written and read again', () => {
    for (const [name, , meant] of cases) {
      if (/[%\uFFFD]/.test(meant)) continue;
      const search = `?${new URLSearchParams([[name, meant]]).toString()}`;
      expect(Object.entries(readParams({ search, hash: '' }))[0]?.[1], `${name} ${meant}`).to.equal(meant);
    }
  });
});

describe('a part of a path', () => {
  for (const [path, connectorId] of [
    ['/callback/social/ding', 'ding'],
    ['/callback/social/ding%2Dweb', 'ding-web'],
    ['/callback/social/ding%252Dweb', 'ding-web'],
    ['/callback/social/a%2Fb', 'a/b'],
    ['/callback/social/%E0%A4%A', '%E0%A4%A'],
    ['/callback/social/%', '%'],
    ['/callback/social/a+b', 'a+b'],
    ['/callback/social/ding/', 'ding'],
  ] as const) {
    it(`${path} names ${connectorId}`, () => {
      const location = { ...memoryNavigation().current(), path };
      expect(pathToStep(location, settingsWith())).to.deep.include({ name: 'social-callback', connectorId });
    });
  }
});
