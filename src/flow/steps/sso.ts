import type { Settings } from '../../client/schemas/settings.ts';
import { textOf } from '../guards.ts';
import { ssoConnectors } from '../policy/sso.ts';
import { isFocused, type StepDefinitions } from './definition.ts';

export interface SsoSteps {
  /** Enterprise single sign-on by e-mail address. `focused`: the app asked for it first. */
  'single-sign-on': { readonly email?: string; readonly focused?: true };
  /** Several enterprise SSO connectors cover the address. */
  'sso-connectors': { readonly connectorIds: readonly string[]; readonly email?: string };
}

const hasConnectors = (settings: Settings): boolean => ssoConnectors(settings).length > 0;

export const ssoSteps: StepDefinitions<SsoSteps> = {
  'single-sign-on': {
    paths: { '/single-sign-on': isFocused, '/single-sign-on/email': true },
    restore({ pattern, history }) {
      if (pattern === '/single-sign-on') return { name: 'single-sign-on', focused: true };
      return { name: 'single-sign-on', ...known(history['email']) };
    },
    previous: 'sign-in',
    inputs: ['identifier'],
    singleUse: false,
    available: hasConnectors,
    run: undefined,
  },
  'sso-connectors': {
    paths: { '/single-sign-on/connectors': true },
    restore({ history }) {
      const { connectorIds, email } = history;
      if (!Array.isArray(connectorIds)) return { name: 'single-sign-on', ...known(email) };
      return { name: 'sso-connectors', connectorIds: connectorIds.filter((id) => typeof id === 'string'), ...known(email) };
    },
    previous: ({ email }) => ({ name: 'single-sign-on', ...known(email) }),
    inputs: [],
    singleUse: false,
    available: hasConnectors,
    run: undefined,
  },
};

function known(value: unknown): { readonly email?: string } {
  const email = textOf(value);
  return email ? { email } : {};
}
