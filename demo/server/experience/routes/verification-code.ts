import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';
import {
  InteractionEvent,
  SignInMode,
  TemplateType,
  type VerificationCodeIdentifier,
  verificationCodeIdentifierGuard,
  VerificationType,
} from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import { ApiError } from '../api-error.ts';
import { countAttempt } from '../attempts.ts';
import { guardEmailBlocklist } from '../email-blocklist.ts';
import type { ExperienceData } from '../experience-interaction.ts';
import { json, readBody } from '../http.ts';
import { choosePageLanguage, requestedLanguages } from '../language.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import { guardCaptcha } from '../sign-in-policy.ts';
import { findRecordOf, putRecord, type VerificationRecord } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

const sendBody = z.object({
  identifier: verificationCodeIdentifierGuard,
  interactionEvent: z.nativeEnum(InteractionEvent),
});
const verifyBody = z.object({
  identifier: verificationCodeIdentifierGuard,
  verificationId: z.string(),
  code: z.string(),
});

const recordTypes = {
  email: VerificationType.EmailVerificationCode,
  phone: VerificationType.PhoneVerificationCode,
} as const;

const templateTypes = {
  [InteractionEvent.SignIn]: TemplateType.SignIn,
  [InteractionEvent.Register]: TemplateType.Register,
  [InteractionEvent.ForgotPassword]: TemplateType.ForgotPassword,
} as const;

/** Nobody may learn from a missing message, or a sent one, who has an account: strangers get silence where a code would be of no use. */
const isDeliverySuppressed = (
  { state }: Services,
  { userId }: ExperienceData,
  { identifier, interactionEvent }: z.infer<typeof sendBody>,
): boolean => {
  const isStranger = state.users.findByIdentifier(identifier) === undefined;

  switch (interactionEvent) {
    case InteractionEvent.ForgotPassword:
      return isStranger;
    case InteractionEvent.SignIn:
      return userId === undefined && isStranger && state.tenant.signInExperience.signInMode === SignInMode.SignIn;
    case InteractionEvent.Register:
      return false;
  }
};

const deliver = async (
  { messageConnectors, state }: Services,
  { type, value }: VerificationCodeIdentifier,
  message: { readonly usage: string; readonly code: string; readonly locale: string },
): Promise<void> => {
  const connector = messageConnectors().find((candidate) => candidate.type === type);

  if (connector === undefined) {
    throw new ApiError('connector.not_found', { status: 501, values: { type: type === 'phone' ? 'Sms' : 'Email' } });
  }

  if (type === 'email' && state.tenant.emailQuota === 'used-up') {
    throw new ConnectorError(ConnectorErrorCodes.UsageLimitExceeded);
  }

  await connector.send({ to: value, ...message });
};

const newRecord = (id: string, identifier: VerificationCodeIdentifier, templateType: TemplateType) =>
  // The pair of record type and identifier type is right by the table above, which the compiler cannot see.
  ({ id, type: recordTypes[identifier.type], identifier, templateType, verified: false }) as VerificationRecord;

/** Sends one-time codes and checks them. */
export const verificationCodeRoutes = (services: Services) => {
  const { state } = services;
  const routes = new Hono<ExperienceEnvironment>();

  routes.post('/', async ({ req, var: { experience, interaction } }) => {
    const body = await readBody(req.raw, sendBody);
    const { identifier, interactionEvent } = body;
    const { data } = experience;

    if (data.userId === undefined) {
      guardCaptcha(state.tenant, data);
    }

    const id = randomId();
    const record = newRecord(id, identifier, templateTypes[interactionEvent]);

    if (interactionEvent === InteractionEvent.Register) {
      guardEmailBlocklist(state.tenant, record);
    }

    state.messageRate.guard(identifier.value);
    const code = state.codes.create(id, identifier);

    if (!isDeliverySuppressed(services, data, body)) {
      const locale = choosePageLanguage({
        named: interaction.params['ui_locales'],
        detected: requestedLanguages(req.raw),
        languageInfo: state.tenant.signInExperience.languageInfo,
        customLanguages: Object.keys(state.tenant.customPhrases),
      });
      await deliver(services, identifier, { usage: templateTypes[interactionEvent], code, locale });
    }

    // Suppressed messages count too; otherwise the limit itself would tell who has an account.
    state.messageRate.record(identifier.value);
    putRecord(data.verificationRecords, record);
    await experience.save();

    return json({ verificationId: id });
  });

  routes.post('/verify', async ({ req, var: { experience, language } }) => {
    const { identifier, verificationId, code } = await readBody(req.raw, verifyBody);
    const record = findRecordOf(experience.data.verificationRecords, recordTypes[identifier.type], verificationId);

    countAttempt(services, {
      target: identifier.value,
      language,
      attempt: () => {
        state.codes.verify(record.id, identifier, code);
      },
    });
    record.verified = true;
    await experience.save();

    return json({ verificationId: record.id });
  });

  return routes;
};
