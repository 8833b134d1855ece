import * as z from 'zod/mini';

/** What a person signs in with. */
export const identifierType = z.enum(['username', 'email', 'phone']);
export type IdentifierType = z.infer<typeof identifierType>;

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
export const interactionEvent = z.enum(['SignIn', 'Register', 'ForgotPassword']);
export type InteractionEvent = z.infer<typeof interactionEvent>;
