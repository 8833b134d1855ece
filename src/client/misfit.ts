/** Data that is not what the contract says. */
export class Misfit extends Error {
  readonly issues: readonly string[];

  constructor(issues: readonly string[]) {
    super();
    this.issues = issues;
  }
}

/** What a guard that threw found wrong. Says places and expectations, never values: they may be secrets. */
export function issuesOf(error: unknown): readonly string[] {
  if (error instanceof Misfit) return error.issues;
  // The message of a SyntaxError quotes the body.
  return [error instanceof SyntaxError ? 'not JSON' : String(error)];
}
