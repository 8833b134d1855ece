import type { Qa } from './qa.ts';

/** Who can sign in. */
export interface People {
  /** Has a username, an e-mail address, a phone and a password. */
  readonly alice: {
    readonly username: string;
    readonly email: string;
    /** Digits with the calling code. */
    readonly phone: string;
    readonly password: string;
  };
  readonly suspended: { readonly username: string; readonly password: string };
}

/** The server that a spec runs on. */
export interface Setup {
  /** Where the hosted page lives. */
  readonly origin: string;
  /** A page of the app with a button "Sign in" and, later, the claims and a button "Sign out". */
  readonly appAddress: string;
  readonly people: People;
  /** The control desk; a real server has none. */
  readonly qa: Qa | undefined;
  /** The next one-time code for this e-mail address or phone, each once. Phone numbers as digits with the calling code. */
  receiveCode(to: string): Promise<string>;
  close(): Promise<void>;
}
