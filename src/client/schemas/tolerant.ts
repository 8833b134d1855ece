import { issuesOf, Misfit } from '../misfit.ts';
import type { Report } from '../received.ts';

/**
 * Readers for data that must not fail as a whole: what is absent takes its default, what is malformed is left out and reported,
 * and the rest is used. What has no `or` is needed: what it belongs to is left out with it. The guards of single calls are
 * schemas of zod/mini; these are plain functions, because the first screen waits for them (docs/decisions).
 */
export type Read<Value> = (value: unknown, where: string, report: Report) => Value;
export type Rules = Readonly<Record<string, Read<unknown>>>;
export type Out<R> = R extends Read<infer Value> ? Value : never;

/** The values read by each rule; what may be `undefined` is an optional field. */
export type Fields<R extends Rules> = {
  readonly [K in keyof R as undefined extends Out<R[K]> ? never : K]: Out<R[K]>;
} & {
  readonly [K in keyof R as undefined extends Out<R[K]> ? K : never]?: Exclude<Out<R[K]>, undefined>;
};

/** Reports nothing. */
export const silent: Report = () => undefined;

/** A value that passes a test; `what` names what was expected. */
export function value<Value>(what: string, test: (value: unknown) => value is Value): Read<Value> {
  return (it, where) => {
    if (test(it)) return it;
    throw new Misfit([where ? `${where}: ${what} expected` : `${what} expected`]);
  };
}

export const text = value('string', (it) => typeof it === 'string');
const boolean = value('boolean', (it) => typeof it === 'boolean');
export const natural = value('natural number', (it): it is number => typeof it === 'number' && Number.isInteger(it) && it >= 0);
export const object = value('object', (it): it is Readonly<Record<string, unknown>> => {
  return typeof it === 'object' && it !== null && !Array.isArray(it);
});
const array = value('array', (it): it is readonly unknown[] => Array.isArray(it));

/** A text that passes a test. */
export const textThat = (what: string, test: (text: string) => boolean): Read<string> =>
  value(what, (it): it is string => typeof it === 'string' && test(it));

/** One of some texts. */
export const oneOf = <const Member extends string>(members: readonly Member[]): Read<Member> =>
  value(members.join(' | '), (it): it is Member => members.some((member) => member === it));

/** As the rule says, or the fallback, reported. */
function attempt<Value, Fallback>(rule: Read<Value>, fallback: Fallback): Read<Value | Fallback> {
  return (value, where, report) => {
    try {
      return rule(value, where, report);
    } catch (error) {
      report({ where, issues: issuesOf(error) });
      return fallback;
    }
  };
}

/** A value that may be absent (`undefined`, `null`) or malformed: then it is the fallback. */
export function or<Value>(rule: Read<Value>, fallback: NoInfer<Value>): Read<Value>;
export function or<Value, Fallback extends null | undefined>(rule: Read<Value>, fallback: Fallback): Read<Value | Fallback>;
export function or<Value>(rule: Read<Value>, fallback: Value): Read<Value> {
  const read = attempt(rule, fallback);
  return (value, where, report) => (value === undefined || value === null ? fallback : read(value, where, report));
}

/** A list without its malformed members and those that the rule makes nothing of, in the server's order. */
export function list<Value>(rule: Read<Value | undefined>): Read<readonly Value[]> {
  const member = attempt(rule, undefined);
  return (value, where, report) =>
    array(value, where, report).flatMap((it, index) => member(it, `${where}.${index}`, report) ?? []);
}

/** A list in which the first of equal members stands for all, whatever the server repeats. */
export function distinct<Value>(
  rule: Read<readonly Value[]>,
  key: (member: Value) => unknown = (it) => it,
): Read<readonly Value[]> {
  return (value, where, report) => [
    ...rule(value, where, report)
      .reduce((all, it) => (all.has(key(it)) ? all : all.set(key(it), it)), new Map<unknown, Value>())
      .values(),
  ];
}

/** A dictionary without its malformed entries. */
export function dictionary<Value>(rule: Read<Value>): Read<Readonly<Record<string, Value>>> {
  const member = attempt(rule, undefined);
  return (value, where, report) => {
    const result: Record<string, Value> = {};
    for (const [key, it] of Object.entries(object(value, where, report))) {
      const read = member(it, `${where}.${key}`, report);
      if (read !== undefined) result[key] = read;
    }
    return result;
  };
}

/** An object, field by field. Unknown fields are ignored. */
export function fields<const R extends Rules>(rules: R): Read<Fields<R>> {
  return (value, where, report) => {
    const source = object(value, where, report);
    const result: Record<string, unknown> = {};
    for (const [key, rule] of Object.entries(rules)) {
      const read = rule(source[key], where ? `${where}.${key}` : key, report);
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

/** A switch that is off, or on, unless the server says otherwise. */
export const flag = or(boolean, false);
export const on = or(boolean, true);

export const count = (fallback: number) => or(natural, fallback);
export const some = <Value>(rule: Read<Value | undefined>) => or(list(rule), []);

/** Anything: a section that is read where it is needed, not with the first screen. */
export const unread: Read<unknown> = (value) => value;
