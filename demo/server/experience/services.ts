import type { InteractionStore, MessageConnector, SocialConnector, SsoConnector } from '../ports.ts';
import type { Wait } from './faults.ts';
import type { ExperienceState } from './state.ts';
import type { SsoConnectorEntry } from './tenant.ts';

/** What every route may lean on. */
export interface Services {
  readonly state: ExperienceState;
  readonly interactions: InteractionStore;
  /** The tenant's social connectors, decoys included. */
  readonly socialConnectors: () => readonly SocialConnector[];
  /** The working half of an enterprise connector. */
  readonly ssoConnector: (entry: SsoConnectorEntry) => SsoConnector;
  readonly messageConnectors: () => readonly MessageConnector[];
  readonly verifyCaptcha: (token: string) => Promise<boolean>;
  readonly wait: Wait;
}
