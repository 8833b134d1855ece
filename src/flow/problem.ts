/** Inputs that a problem can be about. */
export type FieldName = 'identifier' | 'password' | 'newPassword' | 'confirmPassword' | 'code';

/** Until when the server accepts no more of a command. */
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

/**
 * Thrown by a command when something is wrong that no server said: a missing password, a callback without state. Its `code` has a
 * line in the outcome table like a server's code.
 */
export class FlowProblem extends Error {
  override readonly name = 'FlowProblem';

  readonly code: string;
  readonly values: Problem['values'];
  /** Details as a server would send them with the code. */
  readonly data: unknown;

  constructor(code: string, values?: Problem['values'], data?: unknown) {
    super(code);
    this.code = code;
    this.values = values;
    this.data = data;
  }
}

/** Errors of the client and of loading, by name. Not by class: a page that the server filled has not loaded the client. */
const codes: Readonly<Record<string, string | undefined>> = {
  NetworkError: 'network',
  TimeoutError: 'timeout',
  ContractError: 'contract',
  ApiError: 'service.failed',
  ChunkLoadError: 'chunk_load_failed',
};

/** Our own code of an error that the client or the loading of a chunk can fail with. */
export const failureCode = (error: unknown): string | undefined => (error instanceof Error ? codes[error.name] : undefined);
