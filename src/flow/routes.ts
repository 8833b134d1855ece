import type { Location } from '../platform/navigation.ts';
import type { Settings } from '../client/schemas/settings.ts';
import { identifierOf, isCodeIdentifier, isRecord, textOf } from './guards.ts';
import { methodsFor } from './policy/methods.ts';
import type { Params, Step } from './steps.ts';

/** First path segments of the server's page (flows 2) that this page cannot show yet. */
const laterPaths = [
  'register', 'forgot-password', 'continue', 'mfa-onboarding', 'mfa-binding', 'mfa-verification', 'create-passkey', 'social',
  'one-time-token', 'switch-account', 'single-sign-on', 'identifier-sign-in', 'identifier-register', 'reset-password', 'consent', 'device',
]; // prettier-ignore

/** The server's own path of a step; undefined for steps that leave the address as it is. */
export function stepToPath(step: Step): string | undefined {
  switch (step.name) {
    case 'sign-in':
      return '/sign-in';
    case 'password':
      return '/sign-in/password';
    case 'verification-code':
      return '/sign-in/verification-code';
    case 'social-callback':
      return `/callback/social/${encodeURIComponent(step.connectorId)}`;
    case 'unknown-session':
      return '/unknown-session';
    default:
      // A hard load of /account-suspended never reaches the page (server-contract 18), and an error has no address of its own.
      return undefined;
  }
}

/** What a step keeps in its history entry, to be there again after a reload. Callback parameters work once, so they are not kept. */
export function stepToState(step: Step): unknown {
  return step.name === 'social-callback' ? { name: step.name } : step;
}

/** Query and fragment as one; the first of several equal names counts. Never throws, whatever the text. */
export function readParams({ search, hash }: Pick<Location, 'search' | 'hash'>): Params {
  const params = new Map<string, string>();
  for (const part of [search, hash.replace(/^#/, '?')]) {
    for (const [name, value] of new URLSearchParams(part)) if (!params.has(name)) params.set(name, value);
  }
  return Object.fromEntries(params);
}

const decode = (segment: string | undefined): string => {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    return segment ?? '';
  }
};

/**
 * The step an address stands for. Where data of a later step was lost, the nearest honest earlier one: decided here and nowhere else.
 */
export function pathToStep(location: Location, settings: Settings): Step {
  const [first = '', second, third, ...rest] = location.path
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map(decode);
  const params = readParams(location);
  const state = isRecord(location.state) ? location.state : {};
  if (rest.length > 0) return { name: 'not-found' };

  if ((first === 'callback' || first === 'social') && second) {
    if (first === 'social' && second === 'landing' && third) {
      return landing(third, params);
    }
    if (first === 'callback' && second === 'social' && third) return { name: 'social-callback', connectorId: third, params };
    if (first === 'callback' && !third) return { name: 'native-callback', connectorId: second, params };
  }
  if (first === 'direct' && second) {
    return { name: 'direct', method: second, target: third ?? '', fallback: params['fallback'] ?? 'sign-in' };
  }
  if (first === '' || (first === 'sign-in' && !third)) return signInStep(second, state, params, settings);
  if (first === 'unknown-session' && !second) return { name: 'unknown-session' };
  if (first === 'account-suspended' && !second) return { name: 'account-suspended' };
  if (laterPaths.includes(first)) return { name: 'unavailable', code: `path.${first}` };
  return { name: 'not-found' };
}

function landing(connectorId: string, params: Params): Step {
  const { redirect_to: redirectTo, native_callback: nativeCallback } = params;
  if (!redirectTo || !nativeCallback) return { name: 'error', code: 'callback.incomplete' };
  return { name: 'social-landing', connectorId, redirectTo, nativeCallback };
}

function signInStep(
  second: string | undefined,
  state: Readonly<Record<string, unknown>>,
  params: Params,
  settings: Settings,
): Step {
  if (settings.signInMode === 'Register') return { name: 'unavailable', code: 'path.register' };
  if (!second) return params['one_time_token'] ? { name: 'unavailable', code: 'path.one-time-token' } : { name: 'sign-in' };

  const identifier = identifierOf(state['identifier']);
  if (second === 'password') {
    return identifier && methodsFor(settings, identifier.type).password ? { name: 'password', identifier } : { name: 'sign-in' };
  }
  if (second === 'verification-code') {
    const verificationId = textOf(state['verificationId']);
    const sentAt = Number(state['sentAt']) || 0;
    return isCodeIdentifier(identifier) && verificationId
      ? { name: 'verification-code', identifier, verificationId, sentAt }
      : { name: 'sign-in' };
  }
  if (second === 'passkey' || second === 'verification-methods') return { name: 'sign-in' };
  return { name: 'not-found' };
}
