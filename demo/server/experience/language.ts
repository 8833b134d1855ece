import { builtInLanguages } from '@logto/phrases-experience';
import type { SignInExperience } from '@logto/schemas';

/** The tag in its canonical writing (`zh_cn` → `zh-CN`); undefined for what is no language tag. */
const canonicalize = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
};

const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

const findExact = (tag: string, supported: readonly string[]): string | undefined =>
  supported.find((candidate) => canonicalize(candidate) === tag);

const findByBase = (tag: string, supported: readonly string[]): string | undefined =>
  supported.find((candidate) => baseOf(candidate).toLowerCase() === baseOf(tag).toLowerCase());

/** The tags of an `Accept-Language` header, most wanted first. */
const parseAcceptLanguage = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((item) => item.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));

      return { tag, quality: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== '' && !Number.isNaN(quality))
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);

/** What languages a request asks for: query `locale` first, then its `Accept-Language` header. */
export const requestedLanguages = (request: Request): string[] => [
  ...new URL(request.url).searchParams.getAll('locale'),
  ...parseAcceptLanguage(request.headers.get('accept-language') ?? ''),
];

/** The first wanted language that `supported` has in exactly this form. Server messages know no relatives. */
export const chooseExactLanguage = (wanted: readonly string[], supported: readonly string[]): string | undefined => {
  for (const language of wanted) {
    const tag = canonicalize(language);
    const match = tag === undefined ? undefined : findExact(tag, supported);

    if (match !== undefined) {
      return match;
    }
  }

  return undefined;
};

/**
 * The language of the page's phrases and of messages to people: the tags asked for by name, then
 * those of the browser if the tenant detects them, then the tenant's own. For each of them an exact match wins over a
 * relative, a custom language over a built-in one when exact, and the other way round when related.
 */
export const choosePageLanguage = (options: {
  readonly named: string | undefined;
  readonly detected: readonly string[];
  readonly languageInfo: SignInExperience['languageInfo'];
  readonly customLanguages: readonly string[];
}): string => {
  const { named, detected, languageInfo, customLanguages } = options;
  const candidates = [
    ...(named?.split(/\s+/) ?? []),
    ...(languageInfo.autoDetect ? detected : []),
    languageInfo.fallbackLanguage,
  ];

  for (const candidate of candidates) {
    const tag = canonicalize(candidate);

    if (tag !== undefined) {
      const match =
        findExact(tag, customLanguages) ??
        findExact(tag, builtInLanguages) ??
        findByBase(tag, builtInLanguages) ??
        findByBase(tag, customLanguages);

      if (match !== undefined) {
        return match;
      }
    }
  }

  return 'en';
};
