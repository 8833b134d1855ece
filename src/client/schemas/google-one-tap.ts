import type { Report } from '../received.ts';
import type { Settings } from './settings.ts';
import { fields, flag, or, silent, text } from './tolerant.ts';

const googleOneTap = fields({
  clientId: text,
  /** The connector that takes the credential. */
  connectorId: text,
  isEnabled: flag,
  autoSelect: flag,
  closeOnTapOutside: flag,
  itpSupport: flag,
});

/** How Google's prompt is to behave; the names are those of its own options. */
export type GoogleOneTap = ReturnType<typeof googleOneTap>;

/** Guards the settings of Google One Tap; `undefined` where it is off. The server sends them for every Google connector. */
export function readGoogleOneTap(settings: Settings, report: Report = silent): GoogleOneTap | undefined {
  const read = or(googleOneTap, undefined)(settings.googleOneTap, 'googleOneTap', report);
  return read?.isEnabled ? read : undefined;
}
