import { createMemory, type Memory, type Session, sessionIn } from '../flow/memory.ts';
import { browserStorages } from '../platform/browser.ts';
import { memoryNavigation, memoryStorage } from '../platform/in-memory.ts';
import type { Navigation, Storages } from '../platform/ports.ts';
import { languageTags } from '../shared/language-tag.ts';
import { absoluteUrl } from '../shared/web-address.ts';

/** Navigation and memory of the page. */
export interface Page {
  readonly navigation: Navigation;
  readonly storages: Storages;
  readonly memory: Memory;
  readonly session: Session;
}

/**
 * Navigation and memory of an element that is embedded in another page. They are its own, so that two elements, or an element and the
 * server's page in the same tab, do not share state.
 * @param stated session of the element's attributes; what is missing there is read from the address of the embedding page
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
    // The provider redirects to the server's page in this tab, which continues with this state.
    for (const key of own.keys()) tab.session.set(key, own.get(key) ?? '');
    location[how](absoluteUrl(url, location));
  };
  return { navigation: memoryNavigation({ origin: location.origin, leave }), storages, memory, session };
}
