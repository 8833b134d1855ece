import type { Navigation } from '../platform/ports.ts';
import { isRecord } from '../shared/schema.ts';
import { parseWebUrl } from '../shared/web-address.ts';
import type { Memory, Session } from './memory.ts';
import { readParams } from './params.ts';

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
