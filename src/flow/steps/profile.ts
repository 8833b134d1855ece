import { parseOr } from '../../shared/schema.ts';
import { always, defineSteps, type Identifier, keptIdentifier, type MissingIdentifier, missingIdentifierSchema } from './step.ts';

declare module './step.ts' {
  interface Steps {
    /** Sets a password: the first one, or a new one after a recovery. `identifier` is for password managers. */
    'new-password': { readonly purpose: 'continue' | 'reset'; readonly identifier?: Identifier };
    'missing-identifier': { readonly missing: MissingIdentifier; readonly identifier?: Identifier };
    /** The tenant's custom profile fields. */
    'extra-profile': object;
  }
}

export const profileSteps = defineSteps({
  'new-password': {
    paths: {
      '/forgot-password/reset': ({ purpose }) => purpose === 'reset',
      '/continue/password': true,
      '/register/password': false,
    },
    restore: (address) => ({
      name: 'new-password',
      purpose: address.pattern === '/forgot-password/reset' ? 'reset' : 'continue',
      ...keptIdentifier(address),
    }),
    keep: { purpose: false, identifier: true },
    previous: ({ purpose }) => ({ name: purpose === 'reset' ? 'forgot-password' : 'sign-in' }),
    inputs: ['newPassword', 'confirmPassword'],
    singleUse: true,
    available: always,
    run: undefined,
  },
  'extra-profile': {
    paths: { '/continue/extra-profile': true },
    restore: () => ({ name: 'extra-profile' }),
    keep: {},
    previous: 'sign-in',
    // The fields are defined by the tenant; errors of the server name none of them.
    inputs: [],
    singleUse: false,
    available: always,
    run: undefined,
  },
  'missing-identifier': {
    paths: { '/continue/:missing': true },
    restore(address) {
      const missing = parseOr(missingIdentifierSchema, address.members['missing']);
      return missing && { name: 'missing-identifier', missing, ...keptIdentifier(address) };
    },
    keep: { missing: false, identifier: true },
    previous: 'sign-in',
    inputs: ['identifier'],
    singleUse: false,
    available: always,
    run: undefined,
  },
});
