/** Answers with errors, addresses, what is stored and what is posted: what the flow reads. */
import fc from 'fast-check';
import { ApiError } from '../../src/client/errors.ts';
import {
  readMissingProfile,
  readPasswordRejections,
  readRelatedUser,
  readSsoConnectorIds,
} from '../../src/client/schemas/error-data.ts';
import { interactionOf } from '../../src/flow/interaction.ts';
import { createMemory, openSession } from '../../src/flow/memory.ts';
import { outcomeOf } from '../../src/flow/outcomes.ts';
import { isTransient, problemOf } from '../../src/flow/failures.ts';
import { usableConnectors } from '../../src/flow/policy/tenant.ts';
import { hintedIdentifier } from '../../src/flow/sign-in-options.ts';
import { draftOf } from '../../src/flow/profile/commands.ts';
import { pathToStep, stepToPath } from '../../src/flow/steps/addresses.ts';
import { findSocial } from '../../src/flow/social/memory.ts';
import { problemText } from '../../src/localization/problem-messages.ts';
import { memoryNavigation, memoryStorage } from '../../src/platform/in-memory.ts';
import { nativeBridge, onNativeMessage } from '../../src/platform/native-bridge.ts';
import { errorDocuments, messageDocuments, storedDocuments } from './documents.js';
import { hostileText, hostileValue } from './hostile.js';
import { assertPlain, assertText } from './invariants.js';
import { mutations, mutator } from './mutate.js';
import { silent, target, usualSettings } from './target.js';

const mutateError = mutator(errorDocuments);
const mutateStored = mutator(storedDocuments);
const mutateMessage = mutator(messageDocuments);
const identifier = /** @type {const} */ ({ type: 'email', value: 'a@b.c' });

/** As a server may write it: also what is too deep for JSON.stringify. */
function jsonOf(/** @type {unknown} */ value) {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return `${'{"data":['.repeat(10_000)}1${']}'.repeat(10_000)}`;
  }
}
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

export const errorsTarget = target({
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
    const error = ApiError.from(/** @type {any} */ ({ status, ok: false, headers: { get } }), text);
    assertText(error.code, 'code');
    assertText(error.message, 'message');
    if (error.retryAfter !== undefined && !(error.retryAfter >= 0)) throw new Error(`waits ${String(error.retryAfter)} ms`);
    const { data } = error;
    assertPlain([readMissingProfile(data), readRelatedUser(data), readSsoConnectorIds(data), readPasswordRejections(data)]);
    const problem = problemOf(error);
    for (const step of steps) {
      const action = /** @type {const} */ ({ command: 'submitSocialCallback', input: { identifier } });
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

export const addressesTarget = target({
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

export const storageTarget = target({
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

export const messagesTarget = target({
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
