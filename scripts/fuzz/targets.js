/**
 * What is fed with hostile documents in the code: each target makes an input, and runs everything that reads such an input. Throwing
 * is failing. How many cases each gets, of every hundred thousand of the whole, is its share.
 */
import fc from 'fast-check';
import { failureOf } from '../../src/client/failure.ts';
import { inlinedPhrases, inlinedSettings } from '../../src/client/inlined.ts';
import { Misfit } from '../../src/client/misfit.ts';
import { readCaptcha } from '../../src/client/schemas/captcha.ts';
import {
  readMissingProfile,
  readPasswordRejections,
  readRelatedUser,
  readSsoConnectorIds,
} from '../../src/client/schemas/error-data.ts';
import { readGoogleOneTap } from '../../src/client/schemas/google-one-tap.ts';
import { readPasswordPolicy } from '../../src/client/schemas/password-policy.ts';
import { readProfileFields } from '../../src/client/schemas/profile-fields.ts';
import { readSettings } from '../../src/client/schemas/settings.ts';
import { readUsernamePolicy } from '../../src/client/schemas/username-policy.ts';
import { checkValue } from '../../src/elements/profile-field/check-value.ts';
import { FlowProblem } from '../../src/flow/flow-problem.ts';
import { interactionOf } from '../../src/flow/interaction-memory.ts';
import { createMemory } from '../../src/flow/memory.ts';
import { outcomeOf, problemOf } from '../../src/flow/outcomes.ts';
import { usableConnectors } from '../../src/flow/policy/connectors.ts';
import { firstScreen } from '../../src/flow/policy/first-screen.ts';
import { hintedIdentifier } from '../../src/flow/policy/login-hint.ts';
import { passwordRejections } from '../../src/flow/policy/passwords.ts';
import { ssoConnectors } from '../../src/flow/policy/sso.ts';
import { checkNewIdentifier } from '../../src/flow/policy/usernames.ts';
import { draftOf } from '../../src/flow/profile-draft.ts';
import { pathToStep, stepToPath } from '../../src/flow/routes.ts';
import { openSession } from '../../src/flow/session.ts';
import { findSocial } from '../../src/flow/social-memory.ts';
import { isTransient } from '../../src/flow/transient.ts';
import { direction, intlLanguage, ownLanguage } from '../../src/localization/language.ts';
import { problemText } from '../../src/localization/problem-words.ts';
import { fill, fillParts, plural } from '../../src/localization/words.ts';
import { memoryNavigation } from '../../src/platform/memory-navigation.ts';
import { nativeBridge, onNativeMessage } from '../../src/platform/native-bridge.ts';
import { memoryStorage } from '../../src/platform/storage.ts';
import { connectorName } from '../../src/screens/connector-name.ts';
import { matchesPattern } from '../../src/shared/pattern.ts';
import { brandTokens, chooseLogo } from '../../src/theme/branding.ts';
import { errorDocuments, messageDocuments, phrasesDocuments, settingsDocuments, storedDocuments } from './documents.js';
import { hostileText, hostileValue } from './hostile.js';
import { assertDocumented, assertPlain, assertSettings, assertText } from './invariants.js';
import { mutations, mutator } from './mutate.js';
import { patterns } from './patterns.js';

/**
 * @template Input
 * @typedef {object} Target
 * @property {number} share cases, where the settings have 100,000
 * @property {fc.Arbitrary<Input>} input
 * @property {(input: Input) => unknown} prepare what is read: made before the clock starts
 * @property {(it: any) => void} run
 */

/**
 * @template Input
 * @param {Target<Input>} target
 * @returns {Target<any>}
 */
const target = (target) => target;

const silent = () => undefined;
const mutatePhrases = mutator(phrasesDocuments);
const mutateError = mutator(errorDocuments);
const mutateStored = mutator(storedDocuments);
const mutateMessage = mutator(messageDocuments);

/** As a server may write it: also what is too deep for JSON.stringify. */
function jsonOf(/** @type {unknown} */ value) {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return `${'{"data":['.repeat(10_000)}1${']}'.repeat(10_000)}`;
  }
}
const texts = fc.array(hostileText, { minLength: 1, maxLength: 4 });
const usualSettings = readSettings(settingsDocuments.at(-1), silent);
const identifier = /** @type {const} */ ({ type: 'email', value: 'a@b.c' });

/** @param {import('../../src/client/schemas/settings.ts').Settings} settings */
function readSections(settings) {
  const [captcha, oneTap] = [readCaptcha(settings), readGoogleOneTap(settings)];
  const [passwords, usernames] = [readPasswordPolicy(settings), readUsernamePolicy(settings)];
  const fields = readProfileFields(settings);
  assertPlain([captcha, oneTap, passwords, usernames, fields], [], 'sections');
  passwordRejections('Pa55word ', passwords);
  try {
    checkNewIdentifier({ type: 'username', value: 'ada', valid: true }, ['username'], settings);
  } catch (error) {
    assertDocumented(error, [FlowProblem]);
  }
  for (const field of fields.slice(0, 30)) {
    const parts = 'parts' in field.config ? field.config.parts : [field];
    for (const part of parts.slice(0, 10)) checkValue('29/02/2024', /** @type {any} */ (part));
  }
}

/** @param {import('../../src/client/schemas/settings.ts').Settings} settings */
function useSettings(settings) {
  firstScreen(settings);
  ssoConnectors(settings);
  for (const native of [undefined, { callbackLink: 'a:b', universal: true, nativeTargets: ['alipay'] }]) {
    for (const { name, target: provider } of usableConnectors(settings, native)) {
      assertText(connectorName(name, provider, settings.languageInfo.fallbackLanguage), 'name of a connector');
    }
  }
  const { fallbackLanguage } = settings.languageInfo;
  if (fallbackLanguage !== 'en') {
    new Intl.ListFormat(intlLanguage(fallbackLanguage)).format(['a', 'b']);
    direction(ownLanguage([fallbackLanguage]));
  }
  brandTokens(settings.color);
  chooseLogo(settings.branding, 'dark');
  pathToStep({ path: '/forgot-password', search: '', hash: '', state: null }, settings);
}

const settingsTarget = target({
  share: 100_000,
  input: mutations(settingsDocuments),
  prepare: mutator(settingsDocuments),
  run(document) {
    let settings;
    try {
      settings = readSettings(document, silent);
    } catch (error) {
      assertDocumented(error, [Misfit]);
      return void inlinedSettings({ signInExperience: { data: document } }, undefined, undefined, silent);
    }
    assertSettings(settings);
    readSections(settings);
    useSettings(settings);
  },
});

const phrasesTarget = target({
  share: 25_000,
  input: fc.record({
    document: mutations(phrasesDocuments),
    values: fc.array(hostileValue, { maxLength: 3 }),
    language: hostileText,
  }),
  prepare: ({ document, values, language }) => ({ document: mutatePhrases(document), values, language }),
  run({ document, values: [name, types, seconds], language }) {
    const read = inlinedPhrases({ phrases: { lng: language, data: document } }, undefined, silent)?.phrases;
    const phrases = read ?? inlinedPhrases({ phrases: { lng: 'en', data: document } }, 'en', silent)?.phrases ?? {};
    assertPlain(phrases, [], 'phrases');
    const list = Array.isArray(types) ? Array.from(types.slice(0, 20), String) : ['a', 'b'];
    const values = {
      name: typeof name === 'number' ? name : typeof name === 'string' ? name : 'Ada',
      types: list,
      items: list,
      seconds: typeof seconds === 'number' ? seconds : 3,
    };
    for (const text of Object.values(phrases).slice(0, 30)) {
      assertText(text, 'a phrase');
      if (text.length > 300) continue;
      assertText(fill(text, values), 'a filled phrase');
      fillParts(text, values, { link: (inner) => inner, span: (inner) => inner });
      if (text.includes('{{count}}')) plural(values.seconds, { one: text, other: text });
    }
  },
});

const steps = /** @type {const} */ ([
  { name: 'sign-in' },
  { name: 'register' },
  { name: 'password', identifier },
  { name: 'verification-code', purpose: 'sign-in', identifier, verificationId: 'v', sentAt: 0 },
  { name: 'verification-code', purpose: 'continue', identifier, verificationId: 'v', sentAt: 0, missing: 'email' },
  { name: 'new-password', purpose: 'reset' },
  { name: 'missing-identifier', missing: 'emailOrPhone' },
  { name: 'extra-profile' },
  { name: 'social-callback', connectorId: 'google', params: {} },
  { name: 'one-time-token', token: 't', email: 'a@b.c' },
  { name: 'single-sign-on' },
]);
const interactions = /** @type {const} */ ([
  { event: 'SignIn' },
  { event: 'Register', proof: { kind: 'social', verificationId: 'v', connectorId: 'google' } },
  { event: 'SignIn', proof: { kind: 'link', verificationId: 'v' } },
]);

const errorsTarget = target({
  share: 25_000,
  input: fc.record({
    document: mutations(errorDocuments),
    text: fc.option(fc.oneof(hostileText, fc.json({ maxDepth: 2 })), { freq: 10, nil: undefined }),
    headers: fc.dictionary(fc.constantFrom('Retry-After', 'Date', 'Logto-Core-Request-Id'), hostileText),
    status: fc.constantFrom(400, 401, 403, 404, 422, 429, 500, 502, 503),
    at: fc.nat(999),
  }),
  prepare: ({ document, text, ...rest }) => ({ ...rest, text: text ?? jsonOf(mutateError(document)) }),
  run({ text, headers, status, at }) {
    const get = (/** @type {string} */ name) => headers[name] ?? null;
    const error = failureOf(/** @type {any} */ ({ status, ok: false, headers: { get } }), text);
    assertText(error.code, 'code');
    assertText(error.message, 'message');
    if (error.retryAfter !== undefined && !(error.retryAfter >= 0)) throw new Error(`waits ${String(error.retryAfter)} ms`);
    const { data } = error;
    assertPlain([readMissingProfile(data), readRelatedUser(data), readSsoConnectorIds(data), readPasswordRejections(data)]);
    const problem = problemOf(error);
    for (const step of steps) {
      const action = /** @type {const} */ ({ command: 'finishSocial', input: { identifier } });
      const interaction = interactions[at % interactions.length] ?? { event: 'SignIn' };
      const outcome = outcomeOf({
        step,
        action,
        problem,
        data,
        settings: usualSettings,
        interaction,
        identifier,
        isTransient: isTransient(error),
        retry: action,
      });
      if (!['go', 'field', 'confirm', 'do', 'notice'].includes(outcome.kind))
        throw new Error(`an outcome of kind ${outcome.kind}`);
    }
    const words = problemText(problem);
    assertText(words, 'words for a problem');
    if (!words.trim()) throw new Error('no words for a problem');
  },
});

const firstSegments = ['', 'sign-in', 'register', 'continue', 'callback', 'social', 'direct', 'single-sign-on', 'reset-password'];
const laterSegments = [
  'verification-code',
  'password',
  'landing',
  'link',
  'social',
  'google',
  'connectors',
  'email',
  'extra-profile',
];
const parameters = [
  'app_id',
  'ui_locales',
  'login_hint',
  'one_time_token',
  'redirect_to',
  'native_callback',
  'identifier',
  'state',
  'code',
];

const addressesTarget = target({
  share: 25_000,
  input: fc.record({
    path: fc.tuple(
      fc.constantFrom(...firstSegments),
      fc.array(fc.oneof(fc.constantFrom(...laterSegments), hostileText), { maxLength: 3 }),
    ),
    query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...parameters), hostileText), hostileText), { maxLength: 5 }),
    encoded: fc.boolean(),
    hash: hostileText,
    state: fc.oneof(mutations(storedDocuments), fc.record({ whole: hostileValue })),
    referrer: hostileText,
  }),
  prepare({ path: [first, later], query, encoded, hash, state, referrer }) {
    const write = (/** @type {string} */ text) => {
      try {
        return encoded ? encodeURIComponent(text) : text;
      } catch {
        return text;
      }
    };
    const search = query.map(([name, value]) => `${write(name)}=${write(value)}`).join('&');
    const path = `/${[first, ...later.map(write)].join('/')}`;
    return {
      path,
      search: search && `?${search}`,
      hash: hash && `#${hash}`,
      referrer,
      state: 'whole' in state ? state.whole : mutateStored(state),
    };
  },
  run({ referrer, ...location }) {
    const step = pathToStep(location, usualSettings);
    assertText(step.name, 'name of a step');
    const path = stepToPath(step);
    if (path !== undefined && !path.startsWith('/')) throw new Error(`the path ${path}`);
    const navigation = { ...memoryNavigation({ referrer }), current: () => location, replace: silent };
    const session = openSession(navigation, createMemory({ session: memoryStorage() }));
    if (session.appUrl !== undefined && !/^https?:$/.test(new URL(session.appUrl).protocol))
      throw new Error('an address of an app');
    assertPlain([session, hintedIdentifier(session.loginHint, ['username', 'email', 'phone'])]);
  },
});

const storedKeys = [
  'sie:1:session',
  'sie:1:identifier',
  'sie:1:interaction',
  'sie:1:interaction:draft',
  'sie:1:social:google',
  'logto:redirect-context:fallback:state',
];

const storageTarget = target({
  share: 15_000,
  input: fc.record({
    document: mutations(storedDocuments),
    text: fc.option(fc.oneof(hostileText, fc.json({ maxDepth: 2 })), { freq: 10, nil: undefined }),
    inTab: fc.boolean(),
  }),
  prepare: ({ document, text, inTab }) => ({ inTab, text: text ?? jsonOf(mutateStored(document)) }),
  run({ text, inTab }) {
    const filled = () => memoryStorage(new Map(storedKeys.map((key) => [key, text])));
    const storages = { session: inTab ? filled() : memoryStorage(), local: filled() };
    const memory = createMemory(storages);
    const clock = /** @type {any} */ ({ now: () => 1 });
    const attempt = findSocial({ memory, storages, clock }, 'google', 'state');
    const interaction = interactionOf(storages);
    assertPlain([memory.session(), memory.identifier(), memory.agreed(), attempt, interaction, draftOf(storages)]);
    for (const value of Object.values(memory.session())) if (value !== undefined) assertText(value, 'a part of the session');
    memory.finish();
  },
});

const messagesTarget = target({
  share: 5_000,
  input: fc.record({ document: mutations(messageDocuments), origin: fc.boolean() }),
  prepare: ({ document, origin }) => ({
    data: mutateMessage(document),
    origin: origin ? 'https://x.example' : 'https://evil.example',
  }),
  run({ data, origin }) {
    const sdk = typeof data === 'object' && data ? { ...data, getPostMessage: () => silent } : data;
    const bridge = nativeBridge(sdk);
    if (bridge) {
      assertPlain([bridge.platform, bridge.callbackLink, bridge.universal, bridge.nativeTargets]);
      bridge.post({ callbackUri: '', redirectTo: '' });
      usableConnectors(usualSettings, bridge);
    }
    /** @type {string[]} */
    const said = [];
    const view = {
      location: { origin: 'https://x.example' },
      addEventListener: (/** @type {any} */ _, /** @type {any} */ receive) => receive({ origin, data }),
      removeEventListener: silent,
    };
    onNativeMessage(view, (message) => said.push(message))();
    for (const message of said) assertText(message, 'a message of the app');
    if (origin !== 'https://x.example' && said.length > 0) throw new Error('a message of a stranger was heard');
  },
});

const patternsTarget = target({
  share: 10_000,
  input: fc.record({
    pattern: patterns,
    texts: fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '-', '\n', 'é'), maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    }),
    more: texts,
  }),
  prepare: (input) => input,
  run({ pattern, texts: words, more }) {
    let engine;
    try {
      engine = new RegExp(pattern);
    } catch {
      engine = undefined;
    }
    for (const text of [...words, ...more]) {
      const found = matchesPattern(text, pattern);
      // The engine itself is asked about short texts alone: of long ones it may never come back.
      if (!engine) {
        if (found !== undefined) throw new Error(`${String(found)} for what is no pattern`);
      } else if (text.length <= 8 && found !== undefined && found !== engine.test(text)) {
        throw new Error(`${JSON.stringify(text)}: ${String(found)}, the engine says ${String(!found)}`);
      }
    }
  },
});

/** By name. */
export const targets = {
  settings: settingsTarget,
  phrases: phrasesTarget,
  errors: errorsTarget,
  addresses: addressesTarget,
  storage: storageTarget,
  messages: messagesTarget,
  patterns: patternsTarget,
};
