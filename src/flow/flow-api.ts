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

/** What the flow needs: the environment of the commands, and functions that only the flow itself calls. */
export interface FlowOptions extends Omit<CommandContext, 'step' | 'signal' | 'navigation' | 'native' | 'attempts'> {
  readonly navigation: Navigation;
  readonly native?: NativeBridge | undefined;
  readonly oneTimeCode?: OneTimeCodeReader | undefined;
  /** Called before the page leaves for the app; false: the host page handles the redirect. */
  readonly mayLeave?: (url: string) => boolean;
  /**
   * Loads the screen of a step; undefined when it is already loaded. Address and step change only afterwards, so that the inputs
   * of an address are there as soon as it is shown. The flow stays on the current step if it rejects.
   */
  readonly loadScreen?: (step: Step, options: SignInOptions) => Promise<unknown> | undefined;
}

/** Every command, as a function of its input. Never rejects: a failure changes the state. */
export type Commands = { readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<void> };

/** A running sign-in: its state and its commands. */
export interface Flow {
  readonly state: FlowState;
  readonly settings: Settings;
  readonly options: SignInOptions;
  readonly do: Commands;
  subscribe(listener: (state: FlowState) => void): () => void;
  /** Goes to the step of the current address. Call once, after subscribing. Rejects with a `ChunkLoadError` when its code cannot be loaded. */
  start(): Promise<void>;
  /** Preloads the code of the commands. */
  prepare(): void;
  /** The enterprise SSO connectors for an e-mail address; none if the lookup fails. */
  findSsoConnectors(email: string, signal: AbortSignal): Promise<readonly SsoConnector[]>;
  /** Uploads a picture for the profile. Never rejects. */
  storeAvatar(picture: Picture, signal: AbortSignal): Promise<StoredAvatar>;
  /** Profile values that were entered but not submitted yet; kept until the sign-in is finished. */
  draft(): Readonly<Record<string, string>>;
  keepDraft(values: Readonly<Record<string, string>>): void;
  /** Goes one step back and aborts the running command. */
  back(): void;
  answer(accepted: boolean): Promise<void>;
  /** Runs the failed command again. */
  retry(action: Action): Promise<void>;
  setAgreed(agreed: boolean): void;
  /** Removes the problem and the notice, because the person is correcting the input. */
  dismiss(): void;
  /** Shows a notice from outside the flow, e.g. from the native app around the page. */
  notify(notice: Notice): void;
  /** Call when the page is restored from the back/forward cache: no command is running then. */
  resume(): void;
  dispose(): void;
}
