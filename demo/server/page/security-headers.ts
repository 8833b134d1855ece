import { contentSecurityPolicy as strictPolicy, inlineSources } from '../../../scripts/build/content-security-policy.js';
import { integrityOf } from '../../../scripts/build/integrity.js';

/**
 * - `logto`: as strict as the real server's policy for the page's own parts; instead of third-party hosts it names the stand-ins
 *   for them.
 * - `development`: also lets a development server talk to the page for hot reload.
 * - `strict`: the strictest one that the page works under, as the guide to hosting shows it.
 */
export type PolicyKind = 'logto' | 'development' | 'strict';

interface Needs {
  /** Whose scripts and frames the page may load. */
  readonly thirdParty: string | undefined;
  /** The tenant's sheet. */
  readonly customCss: string | undefined;
  readonly isPreview: boolean;
}

/** In place of what the guide adds for captchas and One Tap. Google's script posts its answer to the page's own origin. */
const standIns = (origin: string) => ({
  'script-src': [origin],
  'frame-src': [origin],
  'form-action': ["'self'"],
  'trusted-types': ['demo-stand-ins'],
});

/**
 * What the guide tells to send, for this document. Differs in what is the demo's own: the stand-ins on another port, the pages
 * that stand for the console and for an app's web view and frame this one, and plain HTTP. Trusted Types are required with the stand-ins, too.
 */
const strict = (index: string, { thirdParty, customCss, isPreview }: Needs): string =>
  strictPolicy({
    scripts: inlineSources(index, 'script'),
    styles: [...inlineSources(index, 'style'), ...(customCss ? [`'${integrityOf(customCss)}'`] : [])],
    preview: isPreview ? ["'self'"] : [],
    https: false,
    extra: { 'frame-ancestors': ["'self'"], ...(thirdParty === undefined ? {} : standIns(thirdParty)) },
  });

const lax = (kind: PolicyKind, { thirdParty }: Needs): string => {
  const others = thirdParty === undefined ? [] : [thirdParty];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", "'unsafe-inline'", ...others],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'https:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(kind === 'development' ? ['ws:'] : [])],
    'frame-src': ["'self'", 'https:', ...others],
    'frame-ancestors': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
};

/** The Content-Security-Policy for a document of the page. */
export const contentSecurityPolicy = (kind: PolicyKind, index: string, needs: Needs): string =>
  kind === 'strict' ? strict(index, needs) : lax(kind, needs);

/** The page's other security headers. HSTS is left out: the demo speaks plain HTTP on localhost. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
};
