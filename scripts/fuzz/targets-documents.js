/** Settings, phrases and patterns: what a tenant writes. */
import fc from 'fast-check';
import { ssrPhrases, ssrSettings } from '../../src/client/ssr-data.ts';
import { SchemaError } from '../../src/shared/schema.ts';
import { readCaptcha, readGoogleOneTap } from '../../src/client/schemas/third-parties.ts';
import { readPasswordPolicy, readUsernamePolicy } from '../../src/client/schemas/policies.ts';
import { readProfileFields } from '../../src/client/schemas/profile-fields.ts';
import { readSettings } from '../../src/client/schemas/settings.ts';
import { checkValue, loadPatterns } from '../../src/elements/profile-field/check-value.ts';
import { FlowProblem } from '../../src/flow/problem.ts';
import { firstScreen, ssoConnectors, usableConnectors } from '../../src/flow/policy/tenant.ts';
import { checkNewIdentifier } from '../../src/flow/register/commands.ts';
import { passwordRejections } from '../../src/flow/policy/passwords.ts';
import { pathToStep } from '../../src/flow/steps/addresses.ts';
import { direction, intlLanguage, ownLanguage } from '../../src/localization/language.ts';
import { interpolate, interpolateTags, plural } from '../../src/localization/messages.ts';
import { localizedConnectorName } from '../../src/screens/form-parts.ts';
import { matchesPattern } from '../../src/shared/pattern.ts';
import { brandTokens, chooseLogo } from '../../src/theme/branding.ts';
import { phrasesDocuments, settingsDocuments } from './documents.js';
import { hostileText, hostileValue } from './hostile.js';
import { assertDocumented, assertPlain, assertSettings, assertText } from './invariants.js';
import { mutations, mutator } from './mutate.js';
import { patterns } from './patterns.js';
import { silent, target } from './target.js';

const mutatePhrases = mutator(phrasesDocuments);
const texts = fc.array(hostileText, { minLength: 1, maxLength: 4 });

await loadPatterns();

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
      assertText(localizedConnectorName(name, provider, settings.languageInfo.fallbackLanguage), 'name of a connector');
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

export const settingsTarget = target({
  share: 100_000,
  input: mutations(settingsDocuments),
  prepare: mutator(settingsDocuments),
  run(document) {
    let settings;
    try {
      settings = readSettings(document, silent);
    } catch (error) {
      assertDocumented(error, [SchemaError]);
      return void ssrSettings({ signInExperience: { data: document } }, undefined, undefined, silent);
    }
    assertSettings(settings);
    readSections(settings);
    useSettings(settings);
  },
});

export const phrasesTarget = target({
  share: 25_000,
  input: fc.record({
    document: mutations(phrasesDocuments),
    values: fc.array(hostileValue, { maxLength: 3 }),
    language: hostileText,
  }),
  prepare: ({ document, values, language }) => ({ document: mutatePhrases(document), values, language }),
  run({ document, values: [name, types, seconds], language }) {
    const read = ssrPhrases({ phrases: { lng: language, data: document } }, undefined, silent)?.phrases;
    const phrases = read ?? ssrPhrases({ phrases: { lng: 'en', data: document } }, 'en', silent)?.phrases ?? {};
    assertPlain(phrases, [], 'phrases');
    const list = Array.isArray(types) ? Array.from(types.slice(0, 20), (it) => (typeof it === 'string' ? it : 'x')) : ['a', 'b'];
    const values = {
      name: typeof name === 'number' ? name : typeof name === 'string' ? name : 'Ada',
      types: list,
      items: list,
      seconds: typeof seconds === 'number' ? seconds : 3,
    };
    for (const text of Object.values(phrases).slice(0, 30)) {
      assertText(text, 'a phrase');
      if (text.length > 300) continue;
      assertText(interpolate(text, values), 'a filled phrase');
      interpolateTags(text, values, { link: (inner) => inner, span: (inner) => inner });
      if (text.includes('{{count}}')) plural(values.seconds, { one: text, other: text });
    }
  },
});

export const patternsTarget = target({
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
