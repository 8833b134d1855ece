import type { Words } from './problem-report.ts';
import { interpolate, msg } from './words.ts';

/**
 * What goes wrong, or is over, on the way to a provider and back, by the flow's own codes. `name` is the connector's, in the
 * person's language.
 */
export const providerProblems: Readonly<Record<string, Words>> = {
  'social.cancelled': ({ name }) =>
    interpolate(msg('You cancelled at {{name}}.', { id: 'sie.problem.social_cancelled' }), {
      name,
    }),
  'browser.storage_blocked': () =>
    msg(
      'Your browser does not let this page store anything, so it could not recognize you on your return. Allow cookies and site data for this page, or leave private browsing, and try again.',
      { id: 'sie.problem.storage_blocked' },
    ),
  'callback.taken': () =>
    msg('This sign-in goes on in another window, or is finished already. Go on there, or sign in again.', {
      id: 'sie.problem.callback_taken',
    }),
  'one_time_token.taken': () =>
    msg('This link has been opened in another window already. Go on there, or ask for a new link.', {
      id: 'sie.problem.link_taken',
    }),
  'landing.invalid': () =>
    msg('This address does not lead to a way to sign in. Go back to the app and start again.', {
      id: 'sie.problem.landing_invalid',
    }),
  'landing.declined': () =>
    msg('You have not been sent there. Go back to the app and start again, or choose another way to sign in.', {
      id: 'sie.problem.landing_declined',
    }),
  'landing.done': () =>
    msg('Your sign-in has been handed to the app. Go back to the app. If it does not open, try again.', {
      id: 'sie.problem.landing_done',
    }),
};

/** Headings for those that are no failures. */
export const providerTitles: Readonly<Record<string, () => string>> = {
  'callback.taken': () => msg('Already in use', { id: 'sie.title.taken' }),
  'landing.declined': () => msg('Not continued', { id: 'sie.title.not_continued' }),
  'landing.done': () => msg('Go back to the app', { id: 'sie.title.back_to_app' }),
};
