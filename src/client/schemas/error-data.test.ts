import { expect } from '@open-wc/testing';
import { recordedAnswers } from '../testing/answers.test-helper.ts';
import { readMissingProfile, readPasswordRejections, readRelatedUser, readSsoConnectorIds } from './error-data.ts';

const readers = [readMissingProfile, readRelatedUser, readSsoConnectorIds, readPasswordRejections];

describe('the details of an error', () => {
  for (const data of [
    undefined,
    null,
    'text',
    5,
    [],
    {},
    [null],
    { missingProfile: 'email' },
    { relatedUser: { type: 'email' } },
  ]) {
    it(`are nothing where the server sent ${JSON.stringify(data)}`, () => {
      expect(readers.map((read) => read(data))).to.deep.equal([undefined, undefined, undefined, undefined]);
    });
  }

  for (const [kind, read] of [
    ['POST /api/experience/identification 422 user.missing_profile', readMissingProfile],
    ['POST /api/experience/submit 422 user.missing_profile', readMissingProfile],
    ['POST /api/experience/identification 422 session.sso_enabled', readSsoConnectorIds],
  ] as const) {
    it(`are understood where they were recorded: ${kind}`, async () => {
      const answers = (await recordedAnswers()).get(kind) ?? [];
      expect(answers).to.have.length.at.least(1);
      for (const { response } of answers) {
        expect(read((response as { data: unknown }).data)).to.have.length.at.least(1);
      }
    });
  }

  describe('of a missing profile', () => {
    it('are what is missing, in the order of the server', () => {
      expect(readMissingProfile({ missingProfile: ['password', 'emailOrPhone', 'extraProfile'] })).to.deep.equal([
        'password',
        'emailOrPhone',
        'extraProfile',
      ]);
    });

    it('leave out what a later server may ask for', () => {
      expect(readMissingProfile({ missingProfile: ['shoeSize', 'username'] })).to.deep.equal(['username']);
      expect(readMissingProfile({ missingProfile: ['shoeSize'] })).to.equal(undefined);
    });
  });

  describe('of a social identity without an account', () => {
    for (const [type, value, shown] of [
      ['email', 'ada.lovelace@example.test', 'ada.****@example.test'],
      ['email', 'ada12@example.test', 'ada1****@example.test'],
      ['email', 'ada1@example.test', '****@example.test'],
      ['email', 'no-address', '****'],
      ['phone', '8613831169215', '****9215'],
      ['phone', '9215', '****'],
    ] as const) {
      it(`show the related account's ${value} as ${shown}`, () => {
        expect(readRelatedUser({ relatedUser: { type, value } })).to.deep.equal({ type, value: shown });
      });
    }

    it('may name no related account', () => {
      expect(readRelatedUser({})).to.equal(undefined);
    });
  });

  it('of an address with single sign-on are the ids of its connectors and none of their secrets', () => {
    const data = { ssoConnectors: [{ id: 'a', config: { clientSecret: 'secret' } }, { id: 5 }, { id: 'b' }] };
    expect(readSsoConnectorIds(data)).to.deep.equal(['a', 'b']);
  });

  it('of a rejected password are the rules it breaks, without those that are new to us', () => {
    const data = [
      { code: 'password_rejected.too_short', interpolation: { min: 8 } },
      { code: 'password_rejected.palindrome' },
      { code: 'password_rejected.restricted.sequence' },
    ];
    expect(readPasswordRejections(data)).to.deep.equal([data[0], data[2]]);
  });
});
