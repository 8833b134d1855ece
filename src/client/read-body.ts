/** Bytes of an answer, unpacked, that are read at most where its endpoint sets no other limit. */
export const LARGEST_BODY = 256 * 1024;

/**
 * Reads the body of a response as UTF-8 text, up to a limit, and lets the connection go beyond it: neither a stuck server nor
 * a small file that unpacks to gigabytes fills the memory of the tab.
 * @param limit bytes, after unpacking
 * @returns undefined when there is more
 * @throws what the stream fails with, when the connection breaks
 */
export async function readBody(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  // Of a packed body this is the packed length, which is shorter.
  let size = Number(response.headers.get('Content-Length')) > limit ? Infinity : 0;
  const decoder = new TextDecoder();
  let text = '';
  while (size <= limit) {
    const { value } = await reader.read();
    if (!value) return text + decoder.decode();
    size += value.length;
    text += decoder.decode(value, { stream: true });
  }
  void reader.cancel().catch(() => undefined);
  return undefined;
}
