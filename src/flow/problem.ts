/** Inputs that a problem can be about. */
export type FieldName = 'identifier' | 'password' | 'newPassword' | 'confirmPassword' | 'code';

/** Until when the server rejects a command. */
export interface Wait {
  /** Ms since the epoch. */
  readonly until: number;
  readonly command: string;
  /** The target of the command, e.g. a connector id. */
  readonly target?: string;
}

/** A failure by its code, for which `localization` has a text; `message` is the server's own, localized text. */
export interface Problem {
  readonly code: string;
  readonly message?: string;
  readonly requestId?: string;
  /** A reference for support to find a failure of the server: the id of the request, else the HTTP status. */
  readonly reference?: string;
  readonly wait?: Wait;
  /** Values for the text, e.g. the identifier types that a form accepts. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

/** A problem with one input. */
export interface FieldProblem extends Problem {
  readonly field: FieldName;
}

/** A message about the whole step. */
export interface Notice extends Problem {
  readonly tone: 'danger' | 'success' | 'info';
}

/**
 * Thrown by a command for an error that the server did not report: a missing password, a callback without state. Its `code` has an
 * entry in the outcome table like a server's code.
 */
export class FlowProblem extends Error {
  override readonly name = 'FlowProblem';

  readonly code: string;
  readonly values: Problem['values'];
  /** Details in the format of the server. */
  readonly data: unknown;

  constructor(code: string, values?: Problem['values'], data?: unknown) {
    super(code);
    this.code = code;
    this.values = values;
    this.data = data;
  }
}

/** Codes of the client's and the loader's errors, by error name. Not by class: a page with server-side data has not loaded the client. */
const codes: Readonly<Record<string, string | undefined>> = {
  NetworkError: 'network',
  TimeoutError: 'timeout',
  ContractError: 'contract',
  ApiError: 'service.failed',
  ChunkLoadError: 'chunk_load_failed',
};

/** Our own code of an error of the client or of loading a chunk. */
export const failureCode = (error: unknown): string | undefined => (error instanceof Error ? codes[error.name] : undefined);
