import type { Navigation, Storages } from '../platform/ports.ts';
import { flag, isRecord, object, optional, parseJson, text } from '../shared/schema.ts';
import { parseWebUrl } from '../shared/web-address.ts';
import { readParams } from './params.ts';
import { identifierSchema } from '../client/schemas/identifier.ts';
import type { Identifier } from './steps/step.ts';

/** The app that a person signs in to, and its parameters for the page. */
export interface Session {
  readonly appId?: string | undefined;
  readonly organizationId?: string | undefined;
  /** Space-separated language tags. */
  readonly uiLocales?: string | undefined;
  readonly loginHint?: string | undefined;
  /** The page that the person came from, to return to when the session is lost. */
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
  /** Removes the data of the previous sign-in; for a new visit from an app. */
  begin(): void;
  /** Removes everything of a finished sign-in except the session. */
  finish(): void;
}

/** Storage key of the page. The number changes with the shape of what is stored. Keys of one sign-in begin with `interaction`. */
export const storageKey = (name: string): string => `sie:1:${name}`;

const sessionKey = storageKey('session');
const identifierKey = storageKey('identifier');
const agreedKey = storageKey('interaction:agreed');

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
    begin: () => forget((name) => name.startsWith(storageKey('interaction'))),
    finish: () => forget((name) => name.startsWith(storageKey('')) && name !== sessionKey),
  };
}

/**
 * Reads app, organization and languages from the address of a new visit, else from memory, and removes what is stored from the
 * address bar. A reload (the entry has our state) and a provider's response are no new visits: their addresses lack the organization
 * and the languages, so the stored ones stay.
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

/** The session data in an address. */
export function sessionIn(search: string, referrer: string): Session {
  const params = readParams({ search, hash: '' });
  const from = parseWebUrl(referrer);
  return {
    appId: params['app_id'],
    organizationId: params['organization_id'],
    uiLocales: params['ui_locales'],
    loginHint: params['login_hint'],
    // Without the query, which may hold tokens: some apps set a referrer policy that sends their whole address.
    appUrl: from && from.origin + from.pathname,
  };
}
