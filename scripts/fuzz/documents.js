/** Valid documents to begin with: what a server was recorded to answer, and settings in which everything is on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyProfileField } from '../../demo/server/experience/presets/profile-fields.ts';
import { root } from '../files.js';

/** @type {Record<string, { path: string, response: any }[]>} */
const recorded = JSON.parse(readFileSync(path.join(root, 'demo/recorded-answers.json'), 'utf8'));

/** @type {any[]} */
const plain = (recorded['GET /api/.well-known/sign-in-exp 200'] ?? []).map(({ response }) => response);

const everything = {
  ...plain[0],
  signInMode: 'SignInAndRegister',
  signIn: {
    methods: [
      { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
      { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false },
      { identifier: 'phone', password: false, verificationCode: true, isPasswordPrimary: false },
    ],
  },
  signUp: {
    identifiers: ['email'],
    password: true,
    verify: true,
    secondaryIdentifiers: [{ identifier: 'phone', verify: true }],
  },
  socialConnectors: [
    {
      id: 'dingtalk-web',
      target: 'dingtalk',
      platform: 'Web',
      name: { en: 'DingTalk', 'zh-CN': '钉钉' },
      logo: 'https://x.example/dingtalk.svg',
      logoDark: null,
    },
    {
      id: 'alipay-native',
      target: 'alipay',
      platform: 'Native',
      name: { en: 'Alipay' },
      logo: 'data:image/png;base64,AA==',
      logoDark: null,
    },
    {
      id: 'google',
      target: 'google',
      platform: 'Universal',
      name: { en: 'Google' },
      logo: 'https://x.example/google.svg',
      logoDark: null,
    },
  ],
  socialSignInConnectorTargets: ['dingtalk', 'alipay', 'google'],
  singleSignOnEnabled: true,
  ssoConnectors: [
    { id: 'acme', connectorName: 'Acme', logo: 'https://x.example/acme.svg', darkLogo: 'https://x.example/dark.svg' },
  ],
  color: { primaryColor: '#0b6b53', darkPrimaryColor: '#7fe', isDarkModeEnabled: true },
  branding: {
    logoUrl: 'https://x.example/logo.svg',
    darkLogoUrl: 'https://x.example/dark.svg',
    favicon: 'https://x.example/icon.png',
  },
  customCss: '.sie-button { border-radius: 0 }',
  termsOfUseUrl: 'https://x.example/terms',
  privacyPolicyUrl: 'https://x.example/privacy',
  agreeToTermsPolicy: 'Manual',
  supportEmail: 'help@x.example',
  supportWebsiteUrl: 'https://x.example/help',
  unknownSessionRedirectUrl: 'https://x.example/',
  forgotPassword: { phone: true, email: true },
  captchaPolicy: { enabled: true },
  captchaConfig: { type: 'RecaptchaEnterprise', siteKey: 'key', domain: 'recaptcha.net', mode: 'checkbox' },
  googleOneTap: {
    clientId: 'client',
    connectorId: 'google',
    isEnabled: true,
    autoSelect: false,
    closeOnTapOutside: true,
    itpSupport: true,
  },
  passwordPolicy: {
    length: { min: 8, max: 64 },
    characterTypes: { min: 2 },
    rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: ['acme'] },
  },
  customProfileFields: everyProfileField,
};

/** Bodies of `GET /api/.well-known/sign-in-exp`. */
export const settingsDocuments = [...plain, everything, everything];

/** Bodies of answers with an error status. */
export const errorDocuments = Object.entries(recorded)
  .filter(([key]) => / [45]\d\d( |$)/.test(key))
  .flatMap(([, answers]) => answers.map(({ response }) => response))
  .filter((response) => typeof response === 'object');

/** Bodies of `GET /api/.well-known/phrases`. */
export const phrasesDocuments = [
  {
    languageTag: 'en',
    translation: {
      action: { sign_in: 'Sign in', sign_in_with: 'Continue with {{name}}', nested: { more: '{{step, number}}' } },
      description: {
        agree_with_terms: 'I agree to the <link></link>.',
        enter_passcode: 'Sent to your {{address}} {{target}}',
        reset_password_description: 'Enter the {{types, list(type: disjunction;)}}.',
        resend_after_seconds: 'Again in <span>{{seconds}}</span> s',
        password_requirements: 'Must {{items, list}}',
      },
      input: { password: 'Password', username: 'Username', '{{count}}_one': '{{count}} thing' },
      error: { general_required: '{{types, list(type: disjunction;)}} is required' },
    },
  },
];

/** What the page keeps in the tab and in history entries. */
export const storedDocuments = [
  { appId: 'app', organizationId: 'org', uiLocales: 'en zh-CN', loginHint: 'a@b.c', appUrl: 'https://app.example/' },
  { type: 'email', value: 'a@b.c' },
  { event: 'Register', proof: { kind: 'social', verificationId: 'v', connectorId: 'google' }, verifiedCode: '123456' },
  { flow: 'social', state: 'state', verificationId: 'v', connectorId: 'google', createdAt: 0, expiresAt: 9e15, appId: 'app' },
  { nickname: 'Ada', 'address.locality': 'London' },
  {
    name: 'verification-code',
    identifier: { type: 'phone', value: '86138' },
    verificationId: 'v',
    sentAt: 1,
    missing: 'emailOrPhone',
    focused: ['email'],
    email: 'a@b.c',
    connectorIds: ['acme'],
    relatedUser: { type: 'email', value: 'a***@b.c' },
  },
];

/** What an app puts on `window`, and what windows post. */
export const messageDocuments = [
  { platform: 'ios', callbackLink: 'io.logto://callback', supportedConnector: { universal: true, nativeTargets: ['alipay'] } },
  { message: 'Cancelled', error: 'x', sender: 'ac_preview' },
  {
    sender: 'ac_preview',
    config: { signInExperience: plain[0], language: 'en', mode: 'dark', platform: 'web', isNative: false },
  },
];
