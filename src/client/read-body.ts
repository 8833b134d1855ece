/** Bytes of an answer, unpacked, that are read at most where its endpoint sets no other limit. */
export const LARGEST_BODY = 256 * 1024;

/**
 * Reads the body of a response as UTF-8 text, up to a limit, and lets the connection go beyond it: neither a stuck server nor
 * a small file that unpacks to gigabytes fills the memory of the tab.
 * @param limit bytes, after unpacking
 * @returns undefined when there is more
 * @throws what the stream fails with, when the connection breaks
 */
export async function readBody({ body, headers }: Response, limit: number): Promise<string | undefined> {
  const reader = body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // Of a packed body this is the packed length, which is shorter.
  let left = limit - Number(headers.get('Content-Length'));
  if (!(left < 0)) left = limit;
  while (left >= 0) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return new Blob(chunks).text();
    chunks.push(value);
    left -= value.length;
  }
  reader?.cancel().catch(() => undefined);
  return undefined;
}
