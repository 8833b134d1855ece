import * as z from 'zod/mini';
import type { Settings } from '../../client/schemas/settings.ts';
import { listOf, object, optional, parseOr, text } from '../../shared/schema.ts';
import { ssoConnectors } from '../policy/tenant.ts';
import { defineSteps, isFocused } from './step.ts';

declare module './step.ts' {
  interface Steps {
    /** Enterprise SSO by e-mail address. `focused`: the app asked for this first screen. */
    'single-sign-on': { readonly email?: string; readonly focused?: true };
    /** Choice between several enterprise SSO connectors for the address. */
    'sso-connectors': { readonly connectorIds: readonly string[]; readonly email?: string };
  }
}

const hasConnectors = (settings: Settings): boolean => ssoConnectors(settings).length > 0;

const withEmail = object({ email: optional(text) });
const withConnectors = object({ connectorIds: listOf(z.string()), email: optional(text) });

export const ssoSteps = defineSteps({
  'single-sign-on': {
    paths: { '/single-sign-on': isFocused, '/single-sign-on/email': true },
    restore({ pattern, history }) {
      if (pattern === '/single-sign-on') return { name: 'single-sign-on', focused: true };
      return { name: 'single-sign-on', ...parseOr(withEmail, history) };
    },
    keep: { email: true, focused: false },
    previous: 'sign-in',
    inputs: ['identifier'],
    singleUse: false,
    available: hasConnectors,
    run: undefined,
  },
  'sso-connectors': {
    paths: { '/single-sign-on/connectors': true },
    restore({ history }) {
      const kept = parseOr(withConnectors, history);
      return kept ? { name: 'sso-connectors', ...kept } : { name: 'single-sign-on', ...parseOr(withEmail, history) };
    },
    keep: { connectorIds: true, email: true },
    previous: ({ email }) => ({ name: 'single-sign-on', ...(email && { email }) }),
    inputs: [],
    singleUse: false,
    available: hasConnectors,
    run: undefined,
  },
});
