import type { Navigation } from './navigation.ts';

/** The browser's own history. */
export function browserNavigation(view: Window = window): Navigation {
  return {
    origin: view.location.origin,
    referrer: view.document.referrer,
    current: () => ({
      path: view.location.pathname,
      search: view.location.search,
      hash: view.location.hash,
      state: view.history.state as unknown,
    }),
    push: (url, state) => view.history.pushState(state, '', url),
    replace: (url, state) => view.history.replaceState(state, '', url),
    back: () => view.history.back(),
    leave: (url, how) => view.location[how](url),
    onMove(listener) {
      view.addEventListener('popstate', listener);
      return () => view.removeEventListener('popstate', listener);
    },
  };
}
