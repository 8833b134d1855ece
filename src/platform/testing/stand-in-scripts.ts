const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')!;

/**
 * Puts a stand-in before path and query of every script of somebody else, in place of its origin, until the function it gives back
 * is called. Tells `asked` each address that was set, as it was set.
 */
export function standInScripts(standIn: string, asked?: (url: string) => void): () => void {
  Object.defineProperty(HTMLScriptElement.prototype, 'src', {
    ...src,
    set(this: HTMLScriptElement, url: string) {
      const { href, origin, pathname, search } = new URL(url, location.href);
      if (origin === location.origin) return src.set?.call(this, url);
      asked?.(href);
      src.set?.call(this, `${standIn}${pathname}${search}`);
    },
  });
  return () => Object.defineProperty(HTMLScriptElement.prototype, 'src', src);
}
