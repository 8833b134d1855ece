/** A part of the server's data that was left out because it is not what the contract says. Never holds values of the data. */
export interface Dropped {
  /** Where it stood, for example `socialConnectors.1.logo`. */
  readonly where: string;
  /** What is wrong with it, one entry a place. */
  readonly issues: readonly string[];
}

/** Told about every dropped part. */
export type Report = (dropped: Dropped) => void;

/** A successful answer, not yet believed. */
export interface Received {
  readonly text: string;
  readonly headers: Headers;
  readonly report: Report;
}

/** Turns what was received into an answer, or throws: the client makes a `ContractError` of it. */
export type Guard<Answer> = (received: Received) => Answer;
