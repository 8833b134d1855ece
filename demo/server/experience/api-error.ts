import phrases, { type LogtoErrorCode } from '@logto/phrases';
import { ZodError } from 'zod';

import { chooseExactLanguage } from './language.ts';

/** Languages that the server's error messages exist in. */
const messageLanguages = Object.keys(phrases);

/** The language for error messages; English when none of the wanted ones exists. */
export const chooseMessageLanguage = (wanted: readonly string[]): string => chooseExactLanguage(wanted, messageLanguages) ?? 'en';

const lookUp = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (branch, key) => (typeof branch === 'object' && branch !== null ? Reflect.get(branch, key) : undefined),
    tree,
  );

const phraseFor = (language: string, code: string): string => {
  const path = ['errors', ...code.split('.')];
  const found = lookUp(Reflect.get(phrases, language), path) ?? lookUp(phrases.en, path);

  return typeof found === 'string' ? found : code;
};

/** `{{name}}` with a known value is filled in; one without stays as it is, which the real server does too. */
const fillIn = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);

const describeIssues = ({ issues }: ZodError): string =>
  issues
    .map((issue) => {
      const explanation =
        issue.code === 'invalid_type' ? `Expected ${issue.expected} but received ${issue.received}.` : issue.message;

      return `Error in key path "${issue.path.join('.')}": (${issue.code}) ${explanation}`;
    })
    .join('\n');

export interface ApiErrorDetails {
  /** HTTP status, 400 unless told. */
  readonly status?: number;
  /** Handed to the page as `data`. */
  readonly data?: unknown;
  /** Fills the placeholders of the message. */
  readonly values?: Readonly<Record<string, string>>;
}

/** An answer of the form `{ code, message, data?, details? }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: LogtoErrorCode;
  readonly status: number;
  readonly data: unknown;
  readonly #values: Readonly<Record<string, string>>;

  constructor(code: LogtoErrorCode, { status = 400, data, values = {} }: ApiErrorDetails = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.data = data;
    this.#values = values;
  }

  /** The body in one of the languages of `@logto/phrases`. */
  toBody(language: string): Record<string, unknown> {
    return {
      code: this.code,
      data: this.data,
      details: this.data instanceof ZodError ? describeIssues(this.data) : undefined,
      message: fillIn(phraseFor(language, this.code), this.#values),
    };
  }
}
