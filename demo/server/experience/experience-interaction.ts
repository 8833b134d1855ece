import { socialUserInfoGuard } from '@logto/connector-kit';
import { InteractionEvent, userProfileGuard } from '@logto/schemas';
import { z } from 'zod';

import type { Interaction } from '../ports.ts';
import { sanitizeRecord, verificationRecordGuard } from './verification-records.ts';

const socialIdentityGuard = z.object({ target: z.string(), userInfo: socialUserInfoGuard });

/** An identity at a social provider. */
export type SocialIdentity = z.infer<typeof socialIdentityGuard>;

const ssoIdentityGuard = z.object({
  issuer: z.string(),
  ssoConnectorId: z.string(),
  identityId: z.string(),
  detail: z.record(z.unknown()),
});

const stagedProfileGuard = z.object({
  username: z.string().optional(),
  primaryEmail: z.string().optional(),
  primaryPhone: z.string().optional(),
  password: z.string().optional(),
  name: z.string().optional(),
  avatar: z.string().optional(),
  profile: userProfileGuard.optional(),
  customData: z.record(z.unknown()).optional(),
  socialIdentity: socialIdentityGuard.optional(),
  /** New to the account. */
  enterpriseSsoIdentity: ssoIdentityGuard.optional(),
  /** Known to the account already; its details may have changed. */
  syncedEnterpriseSsoIdentity: ssoIdentityGuard.optional(),
  /** Whether the form of the custom profile fields was sent. From then on only the compulsory ones are asked for. */
  submitted: z.boolean().optional(),
});

/** What the person gave in this interaction and no account has yet. */
export type StagedProfile = z.infer<typeof stagedProfileGuard>;

const experienceDataGuard = z.object({
  interactionEvent: z.nativeEnum(InteractionEvent),
  /** Set once the person is identified. */
  userId: z.string().optional(),
  profile: stagedProfileGuard,
  mfa: z.record(z.unknown()),
  verificationRecords: z.array(verificationRecordGuard),
  captcha: z.object({ verified: z.boolean(), skipped: z.boolean() }),
  signInContext: z.record(z.string()).optional(),
  /** What a social connector keeps between the way out and the way back. */
  connectorSession: z.unknown(),
});

export type ExperienceData = z.infer<typeof experienceDataGuard>;

/** Forgets what was given, but not that the form of the custom profile fields was sent. */
export const forgetProfile = (data: ExperienceData): void => {
  const { submitted } = data.profile;
  data.profile = submitted === undefined ? {} : { submitted };
};

/** The experience state inside an interaction. Change `data`, then save; nothing is kept otherwise. */
export interface Experience {
  readonly data: ExperienceData;
  save(): Promise<void>;
}

const open = (interaction: Interaction, data: ExperienceData): Experience => ({
  data,
  // Through JSON, because that is how a provider stores it and nothing may stay shared.
  save: async () => interaction.saveState(JSON.parse(JSON.stringify(data))),
});

/** The experience begun in this interaction; undefined before `PUT /api/experience`. */
export const findExperience = (interaction: Interaction): Experience | undefined => {
  const result = experienceDataGuard.safeParse(interaction.state);

  return result.success ? open(interaction, result.data) : undefined;
};

const signInContextOf = (request: Request): Record<string, string> => {
  const ip = request.headers.get('x-forwarded-for');
  const userAgent = request.headers.get('user-agent');

  return { ...(ip === null ? {} : { ip }), ...(userAgent === null ? {} : { userAgent }) };
};

/** Begins anew; nothing of an experience before outlives this. */
export const beginExperience = (interaction: Interaction, interactionEvent: InteractionEvent, request: Request): Experience =>
  open(interaction, {
    interactionEvent,
    profile: {},
    mfa: {},
    verificationRecords: [],
    captcha: { verified: false, skipped: false },
    signInContext: signInContextOf(request),
  });

/** The state as the page may see it. */
export const sanitize = ({ connectorSession: _, ...data }: ExperienceData): unknown => {
  const { password: __, submitted: ___, ...profile } = data.profile;

  return { ...data, profile, verificationRecords: data.verificationRecords.map((record) => sanitizeRecord(record)) };
};
