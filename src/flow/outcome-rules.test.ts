import { expect } from '@open-wc/testing';
import type { Outcome, Situation } from './outcome.ts';
import { outcomeOf } from './outcomes.ts';
import type { Action } from './action.ts';
import type { Step } from './steps/step.ts';
import { settingsWith } from './testing/harness.ts';
import { again, inWords, nothingSpecial, sampleSteps } from './testing/outcomes-in-words.ts';

const phone = { type: 'phone', value: '86138' } as const;
const social = { event: 'SignIn', proof: { kind: 'social', verificationId: 'v', connectorId: 'ding' } } as const;
const link = { event: 'SignIn', proof: { kind: 'link', verificationId: 'v' } } as const;
const company = { event: 'SignIn', proof: { kind: 'sso', verificationId: 'v', connectorId: 'acme' } } as const;
const registering = { event: 'Register' } as const;
const email = { type: 'email', value: 'a@b.c' } as const;
const username = { type: 'username', value: 'alice' } as const;
const finishing: Action = { command: 'submitSocialCallback', input: {} };
const following: Action = { command: 'followLink', input: {} };
const about = (given: object): Action => ({ command: 'submitIdentifier', input: { identifier: given } });
const codesOnly = [{ identifier: 'phone', password: false, verificationCode: true }];
const passwordsOnly = [{ identifier: 'phone', password: true, verificationCode: false }];
const acme = { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '' }] };
const identifierWanted = 'go to missing-identifier';
const missing = (...missingProfile: readonly string[]) => ({ missingProfile });

/** Circumstances other than the step. */
interface Special extends Partial<Pick<Situation, 'interaction' | 'data' | 'identifier' | 'action' | 'retry'>> {
  readonly step: keyof typeof sampleSteps;
  readonly settings?: Record<string, unknown>;
}

const byProvider = { step: 'social-callback', interaction: social, action: finishing } as const;
const byCompany = { step: 'social-callback', interaction: company, action: finishing } as const;
const related = { relatedUser: email };
const noNewAccounts = { signInMode: 'SignIn' };
const onlyNewAccounts = { signInMode: 'Register' };
const byPhone = { signUp: { identifiers: ['phone'], password: false, verify: true } };
const acmeOnly = { ssoConnectors: [{ id: 'acme' }] };

/** The outcome of a code by circumstance. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly [Special, string]>>>> = {
  'user.user_not_exist': {
    'accounts can be made with a phone number': [
      { step: 'code to sign in', settings: byPhone },
      'ask account.create: createAccount, or go to sign-in',
    ],
    'no account can be made on this page': [
      { step: 'code to sign in', settings: { ...byPhone, ...noNewAccounts } },
      'ask user.user_not_exist: go to sign-in, or go to sign-in',
    ],
    'a link proved the address': [{ step: 'one-time-token', interaction: link, action: following }, 'do createAccount'],
  },

  'user.identity_not_exist': {
    'a provider proved it': [byProvider, 'do createAccount'],
    'a provider proved it where no accounts are made': [{ ...byProvider, settings: noNewAccounts }, again],
    'an account seems to be the same person’s': [{ ...byProvider, data: related }, 'go to social-link'],
    'an account seems to be the same person’s and may be linked unasked': [
      { ...byProvider, data: related, settings: { socialSignIn: { automaticAccountLinking: true } } },
      'do linkRelatedAccount',
    ],
  },

  'user.sso_identity_not_exist': {
    'a company proved it': [byCompany, 'do createAccount'],
    'a company proved it where no accounts are made': [{ ...byCompany, settings: noNewAccounts }, again],
  },

  'auth.forbidden': {
    'accounts are made here and none are used': [{ ...byProvider, settings: onlyNewAccounts }, 'do createAccount'],
    'accounts are made and used here': [byProvider, again],
  },

  'user.phone_already_in_use': {
    'a code for it was typed to register': [
      { step: 'code to register', interaction: registering },
      'ask account.use_existing: useExistingAccount, or go to register',
    ],
    'codes sign nobody in': [
      { step: 'code to register', interaction: registering, settings: { signIn: { methods: passwordsOnly } } },
      'ask account.exists: go to register, or go to register',
    ],
    'accounts are made here and none are used': [
      { step: 'code to register', interaction: registering, settings: onlyNewAccounts },
      'ask account.exists: go to register, or go to register',
    ],
    'a social identity is becoming an account': [
      { step: 'code to continue', interaction: { ...social, ...registering } },
      'ask account.link: linkToExistingAccount, or go to missing-identifier',
    ],
    'a company’s identity is becoming an account': [
      { step: 'code to continue', interaction: { ...company, ...registering } },
      'ask account.use_existing: useExistingAccount, or go to missing-identifier',
    ],
  },

  'user.missing_profile': {
    'a username comes first': [{ step: 'password', data: missing('username', 'password') }, identifierWanted],
    'an e-mail address comes first': [{ step: 'password', data: missing('email', 'password') }, identifierWanted],
    'a phone number comes first': [{ step: 'password', data: missing('phone', 'password') }, identifierWanted],
    'either of two comes first': [{ step: 'password', data: missing('emailOrPhone', 'password') }, identifierWanted],
    'it is the password': [{ step: 'code to register', data: missing('password') }, 'go to new-password'],
    'the step before can be gone back to': [
      { step: 'register', data: missing('username') },
      'go to missing-identifier, and back from there',
    ],
    'it is the tenant’s own fields': [{ step: 'new-password', data: missing('extraProfile') }, 'go to extra-profile'],
    'it was just given': [{ step: 'missing-identifier', data: missing('username') }, 'go to error'],
    'the tenant’s own fields were just given': [{ step: 'extra-profile', data: missing('extraProfile') }, 'go to error'],
  },

  'password.expired': {
    'it can be replaced': [
      { step: 'password', settings: { forgotPassword: { email: true, phone: false } } },
      'ask password.expired: go to forgot-password, or go to forgot-password',
    ],
  },

  'connector.usage_limit_exceeded': {
    'there is a password, too': [{ step: 'sign-in', action: about(phone) }, 'go to password, saying code.not_sent_use_password'],
    'there is no password': [{ step: 'sign-in', action: about(phone), settings: { signIn: { methods: codesOnly } } }, 'notice'],
    'a password is being replaced': [{ step: 'forgot-password', action: about(phone) }, 'notice'],
  },

  'session.sso_enabled': {
    'the company is known': [{ step: 'password', settings: acme, data: acmeOnly }, 'go to sso-connectors, saying so'],
    'the company is not known': [{ step: 'password', settings: acme, data: { ssoConnectors: [{ id: 'other' }] } }, again],
    'the tenant turned them off': [
      { step: 'password', settings: { ...acme, singleSignOnEnabled: false }, data: acmeOnly },
      again,
    ],
  },
};

const outcomeIn = (code: string, { step, settings, ...special }: Special): Outcome =>
  outcomeOf({ ...nothingSpecial, ...special, step: sampleSteps[step], settings: settingsWith(settings), problem: { code } });

describe('Outcomes that depend on more than the step', () => {
  for (const [code, cases] of Object.entries(expected)) {
    for (const [when, [special, outcome]] of Object.entries(cases)) {
      it(`${code}: ${when}`, () => {
        expect(inWords(outcomeIn(code, special))).to.equal(outcome);
      });
    }
  }
});

describe('The next step receives', () => {
  const stepAfter = (code: string, special: Special): Step | undefined => {
    const outcome = outcomeIn(code, special);
    return outcome.kind === 'go' ? outcome.step : undefined;
  };

  it('the first missing part of the profile', () => {
    const found = stepAfter('user.missing_profile', { step: 'password', data: missing('emailOrPhone', 'username') });
    expect(found).to.deep.equal({ name: 'missing-identifier', missing: 'emailOrPhone' });
  });

  it('the identifier for a first password, except after a provider', () => {
    const special = { step: 'code to register', data: missing('password'), identifier: username } as const;
    const named = { name: 'new-password', purpose: 'continue', identifier: username };
    expect(stepAfter('user.missing_profile', special)).to.deep.equal(named);
    const nameless = { name: 'new-password', purpose: 'continue' };
    expect(stepAfter('user.missing_profile', { ...special, interaction: social })).to.deep.equal(nameless);
  });

  it('the enterprise SSO connectors and the address', () => {
    const data = { ssoConnectors: [{ id: 'acme' }, { id: 'other' }] };
    const found = stepAfter('session.sso_enabled', { step: 'sign-in', settings: acme, data, action: about(email) });
    expect(found).to.deep.equal({ name: 'sso-connectors', connectorIds: ['acme'], email: 'a@b.c' });
  });

  it('the action to retry', () => {
    const retry: Action = { command: 'resumeVerification', input: {} };
    const special = { step: 'social-callback', action: finishing, retry } as const;
    expect(stepAfter('network', special)).to.deep.equal({ name: 'error', code: 'network', retry });
  });

  it('the masked address of the related account', () => {
    const data = { relatedUser: { type: 'email', value: 'someone@example.com' } };
    const found = stepAfter('user.identity_not_exist', { ...byProvider, data });
    expect(found?.name === 'social-link' && found.connectorId).to.equal('ding');
    expect(JSON.stringify(found)).not.to.contain('someone');
  });

  it('the rules that a password breaks, with their bounds', () => {
    const data = [{ code: 'password_rejected.too_short', interpolation: { min: 8 } }, { code: 'password_rejected.pwned' }];
    const outcome = outcomeIn('password.rejected', { step: 'new-password', data });
    const rules = ['password_rejected.too_short', 'password_rejected.pwned'];
    const values = { rules, 'password_rejected.too_short': '8', 'password_rejected.pwned': '' };
    expect(outcome).to.deep.equal({ kind: 'field', field: 'newPassword', values });
  });
});
