import { expect } from '@open-wc/testing';
import type { Dropped } from '../../shared/schema.ts';
import { recordedAnswers } from '../testing/answers.test-helper.ts';
import { readSettings, type Settings } from './settings.ts';

const minimum = { signIn: { methods: [] } };

function read(body: unknown): { settings: Settings; dropped: string[]; reports: Dropped[] } {
  const reports: Dropped[] = [];
  const settings = readSettings(body, (part) => reports.push(part));
  return { settings, dropped: reports.map(({ where }) => where), reports };
}

const connector = { id: 'c1', target: 'dingtalk', name: { en: 'DingTalk' }, logo: 'https://cdn.test/a.svg', logoDark: null };
const method = { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false };

/** A value as the server sent it, each URL inside as a browser writes it. */
const withParsedUrls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' && /^(data|https?):/.test(part) ? new URL(part).href : part,
  );

describe('settings', () => {
  it('of a real server are taken over, but for URLs with a foreign scheme', async () => {
    const recorded = (await recordedAnswers()).get('GET /api/.well-known/sign-in-exp 200') ?? [];
    expect(recorded).to.have.length(5);
    for (const { response } of recorded) {
      const { settings, dropped } = read(response);
      const server = response as Settings;
      const isMock = server.branding.logoUrl?.startsWith('mock:') ?? false;
      expect(dropped).to.deep.equal(
        isMock ? ['branding.logoUrl', 'branding.darkLogoUrl', 'branding.favicon', 'branding.darkFavicon'] : [],
      );
      expect(settings.branding).to.deep.equal(isMock ? {} : withParsedUrls(server.branding));
      for (const key of [
        'signInMode',
        'signIn',
        'socialConnectors',
        'socialSignInConnectorTargets',
        'ssoConnectors',
        'forgotPassword',
        'color',
        'languageInfo',
        'termsOfUseUrl',
        'agreeToTermsPolicy',
        'customCss',
        'usernamePolicy',
      ] as const) {
        expect(settings[key], key).to.deep.equal(withParsedUrls(server[key]));
      }
      expect(settings.signUp).to.deep.equal({ ...server.signUp, secondaryIdentifiers: [] });
    }
  });

  it('of an old server, which sends hardly any, are off or take the defaults', () => {
    const { settings, dropped } = read(minimum);
    expect(dropped).to.deep.equal([]);
    expect(settings).to.deep.equal({
      signInMode: 'SignInAndRegister',
      signIn: { methods: [] },
      signUp: { identifiers: [], password: false, verify: false, secondaryIdentifiers: [] },
      forgotPassword: { phone: false, email: false },
      socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
      socialSignInConnectorTargets: [],
      socialConnectors: [],
      singleSignOnEnabled: false,
      ssoConnectors: [],
      color: { isDarkModeEnabled: false },
      branding: {},
      hideLogtoBranding: false,
      customCss: null,
      languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
      termsOfUseUrl: null,
      privacyPolicyUrl: null,
      agreeToTermsPolicy: 'Automatic',
      supportEmail: null,
      supportWebsiteUrl: null,
      unknownSessionRedirectUrl: null,
      passkeySignIn: { enabled: false, showPasskeyButton: false, allowAutofill: false },
      captchaPolicy: { enabled: false },
      isDevelopmentTenant: false,
    });
  });

  for (const [what, body] of [
    ['nothing', undefined],
    ['null', null],
    ['text', 'Sign in'],
    ['a list', []],
    ['an error that came with a success status', { message: 'Down for maintenance' }],
    ['an object without sign-in methods', { signIn: {} }],
    ['an object with a wrong list of sign-in methods', { signIn: { methods: 'email' } }],
  ] as const) {
    it(`cannot be made of ${what}`, () => {
      expect(() => read(body)).to.throw();
    });
  }

  describe('that are optional and malformed take their default and are reported:', () => {
    const { settings: defaults } = read(minimum);
    const leaves = (value: unknown, path: readonly string[] = []): string[][] =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
        ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...leaves(inner, [...path, key])])
        : [];
    const absent = [
      ...['primaryColor', 'darkPrimaryColor'].map((key) => ['color', key]),
      ...['logoUrl', 'darkLogoUrl', 'favicon', 'darkFavicon'].map((key) => ['branding', key]),
    ];
    const settings = [...leaves(defaults), ...absent].filter(([key]) => key !== 'signIn');

    for (const path of settings) {
      it(path.join('.'), () => {
        const body = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), Number.NaN);
        const { settings: read1, dropped } = read({ ...minimum, ...(body as object) });
        expect(dropped).to.deep.equal([path.join('.')]);
        expect(read1).to.deep.equal(defaults);
      });
    }
  });

  it('without their malformed members keep the others, in order', () => {
    const { settings, dropped } = read({
      signIn: { methods: [{ ...method, identifier: 'passport' }, method, null, { ...method, identifier: 'phone' }] },
      signUp: { identifiers: ['email', 7, 'username'], secondaryIdentifiers: [{ identifier: 'emailOrPhone' }, {}] },
      socialSignInConnectorTargets: ['a', {}, 'b'],
      socialConnectors: [{ ...connector, id: undefined }, 'x', connector, { ...connector, id: 'c2', target: 5 }],
      ssoConnectors: [{ connectorName: 'no id' }, { id: 's1', connectorName: 'Acme', logo: 'https://cdn.test/s.png' }],
    });
    expect(settings.signIn.methods.map(({ identifier }) => identifier)).to.deep.equal(['email', 'phone']);
    expect(settings.signUp.identifiers).to.deep.equal(['email', 'username']);
    expect(settings.signUp.secondaryIdentifiers).to.deep.equal([{ identifier: 'emailOrPhone', verify: false }]);
    expect(settings.socialSignInConnectorTargets).to.deep.equal(['a', 'b']);
    expect(settings.socialConnectors.map(({ id }) => id)).to.deep.equal(['c1']);
    expect(settings.ssoConnectors.map(({ id }) => id)).to.deep.equal(['s1']);
    expect(dropped).to.deep.equal([
      'signIn.methods.0',
      'signIn.methods.2',
      'signUp.identifiers.1',
      'signUp.secondaryIdentifiers.1',
      'socialSignInConnectorTargets.1',
      'socialConnectors.0',
      'socialConnectors.1',
      'socialConnectors.3',
      'ssoConnectors.0',
    ]);
  });

  it('keep what later screens need as the server sent it, well-formed or not', () => {
    const later = {
      captchaConfig: { type: 'Abacus' },
      googleOneTap: { clientId: 5 },
      passwordPolicy: 'strict',
      usernamePolicy: { minLength: -1 },
      customProfileFields: [{ type: 'Hologram' }],
    };
    const { settings, dropped } = read({ ...minimum, ...later });
    expect(settings).to.deep.include(later);
    expect(dropped).to.deep.equal([]);
  });

  it('keep a connector whose looks alone are malformed', () => {
    const { settings, dropped } = read({
      ...minimum,
      socialConnectors: [{ ...connector, name: { en: 'DingTalk', de: 5 }, logo: 'javascript:alert(1)', platform: 'Watch' }],
    });
    expect(settings.socialConnectors).to.deep.equal([
      { id: 'c1', target: 'dingtalk', name: { en: 'DingTalk' }, logo: '', logoDark: null, platform: null },
    ]);
    expect(dropped).to.deep.equal(['socialConnectors.0.name.de', 'socialConnectors.0.logo', 'socialConnectors.0.platform']);
  });

  it('are reported by place and expectation, never by value', () => {
    const { reports } = read({ ...minimum, socialConnectors: [{ target: 'secret' }], supportEmail: 'secret' });
    expect(reports).to.deep.equal([
      { where: 'socialConnectors.0', issues: ['socialConnectors.0.id: string expected'] },
      { where: 'supportEmail', issues: ['supportEmail: e-mail address expected'] },
    ]);
  });

  it('hold a support address only where it is nothing but an e-mail address', () => {
    const supportEmail = (value: string) => read({ ...minimum, supportEmail: value }).settings.supportEmail;
    expect(supportEmail('help@acme.example')).to.equal('help@acme.example');
    for (const value of ['help@acme.example?subject=x', 'help@acme', '@acme.example', 'Help <help@acme.example>']) {
      expect(supportEmail(value), value).to.equal(null);
    }
  });

  describe('hold a URL', () => {
    const link = (value: string) => read({ ...minimum, termsOfUseUrl: value }).settings.termsOfUseUrl;
    const image = (value: string) => read({ ...minimum, branding: { logoUrl: value } }).settings.branding.logoUrl;

    for (const [url, href] of [
      ['https://a.test/terms?x=1#y', 'https://a.test/terms?x=1#y'],
      ['http://a.test', 'http://a.test/'],
      ['HTTPS://A.test/', 'https://a.test/'],
      [' https://a.test/ ', 'https://a.test/'],
      ['https://ä.test/', 'https://xn--4ca.test/'],
    ] as const) {
      it(`such as ${url}, as what a browser takes it for`, () => {
        expect(link(url)).to.equal(href);
        expect(image(url)).to.equal(href);
      });
    }

    for (const url of [
      'https:a.test',
      'https:/a.test',
      'https:\\\\a.test',
      'https://user:pass@a.test/',
      'feed:https://a.test',
      'jar:https://a.test!/x',
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,<script>',
      'DATA:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://a.test/1',
      'alipay://x',
      '/terms',
      'terms.html',
      'https://',
      '',
    ]) {
      it(`but not ${JSON.stringify(url)}`, () => {
        expect(link(url)).to.equal(null);
        expect(image(url)).to.equal(undefined);
      });
    }

    it('as an image may be a data URL, as a link never', () => {
      const url = 'data:image/svg+xml;base64,PHN2Zy8+';
      expect(image(url)).to.equal(url);
      expect(link(url)).to.equal(null);
    });

    for (const field of ['termsOfUseUrl', 'privacyPolicyUrl', 'supportWebsiteUrl', 'unknownSessionRedirectUrl']) {
      it(`in ${field} only when it is http or https`, () => {
        const { settings, dropped } = read({ ...minimum, [field]: 'javascript:alert(1)' });
        expect(settings[field as 'termsOfUseUrl']).to.equal(null);
        expect(dropped).to.deep.equal([field]);
      });
    }
  });

  for (const color of ['#f00', '#0070F3']) {
    it(`take the colour ${color}`, () => {
      expect(read({ ...minimum, color: { primaryColor: color } }).settings.color.primaryColor).to.equal(color);
    });
  }

  for (const color of ['red', '#ff', '#12345', '#1234567', 'url(https://a.test)', '#fff;background:red', '#ggg', '#fff\n']) {
    it(`do not take the colour ${JSON.stringify(color)}`, () => {
      const { settings, dropped } = read({ ...minimum, color: { primaryColor: color } });
      expect(settings.color).to.deep.equal({ isDarkModeEnabled: false });
      expect(dropped).to.deep.equal(['color.primaryColor']);
    });
  }

  it('keep texts with markup as texts', () => {
    const name = '<img src=x onerror=alert(1)>';
    const { settings } = read({ ...minimum, socialConnectors: [{ ...connector, name: { en: name } }] });
    expect(settings.socialConnectors[0]?.name['en']).to.equal(name);
  });

  it('are not led astray by the name of a prototype', () => {
    const body: unknown = JSON.parse(
      '{"signIn":{"methods":[]},"__proto__":{"signInMode":"SignIn"},"socialConnectors":[{"id":"1","target":"t","name":{"__proto__":"x","constructor":"y"}}]}',
    );
    const { settings } = read(body);
    expect(settings.signInMode).to.equal('SignInAndRegister');
    expect(settings.socialConnectors[0]?.name['en']).to.equal(undefined);
    expect(({} as Record<string, unknown>)['signInMode']).to.equal(undefined);
  });

  it('name nothing twice, whatever the server repeats: the first of equals counts', () => {
    const other = { ...method, password: false };
    const sso = { id: 's1', connectorName: 'Okta', logo: 'https://cdn.test/a.svg' };
    const { settings, dropped } = read({
      signIn: { methods: [method, { ...method, identifier: 'phone' }, other, other, method] },
      signUp: {
        identifiers: ['email', 'email', 'phone', 'email'],
        secondaryIdentifiers: [{ identifier: 'phone', verify: true }, { identifier: 'phone' }, { identifier: 'emailOrPhone' }],
      },
      socialSignInConnectorTargets: ['dingtalk', 'alipay', 'dingtalk'],
      socialConnectors: [connector, { ...connector, target: 'alipay' }, { ...connector, id: 'c2' }],
      ssoConnectors: [sso, { ...sso, connectorName: 'Okta again' }, { ...sso, id: 's2' }],
    });
    expect(dropped).to.deep.equal([]);
    expect(settings.signIn.methods).to.deep.equal([method, { ...method, identifier: 'phone' }]);
    expect(settings.signUp.identifiers).to.deep.equal(['email', 'phone']);
    expect(settings.signUp.secondaryIdentifiers).to.deep.equal([
      { identifier: 'phone', verify: true },
      { identifier: 'emailOrPhone', verify: false },
    ]);
    expect(settings.socialSignInConnectorTargets).to.deep.equal(['dingtalk', 'alipay']);
    expect(settings.socialConnectors.map(({ id, target }) => [id, target])).to.deep.equal([
      ['c1', 'dingtalk'],
      ['c2', 'dingtalk'],
    ]);
    expect(settings.ssoConnectors.map(({ connectorName }) => connectorName)).to.deep.equal(['Okta', 'Okta']);
  });
});
