import type { IdentifierType } from '../../shared/identifier.ts';

export { type IdentifierType, identifierTypes } from '../../shared/identifier.ts';

/** An identifier as the server wants it; the value of a phone is digits with the country code, without a plus. */
export interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
}

/** An identifier that a code can be sent to. */
export interface CodeIdentifier extends Identifier {
  readonly type: 'email' | 'phone';
}

/** What the interaction is for. */
export const interactionEvents = ['SignIn', 'Register', 'ForgotPassword'] as const;
export type InteractionEvent = (typeof interactionEvents)[number];
