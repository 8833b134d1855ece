import { findSsoConnectors as findSsoConnectorsEndpoint } from '../../client/endpoints/verification.ts';
import { ApiError } from '../../client/errors.ts';
import { readSsoConnectorIds } from '../../client/schemas/error-data.ts';
import type { Settings, SsoConnector } from '../../client/schemas/settings.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import { identifierIn } from '../action.ts';
import type { Command, CommandContext, CommandResult } from '../context.ts';
import { followUp, isArrival, restartAt, type Rule, signInAgain } from '../outcome.ts';
import { checkIdentifier } from '../policy/identifiers.ts';
import { canRegister, ssoConnectors, ssoConnectorsWith } from '../policy/tenant.ts';
import { failureCode, FlowProblem } from '../problem.ts';
import { openSso } from '../social/start.ts';
import type { Identifier } from '../steps/step.ts';

/**
 * An address that enterprise SSO covers cannot sign in otherwise: goes to the connector, or to the list if there are several.
 */
export async function redirectIfSsoRequired(context: CommandContext, identifier: Identifier): Promise<CommandResult | undefined> {
  const { type, value: email } = identifier;
  context.memory.rememberIdentifier(identifier);
  if (type !== 'email') return undefined;
  const connectors = await findSsoConnectors(context, email, context.signal).catch((error: unknown) => {
    if (keepsPeopleOut(error)) throw error;
    return [];
  });
  return chooseSsoConnector(context, connectors, email);
}

/**
 * If the lookup fails, people continue with a password (docs/decisions/0018): it accepts fewer addresses than accounts have, and the
 * server itself enforces enterprise SSO. Only lost connections and sessions are reported, because nothing else would work either.
 */
const keepsPeopleOut = (error: unknown): boolean => {
  if (error instanceof ApiError) return error.code === 'session.not_found';
  const code = failureCode(error);
  return code !== 'timeout' && code !== 'contract';
};

/** Starts enterprise SSO by e-mail address. */
export const submitSsoEmail: Command<{ readonly identifier: ReadIdentifier }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, input) {
    const identifier = checkIdentifier(input.identifier, ['email']);
    context.memory.rememberIdentifier(identifier);
    const { value: email } = identifier;
    const next = await chooseSsoConnector(context, await findSsoConnectors(context, email, context.signal), email);
    if (!next) throw new FlowProblem('sso.not_enabled');
    return next;
  },
};

/** Starts the chosen enterprise SSO connector. */
export const startSso: Command<{ readonly connectorId: string }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, { connectorId }) {
    const connector = ssoConnectors(context.settings).find(({ id }) => id === connectorId);
    if (!connector) throw new FlowProblem('connector.unknown');
    return openSso(context, connector, 'assign');
  },
};

async function chooseSsoConnector(
  context: CommandContext,
  connectors: readonly SsoConnector[],
  email: string,
): Promise<CommandResult | undefined> {
  const [only, ...more] = connectors;
  if (!only) return undefined;
  if (more.length === 0) return openSso(context, only, 'assign');
  return { go: { name: 'sso-connectors', email, connectorIds: connectors.map(({ id }) => id) } };
}

/** Caches the last lookup, which is used while typing and again on submit. Per page, like the settings. */
const answers = new WeakMap<Settings, { readonly email: string; readonly connectors: readonly SsoConnector[] }>();

/** The enterprise SSO connectors for an e-mail address. No request if the tenant has none. */
export async function findSsoConnectors(
  { client, settings }: Pick<CommandContext, 'client' | 'settings'>,
  email: string,
  signal: AbortSignal,
): Promise<readonly SsoConnector[]> {
  if (ssoConnectors(settings).length === 0) return [];
  const known = answers.get(settings);
  if (known?.email === email) return known.connectors;
  const { connectorIds } = await client.call(findSsoConnectorsEndpoint, { email }, { signal });
  const connectors = ssoConnectorsWith(settings, connectorIds);
  answers.set(settings, { email, connectors });
  return connectors;
}

/** The address must sign in with enterprise SSO. */
export const ssoRequired: Rule = ({ data, settings, action }) => {
  const connectors = ssoConnectorsWith(settings, readSsoConnectorIds(data) ?? []);
  if (connectors.length === 0) return signInAgain;
  const email = identifierIn(action.input).identifier?.value;
  return restartAt({ name: 'sso-connectors', connectorIds: connectors.map(({ id }) => id), ...(email && { email }) });
};

export const unknownSsoIdentity: Rule = (situation) =>
  isArrival(situation) && canRegister(situation.settings) ? followUp('createAccount') : signInAgain;
