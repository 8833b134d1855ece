import type { StepName } from '../flow/index.ts';

/** The first screen can be used. Bubbles. */
export class SieReadyEvent extends Event {
  static readonly eventName = 'sie-ready';

  constructor() {
    super(SieReadyEvent.eventName, { bubbles: true });
  }
}

/** Another step is shown. Bubbles. */
export class SieStepChangeEvent extends Event {
  static readonly eventName = 'sie-step-change';

  constructor(
    readonly step: StepName,
    readonly from: StepName | undefined,
  ) {
    super(SieStepChangeEvent.eventName, { bubbles: true });
  }
}

/** Something went wrong: a refused sign-in, a lost session, a part of the settings that could not be read. For logs. Bubbles. */
export class SieProblemEvent extends Event {
  static readonly eventName = 'sie-problem';

  constructor(
    /** Code of the server, or one of ours; `unknown-session` where a session was lost. */
    readonly code: string,
    /** Step, or place in the settings. */
    readonly where: string,
    /** The server's id of the request, for support. */
    readonly requestId?: string,
  ) {
    super(SieProblemEvent.eventName, { bubbles: true });
  }
}

/**
 * Signed in: the page is about to leave for the app. `preventDefault()` keeps it; the listener takes the person to `url` itself.
 * Bubbles.
 */
export class SieBeforeRedirectEvent extends Event {
  static readonly eventName = 'sie-before-redirect';

  constructor(
    /** Absolute http(s) URL of the server, where the sign-in goes on. Works once. */
    readonly url: string,
  ) {
    super(SieBeforeRedirectEvent.eventName, { bubbles: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-ready': SieReadyEvent;
    'sie-step-change': SieStepChangeEvent;
    'sie-problem': SieProblemEvent;
    'sie-before-redirect': SieBeforeRedirectEvent;
  }
}
