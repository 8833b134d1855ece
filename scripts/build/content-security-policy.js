/** The strictest Content-Security-Policy under which the page works, for every deployment: for the build, the guide and the demo. */
import { integrityOf } from './integrity.js';

/** What the page's own Trusted Types policies are called: Lit's for its templates, and ours for scripts of others. */
const trustedTypesPolicies = ['lit-html', 'sign-in-experience'];

/** @typedef {'turnstile' | 'recaptcha' | 'recaptcha.net' | 'one-tap'} Feature */

/**
 * What the parts of others that a tenant can turn on need, as their makers say: Cloudflare
 * (https://developers.cloudflare.com/turnstile/reference/content-security-policy/), Google
 * (https://cloud.google.com/recaptcha/docs/troubleshoot-recaptcha-issues, https://developers.google.com/identity/gsi/web/guides/get-google-api-clientid).
 * @type {Readonly<Record<Feature, Readonly<Record<string, readonly string[]>>>>}
 */
export const features = {
  turnstile: {
    'script-src': ['https://challenges.cloudflare.com'],
    'frame-src': ['https://challenges.cloudflare.com'],
  },
  recaptcha: {
    'script-src': ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
    'frame-src': ['https://www.google.com/recaptcha/'],
    'connect-src': ['https://www.google.com/recaptcha/'],
  },
  'recaptcha.net': {
    'script-src': ['https://recaptcha.net/recaptcha/', 'https://www.gstatic.cn/recaptcha/'],
    'frame-src': ['https://recaptcha.net/recaptcha/'],
    'connect-src': ['https://recaptcha.net/recaptcha/'],
  },
  'one-tap': {
    'script-src': ['https://accounts.google.com/gsi/client'],
    'style-src': ['https://accounts.google.com/gsi/style'],
    'frame-src': ['https://accounts.google.com/gsi/'],
    'connect-src': ['https://accounts.google.com/gsi/'],
    // Google's script posts the credential to /callback/… of the page's origin.
    'form-action': ["'self'"],
  },
};

/** Types of script elements that are data to the browser: a policy does not look at them. */
const isData = (/** @type {string} */ attributes) => {
  const [, type = ''] = /\stype="?([^\s">]*)/i.exec(attributes) ?? [];
  return !/^(|module|importmap|speculationrules|(text|application)\/(java|ecma)script)$/i.test(type);
};

/**
 * Sources that allow the inline scripts, import map included, or inline styles of a document, and nothing else.
 * @param {string} html
 * @param {'script' | 'style'} element
 * @returns {string[]} such as `'sha256-…'`
 */
export function inlineSources(html, element) {
  const elements = new RegExp(`<${element}\\b((?:[^>"]|"[^"]*")*)>([\\s\\S]*?)</${element}\\b[^>]*>`, 'gi');
  return [...html.matchAll(elements)]
    .filter(([, attributes = '', text]) => text !== '' && !/\ssrc=/i.test(attributes))
    .filter(([, attributes = '']) => element === 'style' || !isData(attributes))
    .map(([, , text = '']) => `'${integrityOf(text.replaceAll('\r\n', '\n'))}'`);
}

/**
 * @typedef {object} PolicyOptions
 * @property {readonly string[]} [scripts] sources for the inline scripts, see `inlineSources`
 * @property {readonly string[]} [styles] sources for the tenant's custom CSS: a hash, or `'nonce-…'`, which goes onto the element, too
 * @property {readonly Feature[]} [features] what the tenant has turned on
 * @property {readonly string[]} [preview] for answers to addresses with `preview=true` alone: origins of the console, which frames the
 *   page there and posts custom CSS that nobody has saved, so that no hash is known. Nobody signs in there.
 * @property {boolean} [trustedTypes] whether texts are refused where scripts could come of them. The makers of the parts of others do
 *   not promise that theirs work so. By default where there are none of these.
 * @property {boolean} [https] whether the page is served by https, as it is outside of a developer's machine. By default it is.
 * @property {Readonly<Record<string, readonly string[]>>} [extra] further sources, by directive
 */

/**
 * @param {PolicyOptions} [options]
 * @returns {Readonly<Record<string, readonly string[]>>} sources by directive
 */
export function policyDirectives(options = {}) {
  const { scripts = [], styles = [], features: on = [], preview = [], extra = {} } = options;
  const { trustedTypes = on.length === 0, https = true } = options;
  /** @type {(directive: string, ...own: string[]) => string[]} */
  const sources = (directive, ...own) => {
    const others = on.flatMap((feature) => features[feature][directive] ?? []);
    const all = [...new Set([...own, ...others, ...(extra[directive] ?? [])])];
    return all.length > 0 ? all : ["'none'"];
  };
  return {
    'default-src': ["'none'"],
    'script-src': sources('script-src', "'self'", ...scripts),
    'style-src': sources('style-src', ...(preview.length > 0 ? ["'unsafe-inline'"] : styles)),
    // Tenants keep their logos anywhere; `data:` is the empty icon.
    'img-src': sources('img-src', "'self'", 'https:', 'data:'),
    'font-src': sources('font-src'),
    'connect-src': sources('connect-src', "'self'"),
    'frame-src': sources('frame-src'),
    // It would fall back to script-src, which allows more.
    'worker-src': ["'none'"],
    // No form of ours leaves by itself: the page sends what it holds by fetch.
    'form-action': sources('form-action'),
    'base-uri': ["'none'"],
    'frame-ancestors': sources('frame-ancestors', ...preview),
    ...(trustedTypes && {
      'require-trusted-types-for': ["'script'"],
      'trusted-types': sources('trusted-types', ...trustedTypesPolicies),
    }),
    ...(https && { 'upgrade-insecure-requests': [] }),
  };
}

/**
 * @param {PolicyOptions} [options]
 * @returns {string} value of the header `Content-Security-Policy`
 */
export function contentSecurityPolicy(options) {
  return Object.entries(policyDirectives(options))
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
