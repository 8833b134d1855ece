import type { FieldProblem, Notice, Problem } from './problem.ts';
import type { Step } from './steps/step.ts';

/** A decision that the person must take before the flow goes on; `answer` takes it. */
export interface Question {
  readonly code: string;
  readonly values?: Problem['values'];
}

/** Where the flow is. Frozen; a new object for each change. */
export interface FlowState {
  readonly step: Step;
  /** `redirecting`: the browser was told to leave; nothing may be pressed until it does. */
  readonly status: 'idle' | 'busy' | 'redirecting';
  /** The running command, and what it is about (e.g. a connector id), so that only the pressed button shows it. */
  readonly pending?: { readonly command: string; readonly target?: string };
  readonly problem?: FieldProblem;
  readonly notice?: Notice;
  readonly question?: Question;
  /** The person agreed to the terms in this interaction. */
  readonly agreed: boolean;
  /** A one-time code that the device read from a message. */
  readonly receivedCode?: string;
}

/** A state that tells its listeners when it changes. */
export interface Store {
  get(): FlowState;
  set(state: FlowState): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (state: FlowState) => void): () => void;
}

export function createStore(initial: FlowState): Store {
  let state = Object.freeze(initial);
  const listeners = new Set<(state: FlowState) => void>();
  return {
    get: () => state,
    set(next) {
      state = Object.freeze(next);
      for (const listener of [...listeners]) listener(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
