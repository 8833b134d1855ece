import type { Location } from '../platform/ports.ts';
import { languageTags } from '../shared/language-tag.ts';
import type { Params } from './steps/step.ts';

/**
 * Decodes what is still percent-encoded: apps and gateways encode twice. For values that hold no percent signs of their own; an
 * absolute URL is left as it is. Text that cannot be decoded stays.
 */
export function decodeFully(text: string, encoded = /%[\da-f]{2}/i): string {
  for (let times = 0; times < 3 && encoded.test(text) && !/^[a-z][a-z\d+.-]*:/i.test(text); times += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}

/** An identifier: no e-mail address has spaces, and a number that begins with one lost its plus. */
function readHint(spaced: string, literal: string): string {
  // A percent sign may be the person's own, unless it stands before what encoders encode.
  const encoded = /%(25)*(20|2b|40|[c-f][\da-f]%)/i;
  const text = decodeFully(literal, encoded);
  if (text.includes('@')) return text.trim().replaceAll(' ', '+');
  if (/^[+ ] *\d[\d\s+().-]*$/.test(text)) return `+${text.slice(1).replaceAll('+', ' ').trim()}`;
  return decodeFully(spaced, encoded).trim();
}

const asIs = (_: string, literal: string) => literal;
const decoded = (spaced: string) => decodeFully(spaced);
const token = (_: string, literal: string) => decodeFully(literal);

/**
 * How each parameter is read. All are decoded once, as a form encodes them; `literal` is the value with its pluses kept, which
 * senders who do not encode for forms mean. What is not named here is a provider's own and stays as it was sent.
 */
const readers: Readonly<Record<string, (spaced: string, literal: string) => string>> = {
  app_id: decoded,
  organization_id: decoded,
  ui_locales: (spaced) => languageTags(decodeFully(spaced)).join(' '),
  login_hint: readHint,
  identifier: (spaced) =>
    decodeFully(spaced)
      .toLowerCase()
      .split(/[\s,+]+/)
      .join(' ')
      .trim(),
  fallback: (spaced) => decodeFully(spaced).split('/').filter(Boolean).join('/'),
  one_time_token: token,
  redirect_to: decoded,
  native_callback: decoded,
  // Base64 has pluses, and none of these has spaces.
  code: asIs,
  authCode: asIs,
  auth_code: asIs,
  state: asIs,
  credential: asIs,
  SAMLResponse: asIs,
};

/** Query and fragment as one; the first of several equal names counts. Never throws, whatever the text. */
export function readParams({ search, hash }: Pick<Location, 'search' | 'hash'>): Params {
  const params = new Map<string, string>();
  for (const part of [search, hash.replace(/^#/, '?')]) {
    const literals = [...new URLSearchParams(part.replaceAll('+', '%2B'))];
    [...new URLSearchParams(part)].forEach(([name, value], index) => {
      const [, literal = value] = literals[index] ?? [];
      const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (!params.has(name)) params.set(name, read?.(value, literal) ?? value);
    });
  }
  return Object.fromEntries(params);
}
