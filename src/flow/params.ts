import type { Location } from '../platform/ports.ts';
import { languageTags } from '../shared/language-tag.ts';
import type { Params } from './steps/step.ts';

/**
 * Decodes values that are still percent-encoded, because apps and gateways encode twice. Only for values without percent signs of their
 * own; an absolute URL and text that cannot be decoded are returned unchanged.
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

/** Reads an identifier. E-mail addresses have no spaces, so a space was a plus; so was a space before a phone number. */
function readHint(spaced: string, literal: string): string {
  // A percent sign may belong to the identifier, unless the code of a character that encoders escape follows.
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
 * How each parameter is read. All are form-decoded once; `literal` is the value with its pluses kept, for senders that do not encode
 * spaces as pluses. Parameters that are not listed belong to a provider and are not decoded further.
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
  // Base64 has pluses; none of these values has spaces.
  code: asIs,
  authCode: asIs,
  auth_code: asIs,
  state: asIs,
  credential: asIs,
  SAMLResponse: asIs,
};

/** The parameters of query and fragment; the first of several equal names counts. Never throws. */
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
