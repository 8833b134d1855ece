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
 * What a flow knows about commands that failed and may be done again. Never stored, and actions are dropped when another begins: one
 * may hold a password.
 */
export interface Attempts {
  /** Refusals that ask to wait, by what they were about. */
  readonly held: Map<string, Problem>;
  /** The last question: what was pressed before it, and what accepting it does. */
  question?: { readonly pressed: Action; readonly accept: Action } | undefined;
  /** That question was accepted, and the connection failed then. */
  isInterrupted?: boolean | undefined;
  /** The action of which the server has accepted all but the submission. */
  unsubmitted?: Action | undefined;
  /** What the submission failed with: it tells that call apart from those before it. */
  submissionError?: unknown;
}

/** Everything a command may use. */
export interface CommandContext {
  readonly client: Client;
  readonly settings: Settings;
  readonly memory: Memory;
  readonly storages: Storages;
  readonly clock: Clock;
  readonly navigation: Pick<Navigation, 'origin' | 'current'>;
  readonly native: NativeBridge | undefined;
  /**
   * What the deployer of the page has stated, with spaces between. `native-callbacks`: links of apps, or their schemes, that a
   * provider's answer may be handed to. `provider-hosts`: hosts of providers that an app may send people to without a question.
   */
  readonly pageOption?: ((name: PageOption) => string | null) | undefined;
  /** A value nobody can guess, for the `state` of a redirect. */
  readonly randomToken: () => string;
  /** Solves a captcha and returns its token; absent where the tenant has captchas turned off. */
  readonly solveCaptcha?: ((signal: AbortSignal) => Promise<string>) | undefined;
  /** A cookie that scripts may read. */
  readonly cookie?: ((name: string) => string | undefined) | undefined;
  /** Runs while no other page of this browser runs something under the same name. Rejects without having run where the browser denies
   * locks. */
  readonly exclusively?: (<Value>(name: string, run: () => Promise<Value>) => Promise<Value>) | undefined;
  readonly attempts: Attempts;
  /** Where the flow stands while the command runs. */
  readonly step: Step;
  /** Told about failures that no part of the page explains. */
  readonly reportBug?: ((error: unknown) => void) | undefined;
  /** Fires when the person goes back or the page goes away. Goes into every request. */
  readonly signal: AbortSignal;
}

/** Leave this page. `final`: back to the app, the host page is asked first. */
export interface Leave {
  readonly leave: URL;
  readonly how: 'assign' | 'replace';
  readonly final?: true;
}

/** Go to a step. `replace`: the present one does not stay in the history. */
export interface Go {
  readonly go: Step;
  readonly replace?: boolean;
  readonly notice?: Notice;
  /** The present step as it is found again on the way back: with what was typed. */
  readonly from?: Step;
}

/** Stay where we are; something else goes on outside the page. */
export type CommandResult = Go | Leave | 'stay';

/** A decision that the person must take, and what follows. Without `decline`, declining changes nothing. */
export interface Ask {
  readonly ask: Question;
  readonly accept: Action;
  readonly decline?: Action;
}

/** How a command ended: what comes next, or what there is to say about where we are. */
export type RunResult = CommandResult | Ask | { readonly say: Pick<FlowState, 'problem' | 'notice'> };

/** What a person wants done. Plain work: a refusal is thrown, never handled here. Some ask before they go on. */
export interface Command<Input, Answer extends CommandResult | Ask = CommandResult> {
  /** Starts a way of signing in, or makes an account: the terms come first where the tenant wants them agreed to for that. */
  readonly needsAgreement: Agreement | ((input: Input) => Agreement | undefined) | undefined;
  /** What the input holds that works once. Another tab, or another load of the page, with the same waits until this has ended. */
  readonly once: ((input: Input) => string | undefined) | undefined;
  readonly run: (context: CommandContext, input: Input) => Promise<Answer>;
}
