import type { Step } from './steps/step.ts';

/** Inputs that a problem can be about. */
export type FieldName = 'identifier' | 'password' | 'newPassword' | 'confirmPassword' | 'code';

/** Until when the server wants no more of a command. */
export interface Wait {
  /** Ms since the epoch. */
  readonly until: number;
  readonly command: string;
  /** What the command was about, e.g. a connector id. */
  readonly target?: string;
}

/** What went wrong, as a code for `localization` to put into words; `message` is the server's own, localized text. */
export interface Problem {
  readonly code: string;
  readonly message?: string;
  readonly requestId?: string;
  /** What support can find a failure of the server by: the id of the request, else the HTTP status. */
  readonly reference?: string;
  readonly wait?: Wait;
  /** Values for the words, e.g. the identifier types a form takes. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

/** A problem with one input. */
export interface FieldProblem extends Problem {
  readonly field: FieldName;
}

/** Something to say about the whole step. */
export interface Notice extends Problem {
  readonly tone: 'danger' | 'success' | 'info';
}

/** A decision that the person must take before the flow goes on; `answer` takes it. */
export interface Question {
  readonly code: string;
  readonly values?: Problem['values'];
}

/** Where the flow is. Frozen; a new object for each change. */
export interface FlowState {
  readonly step: Step;
  /** `redirecting`: the browser was told to leave; nothing may be pressed until it does. */
  readonly status: 'idle' | 'busy' | 'redirecting';
  /** The running command, and what it is about (e.g. a connector id), so that only the pressed button shows it. */
  readonly pending?: { readonly command: string; readonly target?: string };
  readonly problem?: FieldProblem;
  readonly notice?: Notice;
  readonly question?: Question;
  /** The person agreed to the terms in this interaction. */
  readonly agreed: boolean;
  /** A one-time code that the device read from a message. */
  readonly receivedCode?: string;
}
