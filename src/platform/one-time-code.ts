/** Reads one-time codes from messages on the device. */
export interface OneTimeCodeReader {
  /** The code of the next message meant for this page; undefined when none comes or the person declines. */
  receive(signal: AbortSignal): Promise<string | undefined>;
}
