/**
 * Thrown by a command when something is wrong that no server said: a missing password, a callback without state. Its `code` has a
 * line in the outcome table like a server's code.
 */
export class FlowProblem extends Error {
  override readonly name = 'FlowProblem';

  constructor(
    readonly code: string,
    readonly values?: Readonly<Record<string, string | readonly string[]>>,
    /** Details as a server would send them with the code. */
    readonly data?: unknown,
  ) {
    super(code);
  }
}
