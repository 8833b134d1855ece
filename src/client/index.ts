/** The server's Experience API: typed calls, guarded answers. Needs nothing of the DOM beyond `fetch`, `URL` and `AbortSignal`. */
export * from './bootstrap.ts';
export * from './endpoints/interaction.ts';
export * from './endpoints/password.ts';
export * from './endpoints/social.ts';
export * from './endpoints/sso.ts';
export * from './endpoints/verification-code.ts';
export * from './endpoints/well-known.ts';
export * from './errors.ts';
export { nothing, shape } from './guard.ts';
export type { Dropped, Guard, Received, Report } from './received.ts';
export { lazyClient } from './lazy-client.ts';
export { acceptLanguage } from './language.ts';
export * from './request.ts';
export type { CodeIdentifier, Identifier, IdentifierType, InteractionEvent } from './schemas/identifier.ts';
export type { Phrases } from './schemas/phrases.ts';
export * from './schemas/settings.ts';
export type { Verification } from './schemas/verification.ts';
export type { Schedule } from './time-limit.ts';
