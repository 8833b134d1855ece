import { expect } from '@open-wc/testing';
import type { Dropped, Report } from '../../shared/schema.ts';
import { recordedAnswers } from '../testing/answers.test-helper.ts';
import { readCaptcha, readGoogleOneTap } from './third-parties.ts';
import { readPasswordPolicy, readUsernamePolicy } from './policies.ts';
import { readSettings, type Settings } from './settings.ts';

function read<Section>(reader: (settings: Settings, report: Report) => Section, body: object) {
  const reports: Dropped[] = [];
  const settings = readSettings({ signIn: { methods: [] }, ...body }, (part) => reports.push(part));
  return { section: reader(settings, (part) => reports.push(part)), dropped: reports.map(({ where }) => where) };
}

const passwordPolicy = {
  length: { min: 8, max: 256 },
  characterTypes: { min: 1 },
  rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] },
};
const usernamePolicy = {
  caseSensitive: true,
  minLength: 1,
  maxLength: 128,
  allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
};
const captcha = { type: 'Turnstile', siteKey: 'key' };
const oneTap = { clientId: 'client', connectorId: 'google', isEnabled: true };

const leaves = (value: object, path: readonly string[] = []): string[][] =>
  Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => [
    [...path, key],
    ...(typeof inner === 'object' && inner && !Array.isArray(inner) ? leaves(inner, [...path, key]) : []),
  ]);

describe('a section of the settings that only some screens need', () => {
  for (const [name, reader, defaults] of [
    ['passwordPolicy', readPasswordPolicy, passwordPolicy],
    ['usernamePolicy', readUsernamePolicy, usernamePolicy],
  ] as const) {
    describe(name, () => {
      for (const absent of [undefined, null, {}]) {
        it(`takes the server's defaults when it is ${JSON.stringify(absent)}`, () => {
          expect(read<object>(reader, { [name]: absent })).to.deep.equal({ section: defaults, dropped: [] });
        });
      }

      for (const path of [[name], ...leaves(defaults, [name])]) {
        it(`takes its default for a malformed ${path.join('.')} and reports it`, () => {
          const body = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), Number.NaN);
          expect(read<object>(reader, body as object)).to.deep.equal({ section: defaults, dropped: [path.join('.')] });
        });
      }
    });
  }

  it('keeps the well-formed members of a list', () => {
    const { section, dropped } = read(readPasswordPolicy, { passwordPolicy: { rejects: { words: ['acme', 7, 'logto'] } } });
    expect(section.rejects.words).to.deep.equal(['acme', 'logto']);
    expect(dropped).to.deep.equal(['passwordPolicy.rejects.words.1']);
  });

  it('of a real server is taken over', async () => {
    const recorded = (await recordedAnswers()).get('GET /api/.well-known/sign-in-exp 200') ?? [];
    expect(recorded).to.have.length.at.least(5);
    for (const { response } of recorded) {
      const server = response as Settings;
      const reports: Dropped[] = [];
      const report: Report = (part) => reports.push(part);
      expect(readPasswordPolicy(server, report)).to.deep.equal({ ...passwordPolicy, ...(server.passwordPolicy as object) });
      expect(readUsernamePolicy(server, report)).to.deep.equal(server.usernamePolicy);
      expect(readCaptcha(server, report)?.siteKey).to.equal(server.captchaPolicy.enabled ? 'k' : undefined);
      expect(readGoogleOneTap(server, report)).to.equal(undefined);
      expect(reports).to.deep.equal([]);
    }
  });

  describe('captchaConfig', () => {
    const enabled = { captchaPolicy: { enabled: true } };

    it('is one that asks nobody unless it says so', () => {
      const { section, dropped } = read(readCaptcha, { ...enabled, captchaConfig: captcha });
      expect(section).to.deep.equal({ ...captcha, mode: 'invisible' });
      expect(dropped).to.deep.equal([]);
    });

    it('names where to load reCAPTCHA from, when it is a place that the page may load from', () => {
      const from = (domain: string) =>
        read(readCaptcha, { ...enabled, captchaConfig: { ...captcha, type: 'RecaptchaEnterprise', domain } }).section?.domain;
      expect(from('recaptcha.net')).to.equal('recaptcha.net');
      expect(from('evil.test')).to.equal(undefined);
    });

    it('is none where the policy is off', () => {
      expect(read(readCaptcha, { captchaConfig: captcha }).section).to.equal(undefined);
    });

    for (const malformed of [{ ...captcha, type: 'Abacus' }, { type: 'Turnstile' }, 'Turnstile']) {
      it(`is none, reported, where it is ${JSON.stringify(malformed)}`, () => {
        expect(read(readCaptcha, { ...enabled, captchaConfig: malformed })).to.deep.equal({
          section: undefined,
          dropped: ['captchaConfig'],
        });
      });
    }
  });

  describe('googleOneTap', () => {
    it('is off in every respect that the server does not speak of', () => {
      expect(read(readGoogleOneTap, { googleOneTap: oneTap }).section).to.deep.equal({
        ...oneTap,
        autoSelect: false,
        closeOnTapOutside: false,
        itpSupport: false,
      });
    });

    it('is none for a Google connector that does not have it on', () => {
      for (const isEnabled of [false, undefined]) {
        expect(read(readGoogleOneTap, { googleOneTap: { ...oneTap, isEnabled } }).section).to.equal(undefined);
      }
    });

    it('is none, reported, without a client to ask for', () => {
      expect(read(readGoogleOneTap, { googleOneTap: { ...oneTap, clientId: 5 } })).to.deep.equal({
        section: undefined,
        dropped: ['googleOneTap'],
      });
    });
  });
});
