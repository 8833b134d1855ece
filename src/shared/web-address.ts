/**
 * The one place that makes URLs of untrusted text. The text is parsed as browsers parse it (https://url.spec.whatwg.org, the same
 * algorithm that a link or a redirect goes through), every test is made on the parsed value, and callers use that value (or its
 * `href`) and never the text: `https:evil.example`, ` https://evil.example` and `ht\ntps:\\evil.example` are all the same address.
 */

/** Any absolute URL. Relative text is none, because what it means would depend on the page. */
export function parseUrl(text: unknown): URL | undefined {
  try {
    // Not URL.parse or URL.canParse, which are younger than the browsers we support.
    return typeof text === 'string' ? new URL(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A URL that passes a test. */
const parseWhere =
  (test: (url: URL, text: string) => boolean) =>
  (text: unknown): URL | undefined => {
    const url = parseUrl(text);
    return url && test(url, text as string) ? url : undefined;
  };

/**
 * User names in a URL make one host look like another (https://url.spec.whatwg.org/#security-considerations), and an address without
 * slashes can bypass checks of the text.
 */
const isWeb = ({ protocol, username, password }: URL, text: string): boolean =>
  /^https?:/.test(protocol) && !(username || password) && /^\s*https?:\/\/[^/\\]/i.test(text);

/** An http or https URL without credentials, written with its slashes. It has a host, or it would not parse. */
export const parseWebUrl = parseWhere(isWeb);

/** As {@link parseWebUrl}, or an image inside a `data:` URL. Scripts in such an image do not run where it is shown as `<img>`. */
export const parseImageUrl = parseWhere((url, text) => isWeb(url, text) || /^data:image\//i.test(url.href));

/** What a text link may lead to. */
export const parseLinkUrl = parseWhere((url, text) => isWeb(url, text) || /^(mailto|tel):/.test(url.protocol));

/**
 * A path of the page's own origin as an absolute URL; what is absolute stays as it is. A `<base href>` of the document,
 * which its author controls, is ignored (https://html.spec.whatwg.org/multipage/urls-and-fetching.html#document-base-url).
 *
 * @param location of the page. A document without an origin of its own (`about:srcdoc` in a sandbox) says `null`: paths stay paths
 */
export function absoluteUrl(url: string, location: { readonly origin: string } | undefined): string {
  const isPath = url.startsWith('/') && !/^\/[/\\]/.test(url);
  return isPath && location && location.origin !== 'null' ? location.origin + url : url;
}
