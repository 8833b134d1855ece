import type { Flow, FlowState } from '../../flow/index.ts';
import { createOffer } from '../../flow/offer.ts';
import { settingsWith } from '../../flow/testing/harness.ts';
import type { Identifier, Step } from '../../flow/steps.ts';

/** What a screen did to its flow: `['submitPassword', input]`, `['back']`. */
export type Deed = readonly [name: string, ...inputs: unknown[]];

export interface FakeFlowOptions {
  readonly settings?: Record<string, unknown>;
  readonly identifier?: Identifier;
  readonly appUrl?: string;
  /** The companies' sign-ons of an address; none where absent. */
  readonly findSignOns?: Flow['findSignOns'];
}

/** A flow that stands still and notes what screens do to it. The real one is tested in `flow`. */
export function fakeFlow({
  settings = {},
  identifier,
  appUrl,
  findSignOns = () => Promise.resolve([]),
}: FakeFlowOptions = {}): Flow & { readonly deeds: Deed[] } {
  const deeds: Deed[] = [];
  const note =
    (name: string) =>
    (...inputs: unknown[]): Promise<void> => {
      deeds.push([name, ...inputs]);
      return Promise.resolve();
    };
  const full = settingsWith(settings);
  const memory = { session: () => ({ appUrl }), identifier: () => identifier } as Parameters<typeof createOffer>[0]['memory'];
  const known = { deeds, settings: full, offer: createOffer({ settings: full, memory }), findSignOns };
  const commands = new Proxy({}, { get: (_, name: string) => note(name) });
  return new Proxy({ ...known, do: commands } as unknown as Flow & { readonly deeds: Deed[] }, {
    get: (target, name: string) => (name in target ? target[name as keyof typeof target] : note(name)),
  });
}

/** A state on a step. */
export const stateOn = (step: Step, changes: Partial<FlowState> = {}): FlowState => ({
  step,
  status: 'idle',
  agreed: false,
  ...changes,
});
