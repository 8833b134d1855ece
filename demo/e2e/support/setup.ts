import type { Qa } from './qa.ts';

/** Accounts that can sign in. */
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
  /** Has a username and a password, and nothing else. */
  readonly short: { readonly username: string; readonly password: string };
}

/** Identifiers without an account when a test begins, and a password that fits them. */
export interface Stranger {
  readonly username: string;
  readonly email: string;
  /** Digits with the calling code. */
  readonly phone: string;
  readonly password: string;
}

/** The server that a spec runs on. */
export interface Setup {
  /** Origin of the hosted page. */
  readonly origin: string;
  /** A page of the app with a button "Sign in" and, later, the claims and a button "Sign out". */
  readonly appAddress: string;
  /** Client id of the app. */
  readonly appId: string;
  readonly people: People;
  readonly stranger: Stranger;
  /** Ids of organizations; `north` has its own colours. */
  readonly organizations: { readonly north: string };
  /** The id of an enterprise connector on this server, by its id on the embedded one; real servers choose ids. */
  companyId(id: string): string;
  /** Controls the server. On a real server it can only change settings; anything else skips the test, see `real-limits.ts`. */
  readonly qa: Qa;
  /** The next one-time code for this e-mail address or phone, each once. Phone numbers as digits with the calling code. */
  receiveCode(to: string): Promise<string>;
  close(): Promise<void>;
}

/** The same on every server. */
export const stranger: Stranger = {
  username: 'stranger',
  email: 'stranger@example.com',
  phone: '8613900000001',
  password: 'violet-Harbor-42',
};
