import type { Location } from '../platform/navigation.ts';
import { type IdentifierType, identifierTypes } from '../client/schemas/identifier.ts';
import type { Settings } from '../client/schemas/settings.ts';
import { plainText } from '../shared/characters.ts';
import { isIdentifier } from '../shared/read-identifier.ts';
import { identifierOf, isCodeIdentifier, isRecord, textOf } from './guards.ts';
import { decodeFully, readParams } from './params.ts';
import { settleFirst } from './first-routes.ts';
import { methodsFor, signInTypes } from './policy/methods.ts';
import { recoveryTypes } from './policy/recovery.ts';
import { signUpTypes } from './policy/sign-up.ts';
import { ssoConnectors } from './policy/sso.ts';
import type { CodePurpose, Focused, MissingIdentifier, Params, Step, StepName, StepOf, Identifier } from './steps.ts';

const none = () => undefined;

/** The server's own path of each step. Steps without one leave the address as it is. */
const paths: { readonly [Name in StepName]: (step: StepOf<Name>) => string | undefined } = {
  'sign-in': ({ focused }) => (focused ? '/identifier-sign-in' : '/sign-in'),
  register: ({ focused }) => (focused ? '/identifier-register' : '/register'),
  password: () => '/sign-in/password',
  'verification-code': ({ purpose }) => `/${purpose}/verification-code`,
  'forgot-password': ({ focused }) => (focused ? '/reset-password' : '/forgot-password'),
  'new-password': ({ purpose }) => (purpose === 'reset' ? '/forgot-password/reset' : '/continue/password'),
  'missing-identifier': ({ missing }) => `/continue/${missing}`,
  'extra-profile': () => '/continue/extra-profile',
  'social-link': ({ connectorId }) => `/social/link/${encodeURIComponent(connectorId)}`,
  'single-sign-on': ({ focused }) => (focused ? '/single-sign-on' : '/single-sign-on/email'),
  'sso-connectors': () => '/single-sign-on/connectors',
  'social-callback': ({ connectorId }) => `/callback/social/${encodeURIComponent(connectorId)}`,
  'native-callback': none,
  'social-landing': none,
  direct: none,
  'one-time-token': () => '/one-time-token',
  'reset-token': () => '/reset-password',
  'account-check': none,
  'switch-account': none,
  'unknown-session': () => '/unknown-session',
  // Logto answers a hard load of /account-suspended itself (docs/decisions/0006-address-of-suspended-accounts.md).
  'account-suspended': none,
  unavailable: none,
  error: none,
  'not-found': none,
};

export function stepToPath(step: Step): string | undefined {
  return (paths[step.name] as (step: Step) => string | undefined)(step);
}

/** An address, taken apart. */
interface Address {
  readonly second: string;
  readonly third: string;
  readonly params: Params;
  readonly state: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
}

/**
 * The step an address stands for. Where data of a later step was lost, the nearest earlier step that needs none of it: decided here and nowhere else.
 */
export function pathToStep(location: Location, settings: Settings): Step {
  const [first = '', second = '', third = '', ...rest] = location.path
    .replace(/^\/+/, '')
    .split('/')
    .map((segment) => decodeFully(segment));
  const state = isRecord(location.state) ? location.state : {};
  const read = !rest.some(Boolean) && Object.hasOwn(places, first) ? places[first] : undefined;
  const step = read?.({ second, third, params: readParams(location), state, settings });
  return settle(step ?? { name: 'not-found' }, settings);
}

/** The step itself, or the nearest one that this tenant has. */
export function settle(wanted: Step, settings: Settings): Step {
  const step = settleFirst(wanted, settings);
  const isMissing =
    (step.name === 'forgot-password' && !step.token && recoveryTypes(settings).length === 0) ||
    ((step.name === 'single-sign-on' || step.name === 'sso-connectors') && ssoConnectors(settings).length === 0);
  return isMissing ? settleFirst({ name: 'sign-in' }, settings) : step;
}

type Place = (address: Address) => Step | undefined;

const later: readonly string[] = ['mfa-onboarding', 'mfa-binding', 'mfa-verification', 'create-passkey', 'consent', 'device'];

/** By the first segment of the path. `undefined`: no such page. */
const places: Readonly<Record<string, Place>> = {
  '': (address) => firstScreen('sign-in', address),
  'sign-in': (address) => {
    const { second, state, settings } = address;
    if (!second) return firstScreen('sign-in', address);
    if (second === 'verification-code') return codeStep('sign-in', address);
    if (second === 'passkey' || second === 'verification-methods') return { name: 'sign-in' };
    if (second !== 'password') return undefined;
    const identifier = identifierOf(state['identifier']);
    return identifier && methodsFor(settings, identifier.type).password ? { name: 'password', identifier } : { name: 'sign-in' };
  },
  register: (address) => {
    if (!address.second) return firstScreen('register', address);
    if (address.second === 'verification-code') return codeStep('register', address);
    return address.second === 'password' ? newPassword('continue', address) : undefined;
  },
  'identifier-sign-in': (address) => ({ name: 'sign-in', ...focus(signInTypes(address.settings), address) }),
  'identifier-register': (address) => ({ name: 'register', ...focus(signUpTypes(address.settings), address) }),
  'reset-password': (address) => {
    const { one_time_token: token, login_hint: email } = address.params;
    if (token) return email ? { name: 'reset-token', token, email } : { name: 'forgot-password', focused: ['email'], token };
    return { name: 'forgot-password', ...focus(recoveryTypes(address.settings), address), ...typed(address) };
  },
  'forgot-password': (address) => {
    if (address.second === 'verification-code') return codeStep('forgot-password', address);
    if (address.second === 'reset') return newPassword('reset', address);
    return address.second ? undefined : { name: 'forgot-password', ...typed(address) };
  },
  continue: (address) => {
    const { second } = address;
    if (second === 'verification-code') return codeStep('continue', address);
    if (second === 'password') return newPassword('continue', address);
    if (second === 'extra-profile') return { name: 'extra-profile' };
    const missing = missingOf(second);
    return missing && { name: 'missing-identifier', missing, ...typed(address) };
  },
  'single-sign-on': ({ second, state }) => {
    if (!second) return { name: 'single-sign-on', focused: true };
    const email = textOf(state['email']);
    const known = email && { email };
    if (second === 'email') return { name: 'single-sign-on', ...known };
    const { connectorIds } = state;
    if (second !== 'connectors') return undefined;
    if (!Array.isArray(connectorIds)) return { name: 'single-sign-on', ...known };
    return { name: 'sso-connectors', connectorIds: connectorIds.filter((id) => typeof id === 'string'), ...known };
  },
  social: ({ second, third, params, state }) => {
    if (!third) return undefined;
    if (second === 'landing') return landing(third, params);
    if (second !== 'link') return undefined;
    const related = identifierOf(state['relatedUser']);
    return isCodeIdentifier(related) ? { name: 'social-link', connectorId: third, relatedUser: related } : { name: 'sign-in' };
  },
  callback: ({ second, third, params }) => {
    if (second === 'social' && third) return { name: 'social-callback', connectorId: third, params };
    return second && !third ? { name: 'native-callback', connectorId: second, params } : undefined;
  },
  direct: ({ second, third, params }) =>
    second
      ? {
          name: 'direct',
          method: second,
          target: third,
          fallback: params['fallback'] ?? 'sign-in',
          ...(params['identifier'] && { identifier: params['identifier'] }),
        }
      : undefined,
  'one-time-token': ({ second, params }) => (!second || second === 'error' ? linkStep('one-time-token', params) : undefined),
  'switch-account': ({ params }) => linkStep('account-check', params),
  'unknown-session': ({ second }) => (second ? undefined : { name: 'unknown-session' }),
  'account-suspended': ({ second }) => (second ? undefined : { name: 'account-suspended', code: 'user.suspended' }),
  ...Object.fromEntries(later.map((path) => [path, (): Step => ({ name: 'unavailable', code: `path.${path}` })])),
};

function firstScreen(name: 'sign-in' | 'register', { second, params }: Address): Step | undefined {
  if (second) return undefined;
  return params['one_time_token'] ? linkStep('one-time-token', params) : { name };
}

/** The identifiers that the app wants, else those that a reload kept, else all. */
function focus<Type extends IdentifierType>(all: readonly Type[], { params, state }: Address): Focused {
  if (all.length === 0) return {};
  const wanted = params['identifier']?.split(/\s+/) ?? state['focused'];
  const focused = all.filter((type) => Array.isArray(wanted) && wanted.includes(type));
  return { focused: focused.length > 0 ? focused : all };
}

function codeStep(purpose: CodePurpose, { state }: Address): Step {
  const identifier = identifierOf(state['identifier']);
  const verificationId = textOf(state['verificationId']);
  if (!isCodeIdentifier(identifier) || !verificationId) return { name: purpose === 'continue' ? 'sign-in' : purpose };
  const missing = missingOf(state['missing']);
  const sentAt = Number(state['sentAt']) || 0;
  return { name: 'verification-code', purpose, identifier, verificationId, sentAt, ...(missing && { missing }) };
}

const newPassword = (purpose: 'continue' | 'reset', address: Address): Step => ({
  name: 'new-password',
  purpose,
  ...typed(address),
});

/** The identifier that the step keeps. */
function typed({ state }: Address): { readonly identifier?: Identifier } {
  const identifier = identifierOf(state['identifier']);
  return identifier ? { identifier } : {};
}

const missingOf = (value: unknown): MissingIdentifier | undefined =>
  ([...identifierTypes, 'emailOrPhone'] as const).find((type) => type === value);

function landing(connectorId: string, params: Params): Step {
  const { redirect_to: redirectTo, native_callback: nativeCallback } = params;
  if (!redirectTo || !nativeCallback) return { name: 'error', code: 'callback.incomplete' };
  return { name: 'social-landing', connectorId, redirectTo, nativeCallback };
}

/** A link without token or address is a broken one. A text in the address may come from anybody, so it is never shown. */
function linkStep(name: 'one-time-token' | 'account-check', { one_time_token: token, login_hint: email }: Params): Step {
  // Whom a link is for is shown, before anybody has checked it, where somebody else is signed in.
  const isFit = name === 'one-time-token' || (isIdentifier('email', email ?? '') && plainText(email ?? '') === email);
  return token && email && isFit ? { name, token, email } : { name: 'error', code: 'one_time_token.invalid', startOver: true };
}
