/**
 * A path of the page's own origin as an absolute URL; what is absolute stays as it is. A `<base href>` of the document, which belongs
 * to whoever made the document, has no say in it (https://html.spec.whatwg.org/multipage/urls-and-fetching.html#document-base-url).
 *
 * @param location of the page. A document without an origin of its own (`about:srcdoc` in a sandbox) says `null`: paths stay paths
 */
export function absoluteUrl(url: string, location: { readonly origin: string } | undefined): string {
  const isPath = url.startsWith('/') && !/^\/[/\\]/.test(url);
  return isPath && location && location.origin !== 'null' ? location.origin + url : url;
}
