import { ForgotPasswordMethod, InteractionEvent, SignInMode, VerificationType } from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { ExperienceData } from './experience-interaction.ts';
import type { Tenant } from './tenant.ts';
import { emailOf, hasVerified, isVerified, type VerificationRecord } from './verification-records.ts';

/**
 * @throws ApiError `auth.forbidden` (403) when the tenant's mode has no such thing as signing in, or signing up. Who was invited
 * by a magic link may sign up all the same.
 */
export const guardInteractionEvent = (
  { signInExperience }: Tenant,
  event: InteractionEvent,
  records: readonly VerificationRecord[] = [],
): void => {
  const forbidden =
    (event === InteractionEvent.SignIn && signInExperience.signInMode === SignInMode.Register) ||
    (event === InteractionEvent.Register &&
      signInExperience.signInMode === SignInMode.SignIn &&
      !hasVerified(records, VerificationType.OneTimeToken));

  if (forbidden) {
    throw new ApiError('auth.forbidden', { status: 403 });
  }
};

/** @throws ApiError `session.captcha_required` (422) unless a captcha was solved or is not asked for. */
export const guardCaptcha = ({ signInExperience }: Tenant, { captcha }: ExperienceData): void => {
  if (signInExperience.captchaPolicy.enabled === true && !captcha.verified && !captcha.skipped) {
    throw new ApiError('session.captcha_required', { status: 422 });
  }
};

/** The enterprise connectors that own the domain of an e-mail address. */
export const ssoConnectorsFor = ({ signInExperience, ssoConnectors }: Tenant, email: string): Tenant['ssoConnectors'] => {
  const domain = email.split('@')[1]?.toLowerCase();

  return signInExperience.singleSignOnEnabled
    ? ssoConnectors.filter(({ domains }) => domains.some((candidate) => candidate.toLowerCase() === domain))
    : [];
};

/** @throws ApiError `session.sso_enabled` (422) when the record's e-mail address belongs to enterprise sign-in. */
export const guardSsoOnlyEmail = (tenant: Tenant, record: VerificationRecord): void => {
  const email = emailOf(record);
  const ssoConnectors = email === undefined ? [] : ssoConnectorsFor(tenant, email);

  if (ssoConnectors.length > 0) {
    throw new ApiError('session.sso_enabled', { status: 422, data: { ssoConnectors } });
  }
};

const isSignInMethodEnabled = ({ signInExperience }: Tenant, record: VerificationRecord): boolean => {
  switch (record.type) {
    case VerificationType.Social:
    case VerificationType.OneTimeToken:
      return true;
    case VerificationType.EnterpriseSso:
      return signInExperience.singleSignOnEnabled;
    case VerificationType.NewPasswordIdentity:
      return false;
    default:
      return signInExperience.signIn.methods.some(
        ({ identifier, password, verificationCode }) =>
          identifier === record.identifier.type && (record.type === VerificationType.Password ? password : verificationCode),
      );
  }
};

const guardSignInMethod = (tenant: Tenant, record: VerificationRecord): void => {
  if (!isSignInMethodEnabled(tenant, record)) {
    throw new ApiError('user.sign_in_method_not_enabled', { status: 422 });
  }

  if (record.type !== VerificationType.EnterpriseSso) {
    guardSsoOnlyEmail(tenant, record);
  }
};

const recoveryMethods: Partial<Record<VerificationType, ForgotPasswordMethod>> = {
  [VerificationType.EmailVerificationCode]: ForgotPasswordMethod.EmailVerificationCode,
  [VerificationType.PhoneVerificationCode]: ForgotPasswordMethod.PhoneVerificationCode,
};

const guardRecoveryMethod = ({ signInExperience }: Tenant, record: VerificationRecord): void => {
  const method = recoveryMethods[record.type];

  if (method === undefined || signInExperience.forgotPasswordMethods?.includes(method) === false) {
    throw new ApiError('session.not_supported_for_forgot_password', { status: 422 });
  }
};

/**
 * Whether a record may identify someone at all. A magic link may, always: whoever made it had the right to.
 * @throws ApiError `auth.forbidden` (403), `user.sign_in_method_not_enabled`, `session.sso_enabled` or
 * `session.not_supported_for_forgot_password` (422).
 */
export const guardIdentificationMethod = (tenant: Tenant, event: InteractionEvent, record: VerificationRecord): void => {
  if (record.type === VerificationType.OneTimeToken && isVerified(record)) {
    return;
  }

  guardInteractionEvent(tenant, event);

  if (event === InteractionEvent.ForgotPassword) {
    guardRecoveryMethod(tenant, record);
  } else {
    guardSignInMethod(tenant, record);
  }
};
