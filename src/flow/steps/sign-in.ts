import * as z from 'zod/mini';
import { lenient, number, object, optional, parseOr, type Schema, text } from '../../shared/schema.ts';
import { firstPaths } from '../history.ts';
import { codeIdentifierSchema } from '../../client/schemas/identifier.ts';
import { canRegister, canSignIn, methodsFor, signInTypes, signUpTypes } from '../policy/tenant.ts';
import {
  type Address,
  always,
  type CodeIdentifier,
  type CodePurpose,
  defineSteps,
  focusOf,
  type Identifier,
  isFocused,
  keptIdentifier,
  type MissingIdentifier,
  missingIdentifierSchema,
  type Step,
} from './step.ts';
import { restoreLink } from './link.ts';

declare module './step.ts' {
  interface Steps {
    /** First screen: identifier, optional password, social buttons. */
    'sign-in': Focused;
    /** First screen for registration. */
    register: Focused;
    password: { readonly identifier: Identifier };
    /** A one-time code was sent. `sentAt`: ms since the epoch. `missing`: the required identifier when a profile is completed. */
    'verification-code': {
      readonly purpose: CodePurpose;
      readonly identifier: CodeIdentifier;
      readonly verificationId: string;
      readonly sentAt: number;
      readonly missing?: MissingIdentifier;
    };
  }
}

const codePurpose: Schema<CodePurpose> = z.enum(['sign-in', 'register', 'forgot-password', 'continue']);

const keptCode = object({
  identifier: codeIdentifierSchema,
  verificationId: text,
  sentAt: lenient(number, 0),
  missing: optional(missingIdentifierSchema),
});

export const signInSteps = defineSteps({
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
    keep: { focused: true },
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
    keep: { focused: true },
    previous: 'sign-in',
    inputs: ['identifier'],
    singleUse: false,
    available: canRegister,
    run: undefined,
  },
  password: {
    paths: { '/sign-in/password': true },
    restore(address) {
      const { identifier } = keptIdentifier(address);
      return identifier && methodsFor(address.settings, identifier.type).password
        ? { name: 'password', identifier }
        : { name: 'sign-in' };
    },
    keep: { identifier: true },
    previous: 'sign-in',
    inputs: ['password'],
    singleUse: true,
    available: always,
    run: undefined,
  },
  'verification-code': {
    paths: { '/:purpose/verification-code': true },
    restore({ members, history }) {
      const purpose = parseOr(codePurpose, members['purpose']);
      if (!purpose) return undefined;
      const code = parseOr(keptCode, history);
      if (!code) return { name: purpose === 'continue' ? 'sign-in' : purpose };
      return { name: 'verification-code', purpose, ...code };
    },
    keep: { purpose: false, identifier: true, verificationId: true, sentAt: true, missing: true },
    previous: ({ purpose, identifier, missing = identifier.type }): Step =>
      purpose === 'continue' ? { name: 'missing-identifier', missing, identifier } : { name: purpose },
    inputs: ['code'],
    singleUse: true,
    available: always,
    run: undefined,
  },
});

/** Magic links lead to the addresses of the first screens, too. */
const restoreMagicLink = ({ params }: Address): Step | undefined =>
  params['one_time_token'] ? restoreLink('one-time-token', params) : undefined;
