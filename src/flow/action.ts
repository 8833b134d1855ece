import { type Identifier, identifierSchema } from '../client/schemas/identifier.ts';
import { object, optional, parseOr, text } from '../shared/schema.ts';

/**
 * Names of all commands, for `flow.do`. The commands themselves are loaded later than the flow; the compiler checks that
 * `commands.ts` has exactly these.
 */
export const commandNames = [
  'checkAccount',
  'createAccount',
  'resumeVerification',
  'submitSocialCallback',
  'followLink',
  'followResetLink',
  'goTo',
  'linkRelatedAccount',
  'linkToExistingAccount',
  'openLanding',
  'resendCode',
  'returnToApp',
  'sendCode',
  'startDirect',
  'startRecovery',
  'startSocial',
  'startSso',
  'submitCode',
  'submitIdentifier',
  'submitInteraction',
  'submitMissingIdentifier',
  'submitNewPassword',
  'submitPassword',
  'submitProfile',
  'submitRegistration',
  'submitSsoEmail',
  'useExistingAccount',
] as const;

export type CommandName = (typeof commandNames)[number];

/** A command to run later, as data: for a retry button or a confirmed question. */
export interface Action {
  readonly command: CommandName;
  readonly input: unknown;
}

const withIdentifier = object({ identifier: optional(identifierSchema) });

/** The identifier that the input of an action or a history entry holds. */
export const identifierIn = (value: unknown): { readonly identifier?: Identifier } => parseOr(withIdentifier, value) ?? {};

const withConnector = object({ connectorId: text });

/** The id of the connector that an action is about, if any. */
export const targetOf = ({ input }: Action): string | undefined => parseOr(withConnector, input)?.connectorId;
