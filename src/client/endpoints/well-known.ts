import { isLanguageTag } from '../../shared/language-tag.ts';
import type { Guard } from '../guard.ts';
import type { Endpoint } from '../request.ts';
import { type Phrases, readPhrases } from '../schemas/phrases.ts';
import { readSettings, type Settings } from '../schemas/settings.ts';

/** Bytes: a tenant's own CSS and pictures in `data:` URLs are in there. */
const limit = 2 * 1024 * 1024;

export interface GetSettings {
  /** Client id; the app's branding is merged in. */
  readonly appId?: string | undefined;
  /** The organization's branding is merged in. */
  readonly organizationId?: string | undefined;
}

export const getSettings: Endpoint<GetSettings, Settings> = {
  method: 'GET',
  path: '/api/.well-known/sign-in-exp',
  query: ({ appId, organizationId }) => ({ appId, organizationId }),
  answer: ({ text, report }) => readSettings(JSON.parse(text), report),
  anonymous: true,
  limit,
};

export interface GetPhrases {
  /** Language tags separated by spaces, tried in order before the languages of the call. */
  readonly lng?: string | undefined;
}

/** The server answers in the language it has: `Content-Language` says which. */
const phrases: Guard<Phrases> = ({ text, headers, report }) => {
  const language = headers.get('Content-Language')?.split(',')[0]?.trim();
  if (!language || !isLanguageTag(language)) throw new Error('Content-Language: language tag expected');
  return { language, phrases: readPhrases(JSON.parse(text), report) };
};

export const getPhrases: Endpoint<GetPhrases, Phrases> = {
  method: 'GET',
  path: '/api/.well-known/phrases',
  query: ({ lng }) => ({ lng }),
  answer: phrases,
  anonymous: true,
  limit,
};
