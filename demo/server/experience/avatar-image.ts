/** Whether bytes stand at a place. */
const has = (bytes: Uint8Array, offset: number, expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[offset + index] === byte);

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

const uint32 = (bytes: Uint8Array, offset: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);

/** Media types of avatars, each by its first and last bytes; see the formats' own specifications. */
const kinds: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'image/jpeg': (bytes) => has(bytes, 0, [0xff, 0xd8, 0xff]) && has(bytes, bytes.length - 2, [0xff, 0xd9]),
  'image/png': (bytes) => has(bytes, 0, [0x89, ...ascii('PNG\r\n\u001A\n')]) && has(bytes, bytes.length - 8, ascii('IEND')),
  'image/gif': (bytes) => has(bytes, 0, ascii('GIF8')) && has(bytes, bytes.length - 1, [0x3b]),
  'image/webp': (bytes) => has(bytes, 0, ascii('RIFF')) && has(bytes, 8, ascii('WEBP')) && bytes.length === uint32(bytes, 4) + 8,
  'image/bmp': (bytes) => has(bytes, 0, ascii('BM')) && bytes.length >= 6 && bytes.length === uint32(bytes, 2),
};

/** What kind of picture it is, by its content and not by what it is called; undefined: none that may be an avatar. */
export const detectAvatarType = (bytes: Uint8Array): string | undefined =>
  bytes.length < 8 ? undefined : Object.keys(kinds).find((type) => kinds[type]?.(bytes) === true);
