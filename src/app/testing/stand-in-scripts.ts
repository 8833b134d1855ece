const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')!;

/**
 * Puts a stand-in before the path of every script of somebody else, in place of its origin, until the function it gives back is
 * called.
 */
export function standInScripts(standIn: string): () => void {
  Object.defineProperty(HTMLScriptElement.prototype, 'src', {
    ...src,
    set(this: HTMLScriptElement, url: string) {
      const { origin, pathname } = new URL(url, location.href);
      src.set?.call(this, origin === location.origin ? url : `${standIn}${pathname}`);
    },
  });
  return () => Object.defineProperty(HTMLScriptElement.prototype, 'src', src);
}
