/**
 * Schemas for data from outside: server answers, settings, storage, history, messages. zod/mini, and a few combinators for data that
 * must not fail as a whole: a malformed part takes its fallback or is left out, is reported, and the rest is used.
 */
import * as z from 'zod/mini';
import { parseImageUrl, parseWebUrl } from './web-address.ts';

// zod probes for `eval`, which a Content-Security-Policy without 'unsafe-eval' reports. Modules that make schemas import this one, so
// that this runs before the first schema is made.
z.config({ jitless: true });

export type Schema<Value> = z.ZodMiniType<Value>;
type Issue = z.core.$ZodRawIssue;

/** A part of the data that was left out because it does not fit its schema. Never holds values of the data. */
export interface Dropped {
  /** Path of the part, for example `socialConnectors.1.logo`. */
  readonly where: string;
  /** What is wrong with it, one entry for each place. */
  readonly issues: readonly string[];
}

/** Called with every dropped part. */
export type Report = (dropped: Dropped) => void;

/** Data that does not fit its schema. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  /** One entry for each place (`verificationId: string expected`). Paths and expectations, never values: they may be secrets. */
  readonly issues: readonly string[];

  constructor(issues: readonly string[]) {
    super(issues.join('; '));
    this.issues = issues;
  }
}

/** What was wrong with data whose guard threw. */
export function issuesOf(error: unknown): readonly string[] {
  if (error instanceof SchemaError) return error.issues;
  // The message of a SyntaxError quotes the invalid JSON, which may contain secrets.
  return [error instanceof SyntaxError ? 'not JSON' : String(error)];
}

interface ParseOptions {
  /** Path of the value, for messages. */
  readonly where?: string | undefined;
  readonly report?: Report | undefined;
}

/**
 * The value as the schema has it.
 * @throws SchemaError
 */
export function parse<Value>(schema: Schema<Value>, input: unknown, { where = '', report }: ParseOptions = {}): Value {
  const { value, issues } = run(schema, input);
  for (const issue of issues) {
    const inner = droppedIssues(issue);
    const path = pathOf([where, ...(issue.path ?? [])]);
    if (inner) report?.({ where: path, issues: inner.map((it) => describeIssue(it, path)) });
  }
  const failed = issues.filter((issue) => !droppedIssues(issue));
  if (failed.length > 0) throw new SchemaError(failed.map((issue) => describeIssue(issue, where)));
  return value;
}

/** As {@link parse}, undefined where the value does not fit. */
export function parseOr<Value>(schema: Schema<Value>, input: unknown): Value | undefined {
  try {
    return parse(schema, input);
  } catch {
    return undefined;
  }
}

/** The value of a JSON text as the schema has it; undefined where there is no text, or it is not JSON or does not fit. */
export function parseJson<Value>(schema: Schema<Value>, json: string | undefined): Value | undefined {
  try {
    return parse(schema, JSON.parse(json ?? ''));
  } catch {
    return undefined;
  }
}

/** What `safeParse` does, with the value beside the issues: dropped parts are issues that do not stop the parse. */
function run<Value>(schema: Schema<Value>, input: unknown): z.core.ParsePayload<Value> {
  return schema._zod.run({ value: input, issues: [] }, { async: false }) as z.core.ParsePayload<Value>;
}

/** What was wrong with a dropped part; undefined for an issue of any other kind. */
function droppedIssues(issue: Issue): readonly Issue[] | undefined {
  return issue.code === 'custom' ? (issue.params?.['dropped'] as readonly Issue[] | undefined) : undefined;
}

const pathOf = (parts: readonly PropertyKey[]): string => parts.filter((part) => part !== '').join('.');

function describeIssue(issue: Issue, where: string): string {
  const path = pathOf([where, ...(issue.path ?? [])]);
  return path ? `${path}: ${describeProblem(issue)}` : describeProblem(issue);
}

function describeProblem(issue: Issue): string {
  if (issue.code === 'invalid_type') return `${issue.expected} expected`;
  if (issue.code === 'invalid_value') return `${issue.values.join(' | ')} expected`;
  const expected = issue.code === 'custom' ? (issue.params?.['expected'] as string | undefined) : undefined;
  return expected ? `${expected} expected` : issue.code;
}

/** A schema from a function that converts the input, or returns undefined if it does not fit. */
export const parsed = <Value>(what: string, read: (input: unknown) => Value | undefined): Schema<Value> =>
  z.transform((input, context) => {
    const value = read(input);
    if (value === undefined) context.issues.push({ code: 'custom', params: { expected: what }, input });
    return value as Value;
  });

/** A text that passes a test. */
export const textThat = (what: string, test: (text: string) => boolean): Schema<string> =>
  z.string().check(({ value, issues }) => {
    if (!test(value)) issues.push({ code: 'custom', params: { expected: what }, input: value });
  });

/** A text that is not empty. */
export const text = textThat('text', Boolean);

/** A finite number. */
export const number = parsed('number', (input) => (Number.isFinite(input) ? (input as number) : undefined));

export const natural = parsed('natural number', (input) =>
  typeof input === 'number' && Number.isInteger(input) && input >= 0 ? input : undefined,
);

/** An absolute http or https URL, as it was parsed: the only ones that data from outside may make the page link to or load. */
export const webUrl = parsed('web URL', (input) => parseWebUrl(input)?.href);

/** As {@link webUrl}, or an image inside a `data:` URL. */
export const imageUrl = parsed('image URL', (input) => parseImageUrl(input)?.href);

/** Any object except an array, unchanged. */
export const anyRecord = parsed('object', (input) => (isRecord(input) ? input : undefined));

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value by the schema; where it does not fit, the fallback, and a dropped part. */
function orDrop<Value, Fallback>(schema: Schema<Value>, fallback: Fallback): Schema<Value | Fallback> {
  return z.transform((input, context) => {
    const { value, issues } = run(schema, input);
    const failed = issues.filter((issue) => !droppedIssues(issue));
    context.issues.push(
      ...(failed.length > 0 ? [{ code: 'custom' as const, params: { dropped: failed }, continue: true, input }] : issues),
    );
    return failed.length > 0 ? fallback : value;
  });
}

/** A value that may be absent (`undefined`, `null`) or malformed: then it is the fallback. */
export function lenient<Value>(schema: Schema<Value>, fallback: NoInfer<Value>): Schema<Value>;
export function lenient<Value, Fallback extends null | undefined>(
  schema: Schema<Value>,
  fallback: Fallback,
): Schema<Value | Fallback>;
export function lenient<Value>(schema: Schema<Value>, fallback: Value): Schema<Value> {
  const read = orDrop(schema, fallback);
  return z.transform((input, context) => (input === undefined || input === null ? fallback : pass(read, input, context)));
}

/** Reads by another schema inside of a transform, and keeps its issues. */
export function pass<Value>(schema: Schema<Value>, input: unknown, context: z.core.ParsePayload): Value {
  const { value, issues } = run(schema, input);
  context.issues.push(...issues);
  return value;
}

/** A field of an {@link object} that is left out where it is absent or malformed. */
export const optional = <Value>(schema: Schema<Value>) => z.exactOptional(lenient(schema, undefined) as unknown as Schema<Value>);

/** A switch that is off, or on, unless the data say otherwise. */
export const flag = lenient(z.boolean(), false);
export const on = lenient(z.boolean(), true);

/** Maximum number of dropped members reported for one list or record; a hostile list may have any number. */
const mostReports = 100;

/**
 * A list without its malformed members and those that the schema makes `undefined` of, in the order of the data.
 * @param keyOf where given, the first of several members with the same key stands for all
 */
export function listOf<Value>(member: Schema<Value | undefined>, keyOf?: (member: Value) => unknown): Schema<readonly Value[]> {
  return z.array(orDrop(member, undefined)).check((payload) => {
    const members = payload.value.filter((it) => it !== undefined);
    payload.value = keyOf ? firstByKey(members, keyOf) : members;
    payload.issues.splice(mostReports);
  }) as Schema<readonly Value[]>;
}

/** As {@link listOf}; empty where it is absent or malformed. */
export const listOrEmpty = <Value>(member: Schema<Value | undefined>, keyOf?: (member: Value) => unknown) =>
  lenient(listOf(member, keyOf), []);

function firstByKey<Value>(members: readonly Value[], keyOf: (member: Value) => unknown): Value[] {
  const all = new Map<unknown, Value>();
  for (const member of members) if (!all.has(keyOf(member))) all.set(keyOf(member), member);
  return [...all.values()];
}

/** For lists whose members are their own keys. */
export const itself = <Value>(member: Value): Value => member;

/** A dictionary without its malformed entries. */
export function recordOf<Value>(entry: Schema<Value>): Schema<Readonly<Record<string, Value>>> {
  const read = orDrop(entry, undefined);
  return z.transform((input, context) => {
    const entries = Object.entries(pass(anyRecord, input, context) ?? {}).map(([key, value]) => {
      const { value: kept, issues } = run(read, value);
      if (context.issues.length < mostReports) {
        context.issues.push(...issues.map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] })));
      }
      return [key, kept] as const;
    });
    return withoutUndefined(Object.fromEntries(entries)) as Record<string, Value>;
  });
}

type Shape = z.core.$ZodLooseShape;
export type Fields<S extends Shape> = Readonly<z.output<z.ZodMiniObject<z.core.util.Writeable<S>>>>;

/** An object, field by field, without those that are `undefined`. Unknown fields are ignored. */
export const object = <const S extends Shape>(shape: S): Schema<Fields<S>> =>
  z.object(shape).check((payload) => {
    payload.value = withoutUndefined(payload.value);
  });

/** An object whose fields are all lenient: where it is absent or malformed, all of them take their fallbacks. */
export function section<const S extends Shape>(shape: S): Schema<Fields<S>> {
  const schema = object(shape);
  return lenient<Fields<S>>(schema, parse(schema, {}));
}

const withoutUndefined = <Value extends object>(record: Value): Value =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Value;
