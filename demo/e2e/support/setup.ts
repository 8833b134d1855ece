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
  /** Has a username and a password, and nothing else. */
  readonly short: { readonly username: string; readonly password: string };
}

/** Identifiers that nobody has when a scene begins, and a password that fits them. */
export interface Stranger {
  readonly username: string;
  readonly email: string;
  /** Digits with the calling code. */
  readonly phone: string;
  readonly password: string;
}

/** The server that a spec runs on. */
export interface Setup {
  /** Where the hosted page lives. */
  readonly origin: string;
  /** A page of the app with a button "Sign in" and, later, the claims and a button "Sign out". */
  readonly appAddress: string;
  /** Client id of the app. */
  readonly appId: string;
  readonly people: People;
  readonly stranger: Stranger;
  /** Ids of organizations; `north` has colours of its own. */
  readonly organizations: { readonly north: string };
  /** The id of the enterprise connector that the embedded server calls so; real servers choose them. */
  companyId(id: string): string;
  /** The control desk. On a real server it can change settings; what else it is asked for ends the scene, see `real-limits.ts`. */
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
