import { ApiError } from './api-error.ts';
import type { ExperienceData } from './experience-interaction.ts';
import type { Services } from './services.ts';
import type { User } from './users.ts';

/** The account that the interaction has settled on, if it has. */
export const findIdentifiedUser = ({ state }: Services, { userId }: ExperienceData): User | undefined =>
  userId === undefined ? undefined : state.users.findById(userId);

/** @throws ApiError `session.identifier_not_found` (404) while nobody is identified. */
export const identifiedUser = (services: Services, data: ExperienceData): User => {
  const user = findIdentifiedUser(services, data);

  if (user === undefined) {
    throw new ApiError('session.identifier_not_found', { status: 404 });
  }

  return user;
};
