import { createMemory, type Session } from '../flow/memory.ts';
import { sessionIn } from '../flow/session.ts';
import { browserStorages } from '../platform/browser.ts';
import { memoryNavigation, memoryStorage } from '../platform/in-memory.ts';
import { languageTags } from '../shared/language-tag.ts';
import { absoluteUrl } from '../shared/web-address.ts';
import type { Page } from './bootstrap-flow.ts';

/**
 * A page within somebody's page: with a history and a memory of its own, so that two of them, or the server's page in the same
 * tab, do not meet.
 * @param stated what the element's attributes say; what they do not may stand in the address of the page around
 */
export function openEmbeddedPage(stated: Session): Page {
  const tab = browserStorages();
  const own = memoryStorage();
  const storages = { ...tab, session: own, tab: tab.session };
  const memory = createMemory(storages);
  const { appId, organizationId, uiLocales } = sessionIn(location.search, document.referrer);
  const session: Session = {
    appId: stated.appId ?? appId,
    organizationId: stated.organizationId ?? organizationId,
    uiLocales: stated.uiLocales === undefined ? uiLocales : languageTags(stated.uiLocales).join(' '),
  };
  memory.rememberSession(session);
  const leave = (url: string, how: 'assign' | 'replace') => {
    // A provider answers at the server's page, in this tab, which goes on from here.
    for (const key of own.keys()) tab.session.set(key, own.get(key) ?? '');
    location[how](absoluteUrl(url, location));
  };
  return { navigation: memoryNavigation({ origin: location.origin, leave }), storages, memory, session };
}
