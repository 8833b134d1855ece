/** Whether the specs run on a real Logto server instead of the embedded one; see `logto-setup.ts`. */
export const isLogto = Boolean(process.env['LOGTO_ENDPOINT']);

/** Thrown by what a real server cannot do. The stage takes it as the reason to skip the scene. */
export class OnlyEmbedded extends Error {
  override readonly name = 'OnlyEmbedded';
}

/** Why scenes are for the embedded server alone, as the report says it. */
export const needs = {
  clock: 'needs a server whose clock can be moved',
  companies: 'needs the stand-ins for the identity providers of companies',
  decoys: 'needs connectors, captchas or distorted settings that only the embedded server has',
  faults: 'needs a server that fails on purpose',
  language: 'needs a server that has no list of the languages there are',
  magicLinks: 'needs magic links made for the scene',
  outbox: 'needs the record of every message that was sent',
  pagePolicy: 'needs a server started with another Content-Security-Policy',
  plainPage: 'needs a server started without settings in the page',
  preview: 'needs a page of its own on the server, around the preview',
  profileFields: 'needs profile fields made for the scene',
  refusedNumber: 'needs a provider of text messages that refuses a number',
  shell: 'needs the app with the native SDK, which the demo server plays',
  standIns: 'needs the stand-ins for DingTalk and Alipay',
} as const;

/**
 * Ends the scene here on a real server: reported as skipped, for this reason.
 * @throws OnlyEmbedded on a real server
 */
export function onlyEmbedded(reason: string): void {
  if (isLogto) throw new OnlyEmbedded(reason);
}
