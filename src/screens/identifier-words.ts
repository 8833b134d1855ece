import type { Identifier } from '../flow/index.ts';

/** An identifier as people write it: phone numbers with a plus. */
export const writtenIdentifier = ({ type, value }: Identifier): string => (type === 'phone' ? `+${value}` : value);
