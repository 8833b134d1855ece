import type { Settings, SsoConnector } from '../client/schemas/settings.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import type { Navigation, OneTimeCodeReader } from '../platform/ports.ts';
import type { Action, CommandName } from './action.ts';
import type { CommandInput } from './commands.ts';
import type { CommandContext } from './context.ts';
import type { Notice } from './problem.ts';
import type { Picture, StoredAvatar } from './profile/commands.ts';
import type { SignInOptions } from './sign-in-options.ts';
import type { FlowState } from './state.ts';
import type { Step } from './steps/step.ts';

/** What every command may use, and what the flow alone does. */
export interface FlowOptions extends Omit<CommandContext, 'step' | 'signal' | 'navigation' | 'native' | 'attempts'> {
  readonly navigation: Navigation;
  readonly native?: NativeBridge | undefined;
  readonly oneTimeCode?: OneTimeCodeReader | undefined;
  /** Asked before the page leaves for the app; false: the host page takes it from here. */
  readonly mayLeave?: (url: string) => boolean;
  /**
   * Loads what shows a step; undefined when nothing has to be loaded. Address and step change only afterwards, so that the person
   * is never at an address whose inputs are not there yet. Rejecting keeps the present step.
   */
  readonly loadScreen?: (step: Step, options: SignInOptions) => Promise<unknown> | undefined;
}

/** Every command, as a function of its input. Never rejects: a refusal changes the state. */
export type Commands = { readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<void> };

/** A sign-in under way: where we are, and what can be done. */
export interface Flow {
  readonly state: FlowState;
  readonly settings: Settings;
  readonly options: SignInOptions;
  readonly do: Commands;
  subscribe(listener: (state: FlowState) => void): () => void;
  /** Goes to the step of the present address. Call once, after subscribing. Rejects with a `ChunkLoadError` when its code cannot be loaded. */
  start(): Promise<void>;
  /** Fetches the code that doing something needs, before somebody does. */
  prepare(): void;
  /** The enterprise SSO connectors that cover an e-mail address; none if the look-up fails. */
  findSsoConnectors(email: string, signal: AbortSignal): Promise<readonly SsoConnector[]>;
  /** Stores a picture for the profile. Never rejects. */
  storeAvatar(picture: Picture, signal: AbortSignal): Promise<StoredAvatar>;
  /** What was entered for the profile and not sent yet; kept until the sign-in is finished. */
  draft(): Readonly<Record<string, string>>;
  keepDraft(values: Readonly<Record<string, string>>): void;
  /** One step back, giving up what is running. */
  back(): void;
  answer(accepted: boolean): Promise<void>;
  /** Does again what failed. */
  retry(action: Action): Promise<void>;
  setAgreed(agreed: boolean): void;
  /** Removes the problem and the notice: the person is correcting the input. */
  dismiss(): void;
  /** Shows a notice that came from outside, e.g. from the app around the page. */
  notify(notice: Notice): void;
  /** The page is shown again from the browser's back/forward cache: nothing is running any more. */
  resume(): void;
  dispose(): void;
}
