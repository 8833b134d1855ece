import { companies } from '../experience/companies.ts';
import type { PresetName } from '../experience/presets.ts';
import { choosePreset, type QaRequest } from './qa-request.ts';

/** A walk through the page from its beginning: the settings it needs, and where it starts. */
export interface Journey {
  readonly title: string;
  /** Who to be, and what to look for. */
  readonly hint: string;
  /** In order; where the last one answers with a link, that is the start. */
  readonly requests: readonly QaRequest[];
  /** The start, when no request makes it. */
  readonly start?: string;
}

export interface JourneyGroup {
  readonly title: string;
  readonly journeys: readonly Journey[];
}

/** Begins at the demo app, which asks for a sign-in at once. */
const ask =
  (preset: PresetName, parameters: Readonly<Record<string, string>>) =>
  (title: string, hint: string): Journey => ({
    title,
    hint,
    requests: [choosePreset(preset)],
    start: `/demo-app?${new URLSearchParams({ prompt: 'login', ...parameters }).toString()}`,
  });

const register = (preset: PresetName) => ask(preset, { first_screen: 'register' });
const signIn = (preset: PresetName) => ask(preset, { first_screen: 'sign_in' });
const recover = (preset: PresetName) => ask(preset, { first_screen: 'reset_password' });

/** Begins in a mailbox. */
const magicLink =
  (token: Readonly<Record<string, unknown>>, preset: PresetName = 'default') =>
  (title: string, hint: string): Journey => ({
    title,
    hint,
    requests: [choosePreset(preset), { method: 'POST', path: '/qa/one-time-tokens', body: token }],
  });

const alice = 'alice@example.com';

const registering: JourneyGroup = {
  title: 'Create an account',
  journeys: [
    register('default')('With a code', 'Any new address; its code is in the inbox.'),
    register('username-only')('With a username', 'A username and a password.'),
    register('password-needed')('With a code and a password', 'A new address, then a password typed twice.'),
    register('strict-profile')('With everything', 'A username, a password, then an address of either kind.'),
    register('profile-fields')('With fields of the tenant', 'A new address, then fields of every type and a picture.'),
    register('password-policy')('With a picky password', 'Ten characters, three kinds, no "acme".'),
    register('default')('That exists already', `${alice}: offers to sign in instead.`),
    signIn('default')('While signing in', 'A new address: offers to create the account.'),
    register('registration-terms')('Terms first', 'Cannot be skipped, whatever the way in.'),
    register('captcha')('Captcha first', 'See below for how it behaves.'),
    register('email-blocklist')('With a blocked e-mail', 'Anything @blocked.example.'),
    register('email-quota')('When no e-mails are left', 'Addresses get no code; phones do.'),
  ],
};

const recovering: JourneyGroup = {
  title: 'Win a password back',
  journeys: [
    recover('recovery')('By a code', `${alice}, or the phone number +86 138 0000 0001.`),
    recover('recovery-by-email')('By e-mail only', alice),
    signIn('password-expires')('Too old a password', '"expired" signs in and has to choose a new one.'),
    magicLink({ email: alice, interactionEvent: 'ForgotPassword' }, 'recovery')('By a magic link', 'Leads to a new password.'),
  ],
};

const social: JourneyGroup = {
  title: 'Come from somewhere else',
  journeys: [
    ask('default', { direct_sign_in: 'social:dingtalk' })('First time from DingTalk', 'As "Newcomer": a new account.'),
    ask('default', { direct_sign_in: 'social:alipay' })('Related account', 'As "Lin": shares the phone number of Alice.'),
    ask('account-linking', { direct_sign_in: 'social:dingtalk' })(
      'Linked without asking',
      'As "María": shares an e-mail address.',
    ),
    ask('email-needed', { direct_sign_in: 'social:alipay' })(
      'Something is missing',
      'As "Newcomer": an e-mail address is asked for.',
    ),
    signIn('google-one-tap')('Google One Tap', 'Offers itself on the first screen.'),
    {
      title: 'One Tap at another site',
      hint: 'Comes with the credential of "Lin".',
      requests: [choosePreset('google-one-tap'), { method: 'POST', path: '/qa/google-credentials', body: { person: 'lin' } }],
    },
  ],
};

const magic: JourneyGroup = {
  title: 'Follow a magic link',
  journeys: [
    magicLink({ email: alice })('Somebody known', 'Signs Alice in, or asks whoever is signed in already.'),
    magicLink({ email: 'invited@example.com' })('Somebody new', 'Creates the account.'),
    magicLink({ email: alice, status: 'expired' })('Expired', 'Says so, and leads on.'),
    magicLink({ email: alice, status: 'consumed' })('Used up', 'Says so, and leads on.'),
  ],
};

const company = (standInOrigin: string): JourneyGroup => ({
  title: 'Sign in at a company',
  journeys: [
    signIn('single-sign-on')('By the e-mail address', 'Anything @acme.example; the password field goes.'),
    signIn('single-sign-on')('Two companies', 'Anything @shared.example: choose one.'),
    signIn('single-sign-on-only')('Nothing else', 'No form, no other buttons.'),
    signIn('single-sign-on-broken')('Out of reach', 'Anything @acme.example: its provider does not answer.'),
    ...Object.values(companies).map(({ name, host }) => ({
      title: `From the portal of ${name}`,
      hint: 'Started by the company, not by the app.',
      requests: [choosePreset('single-sign-on')],
      start: `${standInOrigin}/${host}/portal`,
    })),
  ],
});

/** @param standInOrigin where companies are met */
export const journeyGroups = (standInOrigin: string): readonly JourneyGroup[] => [
  registering,
  recovering,
  social,
  magic,
  company(standInOrigin),
];
