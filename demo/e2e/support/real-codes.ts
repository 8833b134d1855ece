import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from './until.ts';

const run = promisify(exec);

/** One-time codes that a real server sent, as a command prints them. */
export interface Codes {
  /** Ignores messages that were sent before. */
  forget(): Promise<void>;
  receive(to: string): Promise<string>;
}

/**
 * @param command shell command that prints the messages sent, one a line, older ones before newer ones; the newest alone will do. A
 * line names the recipient, phone numbers as digits with the calling code, and holds the code: six digits by themselves.
 */
export function readCodes(command: string): Codes {
  const seen = new Set<string>();
  const unread = async () => (await run(command)).stdout.split('\n').filter((line) => !seen.has(line));
  const forget = async () => {
    for (const line of await unread()) seen.add(line);
  };
  return {
    forget,
    receive: (to) =>
      until(`a code for ${to}, printed by LOGTO_CODES`, async () => {
        const message = (await unread()).findLast((line) => line.includes(to));
        const code = message && /(?<!\d)\d{6}(?!\d)/.exec(message)?.[0];
        if (code) await forget();
        return code;
      }),
  };
}
