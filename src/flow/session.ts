import type { Navigation } from '../platform/navigation.ts';
import { isRecord } from './guards.ts';
import type { Memory, Session } from './memory.ts';
import { isWebUrl } from './policy/redirects.ts';
import { readParams } from './routes.ts';

/**
 * Reads which app, organization and languages this page is for, from the address of a fresh arrival, else from memory, and takes
 * what is stored out of the address bar. A reload (the entry has our state) and a provider's answer are no fresh arrivals: their
 * addresses lack the organization and the languages, which must not be forgotten then.
 */
export function openSession(navigation: Navigation, memory: Memory): Session {
  const location = navigation.current();
  const params = readParams({ search: location.search, hash: '' });
  const known = memory.session();
  const fresh = location.search !== '' && !isRecord(location.state) && !/^\/(callback|social)\//.test(location.path);
  const appId = params['app_id'] ?? known.appId;
  const session: Session = fresh
    ? {
        appId,
        organizationId: params['organization_id'],
        uiLocales: params['ui_locales'],
        loginHint: params['login_hint'],
        appUrl: isWebUrl(navigation.referrer) ? navigation.referrer : known.appUrl,
      }
    : { ...known, appId };
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
