import type { FieldProblem, Notice, Problem } from './problem.ts';
import type { Step } from './steps/step.ts';

/** A question that the person must answer before the flow continues, by `answer`. */
export interface Question {
  readonly code: string;
  readonly values?: Problem['values'];
}

/** The state of the flow. Frozen; a new object for each change. */
export interface FlowState {
  readonly step: Step;
  /** `redirecting`: the browser is leaving the page; buttons stay disabled until then. */
  readonly status: 'idle' | 'busy' | 'redirecting';
  /** The running command and its target (e.g. a connector id), so that only the pressed button shows it. */
  readonly pending?: { readonly command: string; readonly target?: string };
  readonly problem?: FieldProblem;
  readonly notice?: Notice;
  readonly question?: Question;
  /** The person agreed to the terms in this interaction. */
  readonly agreed: boolean;
  /** A one-time code that the device read from a message. */
  readonly receivedCode?: string;
}

/** A state with change listeners. */
export interface Store {
  get(): FlowState;
  set(state: FlowState): void;
  /** @returns a function that unsubscribes */
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
