import { absoluteUrl } from '../shared/absolute-url.ts';
import type { Navigation } from './navigation.ts';

/**
 * The browser's own history. Addresses are made absolute, since the browser would take a path relative to a `<base href>` of the
 * document.
 */
export function browserNavigation(view: Window = window): Navigation {
  const absolute = (url: string) => absoluteUrl(url, view.location);
  return {
    origin: view.location.origin,
    referrer: view.document.referrer,
    current: () => ({
      path: view.location.pathname,
      search: view.location.search,
      hash: view.location.hash,
      state: view.history.state as unknown,
    }),
    push: (url, state) => view.history.pushState(state, '', absolute(url)),
    replace: (url, state) => view.history.replaceState(state, '', absolute(url)),
    back: () => view.history.back(),
    leave: (url, how) => view.location[how](absolute(url)),
    onMove(listener) {
      view.addEventListener('popstate', listener);
      return () => view.removeEventListener('popstate', listener);
    },
  };
}
