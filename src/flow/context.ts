import type { Settings } from '../client/schemas/settings.ts';
import type { Client } from '../client/request.ts';
import type { Clock, Navigation, Storages } from '../platform/ports.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import type { Memory } from './memory.ts';
import type { Agreement } from './policy/tenant.ts';
import type { FlowState, Question } from './state.ts';
import type { Notice, Problem } from './problem.ts';
import type { Action } from './action.ts';
import type { Step } from './steps/step.ts';

export type PageOption = 'native-callbacks' | 'provider-hosts';

/**
 * Failed commands that can be retried. Kept in memory only, and an action is dropped when another one starts, because it may hold a
 * password.
 */
export interface Attempts {
  /** Rejections that named a waiting time, by the command and its target. */
  readonly held: Map<string, Problem>;
  /** The last question: the action that led to it, and the action that confirming it runs. */
  question?: { readonly pressed: Action; readonly accept: Action } | undefined;
  /** The question was confirmed, but the connection failed afterwards. */
  isInterrupted?: boolean | undefined;
  /** The action whose calls the server has accepted, except for the submission. */
  unsubmitted?: Action | undefined;
  /** The error of the submission, to tell that call from the earlier ones. */
  submissionError?: unknown;
}

/** Everything that a command may use. */
export interface CommandContext {
  readonly client: Client;
  readonly settings: Settings;
  readonly memory: Memory;
  readonly storages: Storages;
  readonly clock: Clock;
  readonly navigation: Pick<Navigation, 'origin' | 'current'>;
  readonly native: NativeBridge | undefined;
  /**
   * Space-separated values that the deployer configured. `native-callbacks`: links of apps, or their schemes, that may receive a
   * provider's response. `provider-hosts`: hosts of providers that an app may send people to without a confirmation.
   */
  readonly pageOption?: ((name: PageOption) => string | null) | undefined;
  /** An unguessable value, for the `state` of a redirect. */
  readonly randomToken: () => string;
  /** Solves a captcha and returns its token; absent where the tenant has captchas turned off. */
  readonly solveCaptcha?: ((signal: AbortSignal) => Promise<string>) | undefined;
  /** The value of a cookie that is not `HttpOnly`. */
  readonly cookie?: ((name: string) => string | undefined) | undefined;
  /** Runs while no other page of this browser holds the lock of this name. Rejects without running where the browser denies locks. */
  readonly exclusively?: (<Value>(name: string, run: () => Promise<Value>) => Promise<Value>) | undefined;
  readonly attempts: Attempts;
  /** The state of the flow while the command runs. */
  readonly step: Step;
  /** Receives failures that the page does not expect. */
  readonly reportBug?: ((error: unknown) => void) | undefined;
  /** Aborted when the person goes back or the page is closed. Passed to every request. */
  readonly signal: AbortSignal;
}

/** Leave this page. `final`: back to the app; the host page may prevent it. */
export interface Leave {
  readonly leave: URL;
  readonly how: 'assign' | 'replace';
  readonly final?: true;
}

/** Go to a step. `replace`: replaces the history entry of the current step. */
export interface Go {
  readonly go: Step;
  readonly replace?: boolean;
  readonly notice?: Notice;
  /** The current step with what was typed, to be restored when the person goes back. */
  readonly from?: Step;
}

/** Stay on the step; the sign-in continues outside the page. */
export type CommandResult = Go | Leave | 'stay';

/** A question to the person, with the actions that follow. Without `decline`, declining changes nothing. */
export interface Ask {
  readonly ask: Question;
  readonly accept: Action;
  readonly decline?: Action;
}

/** How a command ended: where to go, or what to show on the current step. */
export type RunResult = CommandResult | Ask | { readonly say: Pick<FlowState, 'problem' | 'notice'> };

/** An operation of the flow. Commands throw errors and never handle them; the outcome table does. Some ask a question first. */
export interface Command<Input, Answer extends CommandResult | Ask = CommandResult> {
  /** The command starts a sign-in or creates an account, so it asks for agreement to the terms first if the tenant requires that. */
  readonly needsAgreement: Agreement | ((input: Input) => Agreement | undefined) | undefined;
  /** The single-use value in the input. Another tab or page load with the same value waits until this command has ended. */
  readonly once: ((input: Input) => string | undefined) | undefined;
  readonly run: (context: CommandContext, input: Input) => Promise<Answer>;
}
