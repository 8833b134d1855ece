/** Whether the specs run on a real Logto server instead of the embedded one; see `logto-setup.ts`. */
export const isLogto = Boolean(process.env['LOGTO_ENDPOINT']);

/** Thrown where a test needs something that a real server cannot do; `withPage` then skips the test with this message. */
export class OnlyEmbedded extends Error {
  override readonly name = 'OnlyEmbedded';
}

/** Why a test runs only on the embedded server, as the test report shows it. */
export const needs = {
  clock: 'needs a server whose clock can be moved',
  companies: 'needs a connector to a company that cannot be reached',
  decoys: 'needs connectors, captchas or distorted settings that only the embedded server has',
  emailQuota: 'needs a server that has used up its e-mails',
  faults: 'needs a server that fails on purpose',
  language: 'needs a server that has no list of the languages there are',
  outbox: 'needs the record of every message that was sent',
  pagePolicy: 'needs a server started with another Content-Security-Policy',
  plainPage: 'needs a server started without settings in the page',
  preview: 'needs a page of its own on the server, around the preview',
  refusedNumber: 'needs a provider of text messages that refuses a number',
  refusedSettings: 'needs settings that a real server refuses',
  shell: 'needs the app with the native SDK, which the demo server plays',
  standIns: 'needs the stand-ins for DingTalk and Alipay',
  storage: 'needs a server that stores avatars where the test needs them, and none where not',
} as const;

/**
 * Skips the test on a real server, with this reason.
 * @throws OnlyEmbedded on a real server
 */
export function onlyEmbedded(reason: string): void {
  if (isLogto) throw new OnlyEmbedded(reason);
}
