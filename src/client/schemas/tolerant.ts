import * as z from 'zod/mini';
import { issuesOf, parse, type Report } from '../guard.ts';

/**
 * Small readers around schemas for data that must not fail as a whole: what is absent takes its default, what is malformed is
 * left out and reported, and the rest is used. A rule without `or` is needed: what it belongs to is left out with it.
 */
export type Read<Value> = (value: unknown, where: string, report: Report) => Value;
/** A reader, or a schema for what needs no more. */
export type Rule<Value> = Read<Value> | z.ZodMiniType<Value>;
type Rules = Readonly<Record<string, Rule<unknown>>>;
type Out<R> = R extends Read<infer Value> ? Value : R extends z.ZodMiniType ? z.output<R> : never;

/** The values read by each rule; what may be `undefined` is an optional field. */
export type Fields<R extends Rules> = {
  readonly [K in keyof R as undefined extends Out<R[K]> ? never : K]: Out<R[K]>;
} & {
  readonly [K in keyof R as undefined extends Out<R[K]> ? K : never]?: Exclude<Out<R[K]>, undefined>;
};

const object = z.looseObject({});
const array = z.array(z.unknown());

function apply<Value>(rule: Rule<Value>, value: unknown, where: string, report: Report): Value {
  return typeof rule === 'function' ? rule(value, where, report) : parse(rule, value, where);
}

/** As the rule says, or the fallback, reported. */
function attempt<Value, Fallback>(rule: Rule<Value>, fallback: Fallback): Read<Value | Fallback> {
  return (value, where, report) => {
    try {
      return apply(rule, value, where, report);
    } catch (error) {
      report({ where, issues: issuesOf(error) });
      return fallback;
    }
  };
}

/** A value that may be absent (`undefined`, `null`) or malformed: then it is the fallback. */
export function or<Value>(rule: Rule<Value>, fallback: NoInfer<Value>): Read<Value>;
export function or<Value, Fallback extends null | undefined>(rule: Rule<Value>, fallback: Fallback): Read<Value | Fallback>;
export function or<Value>(rule: Rule<Value>, fallback: Value): Read<Value> {
  const read = attempt(rule, fallback);
  return (value, where, report) => (value === undefined || value === null ? fallback : read(value, where, report));
}

/** A list without its malformed members, in the server's order. */
export function list<Value>(rule: Rule<Value>): Read<readonly Value[]> {
  const member = attempt(rule, undefined);
  return (value, where, report) =>
    parse(array, value, where).flatMap((it, index) => member(it, `${where}.${index}`, report) ?? []);
}

/** A dictionary without its malformed entries. */
export function dictionary<Value>(rule: Rule<Value>): Read<Readonly<Record<string, Value>>> {
  const member = attempt(rule, undefined);
  return (value, where, report) => {
    const result: Record<string, Value> = {};
    for (const [key, it] of Object.entries(parse(object, value, where))) {
      const read = member(it, `${where}.${key}`, report);
      if (read !== undefined) result[key] = read;
    }
    return result;
  };
}

/** An object, field by field. Unknown fields are ignored. */
export function fields<const R extends Rules>(rules: R): Read<Fields<R>> {
  return (value, where, report) => {
    const source = parse(object, value, where);
    const result: Record<string, unknown> = {};
    for (const [key, rule] of Object.entries(rules)) {
      const read = apply(rule, source[key], where ? `${where}.${key}` : key, report);
      if (read !== undefined) result[key] = read;
    }
    return result as Fields<R>;
  };
}

/** An object of optional settings: when it is absent or malformed, all of them take their defaults. */
export function group<const R extends Rules>(rules: R): Read<Fields<R>> {
  const read = fields(rules);
  const source = or(object, {});
  return (value, where, report) => read(source(value, where, report), where, report);
}
