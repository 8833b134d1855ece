import { createHash } from 'node:crypto';

/**
 * - `logto`: as strict as the real server's policy for the page's own parts (server-contract 5); instead of
 *   third-party hosts it names the stand-ins for them.
 * - `development`: also lets a development server talk to the page for hot reload.
 * - `strict`: without 'unsafe-inline'. Inline scripts and styles that came with the document are allowed by their hashes.
 */
export type PolicyKind = 'logto' | 'development' | 'strict';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64')}'`;

const hashesOf = (index: string, element: 'script' | 'style'): string[] =>
  [...index.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, 'gi'))]
    .map(([, content = '']) => content)
    .filter((content) => content !== '')
    .map(hash);

/** The Content-Security-Policy for a document of the page, which may load scripts and frames from a third party. */
export const contentSecurityPolicy = (kind: PolicyKind, index: string, thirdParty?: string): string => {
  const others = thirdParty === undefined ? [] : [thirdParty];
  const inline = (element: 'script' | 'style') => (kind === 'strict' ? hashesOf(index, element) : ["'unsafe-inline'"]);
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...inline('script'), ...others],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", ...inline('style')],
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
