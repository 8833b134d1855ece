import type { SocialConnector } from '../ports.ts';
import { createMemorySocialConnector } from './memory-connectors.ts';
import type { Tenant } from './tenant.ts';

/** The tenant's decoys as connectors. They work, too: everybody is let in as the same stranger. */
export const decoyConnectors = (decoys: Tenant['decoyConnectors']): readonly SocialConnector[] =>
  decoys.map(({ target, name }) => createMemorySocialConnector({ id: `decoy-${target}`, target, name }));
