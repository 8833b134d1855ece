import { firstPaths } from '../first-steps.ts';
import { identifierOf, isCodeIdentifier, textOf } from '../guards.ts';
import { methodsFor, signInTypes } from '../policy/methods.ts';
import { canRegister, canSignIn, signUpTypes } from '../policy/sign-up.ts';
import { type Address, always, focusOf, isFocused, missingOf, type StepDefinitions } from './definition.ts';
import { restoreLink } from './link.ts';
import type { CodeIdentifier, CodePurpose, Focused, Identifier, MissingIdentifier, Step } from './step.ts';

export interface SignInSteps {
  /** First screen: identifier, perhaps password, social buttons. */
  'sign-in': Focused;
  /** First screen for people without an account. */
  register: Focused;
  password: { readonly identifier: Identifier };
  /** A one-time code is on its way. `sentAt`: ms since the epoch. `missing`: what the tenant asked for, when a profile is completed. */
  'verification-code': {
    readonly purpose: CodePurpose;
    readonly identifier: CodeIdentifier;
    readonly verificationId: string;
    readonly sentAt: number;
    readonly missing?: MissingIdentifier;
  };
}

export const signInSteps: StepDefinitions<SignInSteps> = {
  'sign-in': {
    paths: {
      '/identifier-sign-in': isFocused,
      ...firstPaths['sign-in'],
      '/sign-in/passkey': false,
      '/sign-in/verification-methods': false,
    },
    restore: (address) =>
      address.pattern === '/identifier-sign-in'
        ? { name: 'sign-in', ...focusOf(signInTypes(address.settings), address) }
        : (restoreMagicLink(address) ?? { name: 'sign-in' }),
    previous: 'sign-in',
    inputs: ['identifier', 'password'],
    singleUse: false,
    available: canSignIn,
    run: undefined,
  },
  register: {
    paths: { '/identifier-register': isFocused, ...firstPaths.register },
    restore: (address) =>
      address.pattern === '/identifier-register'
        ? { name: 'register', ...focusOf(signUpTypes(address.settings), address) }
        : (restoreMagicLink(address) ?? { name: 'register' }),
    previous: 'sign-in',
    inputs: ['identifier'],
    singleUse: false,
    available: canRegister,
    run: undefined,
  },
  password: {
    paths: { '/sign-in/password': true },
    restore({ history, settings }) {
      const identifier = identifierOf(history['identifier']);
      return identifier && methodsFor(settings, identifier.type).password
        ? { name: 'password', identifier }
        : { name: 'sign-in' };
    },
    previous: 'sign-in',
    inputs: ['password'],
    singleUse: true,
    available: always,
    run: undefined,
  },
  'verification-code': {
    paths: { '/:purpose/verification-code': true },
    restore({ members, history }) {
      const purpose = codePurposes.find((known) => known === members['purpose']);
      if (!purpose) return undefined;
      const identifier = identifierOf(history['identifier']);
      const verificationId = textOf(history['verificationId']);
      if (!isCodeIdentifier(identifier) || !verificationId) return { name: purpose === 'continue' ? 'sign-in' : purpose };
      const missing = missingOf(history['missing']);
      const sentAt = Number(history['sentAt']) || 0;
      return { name: 'verification-code', purpose, identifier, verificationId, sentAt, ...(missing && { missing }) };
    },
    previous: ({ purpose, identifier, missing = identifier.type }): Step =>
      purpose === 'continue' ? { name: 'missing-identifier', missing, identifier } : { name: purpose },
    inputs: ['code'],
    singleUse: true,
    available: always,
    run: undefined,
  },
};

const codePurposes: readonly CodePurpose[] = ['sign-in', 'register', 'forgot-password', 'continue'];

/** Links that sign in lead to the first screens, too. */
const restoreMagicLink = ({ params }: Address): Step | undefined =>
  params['one_time_token'] ? restoreLink('one-time-token', params) : undefined;
