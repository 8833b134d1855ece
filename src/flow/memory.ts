import type { Navigation, Storages } from '../platform/ports.ts';
import { flag, isRecord, object, optional, parseJson, text } from '../shared/schema.ts';
import { parseWebUrl } from '../shared/web-address.ts';
import { readParams } from './params.ts';
import { identifierSchema } from '../client/schemas/identifier.ts';
import type { Identifier } from './steps/step.ts';

/** Which app a person signs in to, and how it asked for the page to be. */
export interface Session {
  readonly appId?: string | undefined;
  readonly organizationId?: string | undefined;
  /** Space-separated language tags. */
  readonly uiLocales?: string | undefined;
  readonly loginHint?: string | undefined;
  /** Where the person came from, for a way back when the session is lost. */
  readonly appUrl?: string | undefined;
}

/** What must survive a reload. In the same storage: `interaction.ts`, the draft of the profile, and `social/memory.ts`. */
export interface Memory {
  session(): Session;
  rememberSession(session: Session): void;
  identifier(): Identifier | undefined;
  rememberIdentifier(identifier: Identifier): void;
  /** The person has agreed to the terms in this sign-in. */
  agreed(): boolean;
  rememberAgreed(agreed: boolean): void;
  /** Forgets what belongs to the sign-in before: somebody comes from an app anew. */
  begin(): void;
  /** Forgets all of a finished sign-in but the session. */
  finish(): void;
}

/** Begins all our keys; the number changes with the shape of what is stored. */
const prefix = 'sie:1:';
const sessionKey = `${prefix}session`;
const identifierKey = `${prefix}identifier`;
/** Begins the keys of one sign-in. */
const interactionPrefix = `${prefix}interaction`;
const agreedKey = `${interactionPrefix}:agreed`;

const storedSession = object({
  appId: optional(text),
  organizationId: optional(text),
  uiLocales: optional(text),
  loginHint: optional(text),
  appUrl: optional(text),
});

export function createMemory({ session }: Pick<Storages, 'session'>): Memory {
  const write = (name: string, value: unknown) => session.set(name, JSON.stringify(value));
  const forget = (which: (name: string) => boolean) => session.keys().filter(which).forEach(session.remove);
  return {
    session: () => parseJson(storedSession, session.get(sessionKey)) ?? {},
    rememberSession: (value) => write(sessionKey, value),
    identifier: () => parseJson(identifierSchema, session.get(identifierKey)),
    rememberIdentifier: (value) => write(identifierKey, value),
    agreed: () => parseJson(flag, session.get(agreedKey)) ?? false,
    rememberAgreed: (agreed) => write(agreedKey, agreed),
    begin: () => forget((name) => name.startsWith(interactionPrefix)),
    finish: () => forget((name) => name.startsWith(prefix) && name !== sessionKey),
  };
}

/**
 * Reads which app, organization and languages this page is for, from the address of a fresh arrival, else from memory, and takes
 * what is stored out of the address bar. A reload (the entry has our state) and a provider's answer are no fresh arrivals: their
 * addresses lack the organization and the languages, which must not be forgotten then.
 */
export function openSession(navigation: Navigation, memory: Memory): Session {
  const location = navigation.current();
  const known = memory.session();
  // A provider may add parameters of its own: Alipay's `app_id` is not ours.
  if (/^\/(callback|social)\//.test(location.path)) return known;
  const params = readParams({ search: location.search, hash: '' });
  const stated = sessionIn(location.search, navigation.referrer);
  const appId = stated.appId ?? known.appId;
  const isFresh = !isRecord(location.state);
  const session: Session = isFresh ? { ...stated, appId, appUrl: stated.appUrl ?? known.appUrl } : { ...known, appId };
  if (isFresh) memory.begin();
  memory.rememberSession(session);
  if ('organization_id' in params || 'ui_locales' in params) {
    const query = new URLSearchParams(location.search);
    query.delete('organization_id');
    query.delete('ui_locales');
    const search = query.toString();
    navigation.replace(`${location.path}${search && `?${search}`}${location.hash}`, location.state);
  }
  return session;
}

/** What an address says of the session. */
export function sessionIn(search: string, referrer: string): Session {
  const params = readParams({ search, hash: '' });
  const from = parseWebUrl(referrer);
  return {
    appId: params['app_id'],
    organizationId: params['organization_id'],
    uiLocales: params['ui_locales'],
    loginHint: params['login_hint'],
    // Without the query: links that apps send carry tokens, and some apps let browsers tell their whole address.
    appUrl: from && from.origin + from.pathname,
  };
}
