/**
 * Thrown by a command when something is wrong that no server said: a missing password, a callback without state. Its `code` has a
 * line in the outcome table like a server's code.
 */
export class FlowProblem extends Error {
  override readonly name = 'FlowProblem';

  readonly code: string;
  readonly values: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Details as a server would send them with the code. */
  readonly data: unknown;

  constructor(code: string, values?: FlowProblem['values'], data?: unknown) {
    super(code);
    this.code = code;
    this.values = values;
    this.data = data;
  }
}
