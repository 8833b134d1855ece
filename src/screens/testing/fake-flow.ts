import type { Flow, FlowState } from '../../flow/index.ts';
import { createSignInOptions } from '../../flow/sign-in-options.ts';
import { settingsWith } from '../../flow/testing/harness.ts';
import type { Identifier, Step } from '../../flow/steps/step.ts';

/** A call of a screen to its flow: `['submitPassword', input]`, `['back']`. */
export type FlowCall = readonly [name: string, ...inputs: unknown[]];

export interface FakeFlowOptions {
  readonly settings?: Record<string, unknown>;
  readonly identifier?: Identifier;
  readonly appUrl?: string;
  /** SSO connectors of an address; none where absent. */
  readonly findSsoConnectors?: Flow['findSsoConnectors'];
}

/** A flow that never changes and records what screens call. The real one is tested in `flow`. */
export function fakeFlow({
  settings = {},
  identifier,
  appUrl,
  findSsoConnectors = () => Promise.resolve([]),
}: FakeFlowOptions = {}): Flow & { readonly calls: FlowCall[] } {
  const calls: FlowCall[] = [];
  const record =
    (name: string) =>
    (...inputs: unknown[]): Promise<void> => {
      calls.push([name, ...inputs]);
      return Promise.resolve();
    };
  const full = settingsWith(settings);
  const memory = { session: () => ({ appUrl }), identifier: () => identifier } as Parameters<
    typeof createSignInOptions
  >[0]['memory'];
  const known = { calls, settings: full, options: createSignInOptions({ settings: full, memory }), findSsoConnectors };
  const commands = new Proxy({}, { get: (_, name: string) => record(name) });
  return new Proxy({ ...known, do: commands } as unknown as Flow & { readonly calls: FlowCall[] }, {
    get: (target, name: string) => (name in target ? target[name as keyof typeof target] : record(name)),
  });
}

/** A state on a step. */
export const stateOn = (step: Step, changes: Partial<FlowState> = {}): FlowState => ({
  step,
  status: 'idle',
  agreed: false,
  ...changes,
});
