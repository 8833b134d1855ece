import { InteractionEvent } from '@logto/schemas';

import type { Interaction } from '../ports.ts';
import { ApiError } from './api-error.ts';
import type { Experience, ExperienceData } from './experience-interaction.ts';
import { identifiedUser } from './identified-user.ts';
import { guardMandatoryProfile } from './mandatory-profile.ts';
import { guardAvailability, guardNotInAccount, toUserPatch } from './profile.ts';
import type { Services } from './services.ts';
import { guardCaptcha } from './sign-in-policy.ts';
import type { User } from './users.ts';

/** One condition for going on. Throws an ApiError when it is not met; the interaction stays as it is then. */
type Check = (services: Services, data: ExperienceData, user: User) => void;

const stagedProfileIsAvailable: Check = ({ state }, { profile }, user) => {
  guardNotInAccount(user, profile);
  guardAvailability(state.users, profile);
};

const mandatoryProfileIsThere: Check = ({ state }, data, user) => {
  guardMandatoryProfile(state.tenant, data, user);
};

/**
 * What signing in and up must pass once the person is known, in the server's order. Factors, passkeys
 * and actions take their places here when their endpoints come.
 */
const checks: readonly Check[] = [stagedProfileIsAvailable, mandatoryProfileIsThere];

const finishRecovery = async ({ state }: Services, { data }: Experience, interaction: Interaction, user: User) => {
  const { password } = data.profile;

  if (password === undefined) {
    throw new ApiError('user.new_password_required_in_profile', { status: 422 });
  }

  state.users.update(user.id, { password, passwordUpdatedAt: state.clock.now() });
  await interaction.saveState({});
};

/**
 * Ends the interaction. Answers where the provider goes on; nothing after a recovery, which signs nobody in.
 * @throws ApiError every code of a submission that has its check here.
 */
export const submitInteraction = async (
  services: Services,
  experience: Experience,
  interaction: Interaction,
): Promise<{ readonly redirectTo: string } | undefined> => {
  const { state } = services;
  const { data } = experience;
  guardCaptcha(state.tenant, data);
  const user = identifiedUser(services, data);

  if (data.interactionEvent === InteractionEvent.ForgotPassword) {
    await finishRecovery(services, experience, interaction, user);
    return undefined;
  }

  for (const check of checks) {
    check(services, data, user);
  }

  const now = state.clock.now();
  state.users.update(user.id, { ...toUserPatch(data.profile, now, user), lastSignInAt: now });

  return interaction.finish({ accountId: user.id });
};
