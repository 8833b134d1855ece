import { plainText } from '../../shared/characters.ts';
import { begunText, detectType, type IdentifierType, identifierTypes } from '../../shared/identifier.ts';

/** An account name known beforehand. */
export interface InitialIdentifier {
  /** Left out when it is not known, as in a login hint. */
  readonly type?: IdentifierType | undefined;
  /** A phone number as digits with calling code, without plus. */
  readonly value: string;
}

/** What to put into a field that takes these types; undefined where it takes no such name. */
export function initialText({ type, value }: InitialIdentifier, types: readonly IdentifierType[]): string | undefined {
  const text = plainText(value);
  const likely = type ?? detectType(begunText(value), identifierTypes);
  if (!likely || !types.includes(likely)) return undefined;
  // Only a number known as one is known to bring its calling code; the button takes it off as soon as plans are there.
  return type === 'phone' ? `+${text.replace(/^\+/, '')}` : text;
}
