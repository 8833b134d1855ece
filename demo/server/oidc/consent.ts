import type Provider from 'oidc-provider';
import { findStoredInteraction, finishInteraction } from './interactions.ts';

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/**
 * Grants a first-party app what it asks for, without showing the page.
 *
 * @returns where the provider goes on; undefined when no interaction waits for consent.
 */
export const grantConsent = async (provider: Provider, request: Request): Promise<string | undefined> => {
  const interaction = await findStoredInteraction(provider, request);
  const accountId = interaction?.session?.accountId;
  if (!interaction || !accountId || interaction.prompt.name !== 'consent') return undefined;

  const known = interaction.grantId ? await provider.Grant.find(interaction.grantId) : undefined;
  const grant = known ?? new provider.Grant({ accountId, clientId: String(interaction.params['client_id']) });
  const { missingOIDCScope, missingOIDCClaims } = interaction.prompt.details;
  grant.addOIDCScope(list(missingOIDCScope).join(' '));
  grant.addOIDCClaims(list(missingOIDCClaims));
  return finishInteraction(interaction, { ...interaction.lastSubmission, consent: { grantId: await grant.save() } });
};
