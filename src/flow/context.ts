import type { Settings } from '../client/schemas/settings.ts';
import type { Client } from '../client/request.ts';
import type { Clock } from '../platform/clock.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import type { Navigation } from '../platform/navigation.ts';
import type { Memory } from './memory.ts';
import type { Notice } from './state.ts';
import type { Step } from './steps.ts';

/** Everything a command may use. */
export interface Context {
  readonly client: Client;
  readonly settings: Settings;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly navigation: Pick<Navigation, 'origin' | 'current'>;
  readonly native: NativeBridge | undefined;
  /** A value nobody can guess, for the `state` of a redirect. */
  readonly randomToken: () => string;
  /** Where the flow stands while the command runs. */
  readonly step: Step;
  /** Fires when the person goes back or the page goes away. Goes into every request. */
  readonly signal: AbortSignal;
}

/** Leave this page. `final`: back to the app, the host page is asked first. */
export interface Leave {
  readonly leave: string;
  readonly how: 'assign' | 'replace';
  readonly final?: true;
}

/** Go to a step. `replace`: the present one does not stay in the history. */
export interface Go {
  readonly go: Step;
  readonly replace?: boolean;
  readonly notice?: Notice;
}

/** Stay where we are; something else goes on outside the page. */
export type Next = Go | Leave | 'stay';

/** What a person wants done. Plain work: a refusal is thrown, never handled here. */
export interface Command<Input> {
  /** Starts a way of signing in, so the terms come first where the tenant wants them agreed to. */
  readonly needsAgreement?: true;
  /** What the command is about, so that only the pressed button shows it busy. */
  readonly target?: (input: Input) => string | undefined;
  readonly run: (context: Context, input: Input) => Promise<Next>;
}
