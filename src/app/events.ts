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

/** Something went wrong: a rejected sign-in, a lost session, an invalid part of the settings. For logs. Bubbles. */
export class SieProblemEvent extends Event {
  static readonly eventName = 'sie-problem';

  constructor(
    /** Code of the server, or one of ours; `unknown-session` for a lost session. */
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
 * Signed in: the page is about to redirect to the app. After `preventDefault()` the listener has to navigate to `url` itself.
 * Bubbles.
 */
export class SieBeforeRedirectEvent extends Event {
  static readonly eventName = 'sie-before-redirect';

  constructor(
    /** Absolute http(s) URL of the server, which continues the sign-in. Can be used once. */
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
