import { expect } from '@open-wc/testing';
import { settingsWith } from '../testing/harness.ts';
import {
  agreementNeeded,
  canRegisterWith,
  firstScreen,
  methodsFor,
  registerTerms,
  signInTerms,
  usableConnectors,
} from './tenant.ts';
import { checkIdentifier } from './identifiers.ts';
import { hintedIdentifier } from '../sign-in-options.ts';

const method = (identifier: string, password: boolean, verificationCode: boolean, isPasswordPrimary = true) => ({
  identifier,
  password,
  verificationCode,
  isPasswordPrimary,
});

describe('the form of the first screen', () => {
  for (const [what, methods, form] of [
    ['passwords alone', [method('username', true, false), method('email', true, false)], 'password'],
    ['codes as well', [method('username', true, false), method('email', true, true)], 'identifier'],
    ['codes alone', [method('phone', false, true)], 'identifier'],
    ['nothing', [], 'none'],
    ['a method that allows nothing', [method('email', false, false)], 'none'],
  ] as const) {
    it(`with ${what}: ${form}`, () => {
      expect(firstScreen(settingsWith({ signIn: { methods } })).form).to.equal(form);
    });
  }

  it('asks for the identifier alone if passkeys come first', () => {
    const passkeySignIn = { enabled: true, showPasskeyButton: false };
    const signIn = { methods: [method('username', true, false)] };
    expect(firstScreen(settingsWith({ signIn, passkeySignIn })).form).to.equal('identifier');
  });

  it('keeps the tenant’s order', () => {
    expect(firstScreen(settingsWith()).types).to.deep.equal(['phone', 'email', 'username']);
  });
});

describe('how an identifier signs in', () => {
  for (const [type, expected] of [
    ['phone', { password: true, code: true, passwordFirst: false }],
    ['email', { password: true, code: true, passwordFirst: true }],
    ['username', { password: true, code: false, passwordFirst: true }],
  ] as const) {
    it(type, () => expect(methodsFor(settingsWith(), type)).to.deep.equal(expected));
  }

  it('never sends a code to a username', () => {
    const signIn = { methods: [method('username', true, true, false)] };
    expect(methodsFor(settingsWith({ signIn }), 'username')).to.deep.include({ code: false, passwordFirst: true });
  });
});

describe('social connectors', () => {
  const connector = (id: string, target: string, platform: string | null) => ({ id, target, platform, name: {}, logo: '' });
  const socialConnectors = [
    connector('wx-native', 'wechat', 'Native'),
    connector('wx-web', 'wechat', 'Web'),
    connector('fb-universal', 'facebook', 'Universal'),
    connector('gh', 'github', null),
    connector('ali-native', 'alipay', 'Native'),
  ];
  const settings = settingsWith({ socialConnectors, socialSignInConnectorTargets: ['github', 'facebook', 'wechat'] });
  const ids = (native?: Parameters<typeof usableConnectors>[1]) => usableConnectors(settings, native).map(({ id }) => id);

  it('in a browser: no native ones, in the tenant’s order', () => {
    expect(ids()).to.deep.equal(['gh', 'fb-universal', 'wx-web']);
  });

  it('in an app: native ones that the app can open, universal ones that can come back', () => {
    const app = { callbackLink: 'app://x', universal: true, nativeTargets: ['wechat'] };
    expect(ids(app)).to.deep.equal(['fb-universal', 'wx-native']);
    expect(ids({ ...app, callbackLink: undefined })).to.deep.equal(['wx-native']);
    expect(ids({ ...app, nativeTargets: [], universal: false })).to.deep.equal([]);
  });

  it('prefers the web one to the universal one in a browser', () => {
    const both = settingsWith({ socialConnectors: [connector('u', 'x', 'Universal'), connector('w', 'x', 'Web')] });
    expect(usableConnectors(both, undefined).map(({ id }) => id)).to.deep.equal(['w']);
  });
});

describe('terms on the sign-in screen', () => {
  for (const [policy, display] of [
    ['Automatic', 'sentence'],
    ['ManualRegistrationOnly', 'links'],
    ['Manual', 'checkbox'],
  ] as const) {
    it(`${policy}: ${display}, and none without any terms`, () => {
      const url = 'https://example.com/terms';
      expect(signInTerms(settingsWith({ agreeToTermsPolicy: policy, privacyPolicyUrl: url }))).to.equal(display);
      expect(signInTerms(settingsWith({ agreeToTermsPolicy: policy }))).to.equal('none');
    });
  }
});

describe('agreement to the terms by policy', () => {
  for (const [policy, registerDisplay, forSignIn, forRegister] of [
    ['Automatic', 'sentence', false, false],
    ['ManualRegistrationOnly', 'checkbox', false, true],
    ['Manual', 'checkbox', true, true],
  ] as const) {
    it(policy, () => {
      const settings = settingsWith({ agreeToTermsPolicy: policy, termsOfUseUrl: 'https://example.com/terms' });
      expect(registerTerms(settings)).to.equal(registerDisplay);
      expect(agreementNeeded(settings, 'sign-in')).to.equal(forSignIn);
      expect(agreementNeeded(settings, 'register')).to.equal(forRegister);
      const none = settingsWith({ agreeToTermsPolicy: policy });
      expect([registerTerms(none), agreementNeeded(none, 'sign-in'), agreementNeeded(none, 'register')]).to.deep.equal([
        'none',
        false,
        false,
      ]);
    });
  }
});

describe('identifier types for registration', () => {
  for (const [signInMode, signUp, expected] of [
    ['SignInAndRegister', { identifiers: ['email'] }, ['email']],
    ['SignInAndRegister', { identifiers: ['username'], secondaryIdentifiers: [{ identifier: 'phone' }] }, ['username', 'phone']],
    ['Register', { identifiers: [], secondaryIdentifiers: [{ identifier: 'emailOrPhone' }] }, ['email', 'phone']],
    ['SignIn', { identifiers: ['email'] }, []],
  ] as const) {
    it(`${signInMode} ${JSON.stringify(signUp)}: ${expected.join(', ') || 'nothing'}`, () => {
      const settings = settingsWith({ signInMode, signUp });
      const types = (['username', 'email', 'phone'] as const).filter((type) => canRegisterWith(settings, type));
      expect(types).to.deep.equal(expected);
    });
  }
});

describe('an invalid identifier', () => {
  for (const [type, types, code] of [
    ['phone', ['username', 'email', 'phone'], 'input.invalid_identifier'],
    ['phone', ['phone'], 'input.invalid_phone'],
    ['email', ['email'], 'input.invalid_email'],
    ['username', ['username', 'email', 'phone'], 'input.invalid_identifier'],
    ['email', ['username', 'phone'], 'input.invalid_identifier'],
  ] as const) {
    it(`is reported as ${code}: ${type} where ${types.join(', ')} are accepted`, () => {
      expect(() => checkIdentifier({ type, value: '1', valid: false }, types)).to.throw(code);
    });
  }

  it('is reported as a loading failure if the numbering plans could not be loaded', () => {
    const typed = { type: 'phone', value: '13800000001', valid: false, unread: true } as const;
    expect(() => checkIdentifier(typed, ['phone'])).to.throw('chunk_load_failed');
    expect(() => checkIdentifier({ ...typed, valid: true }, ['username', 'phone'])).to.throw('chunk_load_failed');
  });
});

describe('a login hint', () => {
  for (const [hint, types, expected] of [
    ['\u200balice@example.com', ['email'], { type: 'email', value: 'alice@example.com' }],
    ['mailto:alice%2Bx@example.com?subject=x', ['email'], { value: 'mailto:alice%2Bx@example.com?subject=x' }],
    ['alice@example。com', ['email'], { type: 'email', value: 'alice@example.com' }],
    ['＋８６ 138 0000 0001', ['phone'], { type: 'phone', value: '8613800000001' }],
    ['tel:345279580;phone-context=+49', ['phone'], { value: 'tel:345279580;phone-context=+49' }],
    ['+44 +79111234567', ['phone'], { value: '+44 +79111234567' }],
    ['٠٥٠١٢٣٤٥٦٧', ['phone'], { value: '0501234567' }],
    ['TEL:+86%20138%200000%200001', ['phone'], { value: 'TEL:+86%20138%200000%200001' }],
    ['+39 (0)333 123 4567', ['phone'], { value: '+39 (0)333 123 4567' }],
    ['+49 345 279580,5', ['phone'], { value: '+49 345 279580,5' }],
    ['0345 279580;5', ['phone'], { value: '0345 279580;5' }],
    ['tel:+8613800000001', ['email'], undefined],
    ['', ['email'], undefined],
    ['\u200b', ['email', 'username'], undefined],
    ['a@b.c', ['email'], { type: 'email', value: 'a@b.c' }],
    ['+86 138-0000-0001', ['phone', 'email'], { type: 'phone', value: '8613800000001' }],
    ['138 0000 0001', ['phone'], { value: '13800000001' }],
    ['13800000001', ['email'], undefined],
    ['alice', ['username', 'email'], { type: 'username', value: 'alice' }],
    ['alice', ['email'], undefined],
    ['a@b.c', ['username'], undefined],
    [undefined, ['email'], undefined],
  ] as const) {
    it(`${hint ?? 'absent'} on a form for ${types.join(', ')}`, () => {
      expect(hintedIdentifier(hint, types)).to.deep.equal(expected);
    });
  }
});
