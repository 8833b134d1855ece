import { msg } from './words.ts';

/** All that can be said when nothing more can be fetched. On the first screen, unlike the words of other problems. */
export const offlineText = (): string =>
  msg('You seem to be offline, or the service cannot be reached. Check your connection and try again.', {
    id: 'sie.problem.network',
  });
