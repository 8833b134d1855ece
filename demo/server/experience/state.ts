import type { Clock } from '../ports.ts';
import { type Assets, createAssets } from './assets.ts';
import type { CaptchaBehaviour } from './captcha-tokens.ts';
import { createFaults, type Faults } from './faults.ts';
import { createMessageRate, type MessageRate } from './message-rate.ts';
import { createOneTimeCodes, type OneTimeCodes } from './one-time-codes.ts';
import { createOneTimeTokens, type OneTimeTokens } from './one-time-tokens.ts';
import { createSentinel, type Sentinel } from './sentinel.ts';
import type { Tenant } from './tenant.ts';
import { createUserDirectory, type NewUser, type UserDirectory } from './users.ts';

/** What the server remembers beyond a single interaction. All of it is in memory. */
export interface ExperienceState {
  /** The clock all rules go by. Runs ahead of the outer one by what `advanceClock` added. */
  readonly clock: Clock;
  advanceClock(milliseconds: number): void;
  tenant: Tenant;
  /** How the stand-in captcha widgets behave. */
  captchaBehaviour: CaptchaBehaviour;
  /** The tenant it began with. */
  readonly initialTenant: Tenant;
  readonly users: UserDirectory;
  readonly assets: Assets;
  readonly codes: OneTimeCodes;
  readonly oneTimeTokens: OneTimeTokens;
  readonly sentinel: Sentinel;
  readonly messageRate: MessageRate;
  readonly faults: Faults;
  /** Back to how it began: tenant, users, clock, and nothing remembered. */
  reset(): void;
}

interface Memory {
  readonly users: UserDirectory;
  readonly assets: Assets;
  readonly codes: OneTimeCodes;
  readonly oneTimeTokens: OneTimeTokens;
  readonly sentinel: Sentinel;
  readonly messageRate: MessageRate;
  readonly faults: Faults;
}

export const createExperienceState = (initial: {
  readonly clock: Clock;
  readonly tenant: Tenant;
  readonly users: readonly NewUser[];
}): ExperienceState => {
  let advanced = 0;
  const clock: Clock = { now: () => initial.clock.now() + advanced };

  const remember = (): Memory => ({
    users: createUserDirectory({
      initial: initial.users,
      clock,
      isUsernameCaseSensitive: () => state.tenant.signInExperience.usernamePolicy.caseSensitive,
    }),
    assets: createAssets(),
    codes: createOneTimeCodes(clock, () => state.tenant.signInExperience.verificationCodePolicy),
    oneTimeTokens: createOneTimeTokens(clock),
    sentinel: createSentinel(clock, () => state.tenant.signInExperience.sentinelPolicy),
    messageRate: createMessageRate(clock),
    faults: createFaults(),
  });

  const state: ExperienceState = {
    clock,
    advanceClock(milliseconds) {
      advanced += milliseconds;
    },
    tenant: initial.tenant,
    captchaBehaviour: 'ask',
    initialTenant: initial.tenant,
    ...remember(),
    reset() {
      advanced = 0;
      Object.assign(this, { tenant: initial.tenant, captchaBehaviour: 'ask', ...remember() });
    },
  };

  return state;
};
