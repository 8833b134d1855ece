const pick = (alphabet: string, length: number): string => {
  const values = crypto.getRandomValues(new Uint32Array(length));

  // The bias of the modulo is far below what a demo could notice.
  return Array.from(values, (value) => alphabet.charAt(value % alphabet.length)).join('');
};

/** Lower-case letters and digits, as the server's own ids are made. 21 characters for records, 12 for users. */
export const randomId = (length = 21): string => pick('0123456789abcdefghijklmnopqrstuvwxyz', length);

/** Six digits. */
export const randomCode = (): string => pick('0123456789', 6);
