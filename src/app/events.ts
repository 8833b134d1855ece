import type { FlowState, Step, StepName } from '../flow/index.ts';

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

/** The event for a state with a problem that the state before did not have. */
export function problemEvent({ step, problem, notice }: FlowState, before: FlowState | undefined): SieProblemEvent | undefined {
  const found =
    problem ?? (notice?.tone === 'danger' ? notice : undefined) ?? (step === before?.step ? undefined : problemOf(step));
  if (!found || found === before?.problem || found === before?.notice) return undefined;
  return new SieProblemEvent(found.code, step.name, found.requestId);
}

/** The problem that a step itself stands for. */
function problemOf(step: Step): { readonly code: string; readonly requestId?: string } | undefined {
  if (step.name === 'unknown-session') return { code: step.name };
  return 'code' in step ? step : undefined;
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
