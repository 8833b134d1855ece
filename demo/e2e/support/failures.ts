import type { Fault } from './qa.ts';

export const unreachable = 'Check your connection';
export const unexpected = 'The answer of the sign-in service was incomplete or could not be read. Try again in a moment.';
export const broken = 'The sign-in service is not working properly at the moment. This is not your fault.';

/** Ways in which an answer can fail to be one, and what is said. */
export const failures: readonly (readonly [string, Omit<Fault, 'endpoint'>, string])[] = [
  ['cannot be reached', { offline: true }, unreachable],
  ['fails without a code', { status: 500 }, broken],
  ['answers JSON that ends too early', { malformed: true }, unexpected],
  ['answers with a code that nobody knows', { status: 400, code: 'session.brand_new_code' }, 'session.brand_new_code'],
];
