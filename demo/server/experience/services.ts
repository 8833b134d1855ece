import type { InteractionStore, MessageConnector, SocialConnector } from '../ports.ts';
import type { Wait } from './faults.ts';
import type { ExperienceState } from './state.ts';

/** What every route may lean on. */
export interface Services {
  readonly state: ExperienceState;
  readonly interactions: InteractionStore;
  /** The tenant's social connectors, decoys included. */
  readonly socialConnectors: () => readonly SocialConnector[];
  readonly messageConnectors: () => readonly MessageConnector[];
  readonly verifyCaptcha: (token: string) => Promise<boolean>;
  readonly wait: Wait;
}
