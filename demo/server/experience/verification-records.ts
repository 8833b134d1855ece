import {
  emailCodeVerificationRecordDataGuard,
  enterpriseSsoVerificationRecordDataGuard,
  newPasswordIdentityVerificationRecordDataGuard,
  oneTimeTokenVerificationRecordDataGuard,
  passwordVerificationRecordDataGuard,
  phoneCodeVerificationRecordDataGuard,
  sanitizedEnterpriseSsoVerificationRecordDataGuard,
  sanitizedNewPasswordIdentityVerificationRecordDataGuard,
  sanitizedSocialVerificationRecordDataGuard,
  socialVerificationRecordDataGuard,
  VerificationType,
} from '@logto/schemas';
import { z } from 'zod';

import { ApiError } from './api-error.ts';

export const verificationRecordGuard = z.discriminatedUnion('type', [
  passwordVerificationRecordDataGuard,
  emailCodeVerificationRecordDataGuard,
  phoneCodeVerificationRecordDataGuard,
  oneTimeTokenVerificationRecordDataGuard,
  newPasswordIdentityVerificationRecordDataGuard,
  socialVerificationRecordDataGuard,
  enterpriseSsoVerificationRecordDataGuard,
]);

/** What a person has begun to prove. An interaction holds one record of each type. */
export type VerificationRecord = z.infer<typeof verificationRecordGuard>;

export type RecordOf<Type extends VerificationRecord['type']> = Extract<VerificationRecord, { readonly type: Type }>;

type Records = VerificationRecord[];

export const isVerified = (record: VerificationRecord): boolean => {
  switch (record.type) {
    case VerificationType.Social:
      return record.socialUserInfo !== undefined;
    case VerificationType.EnterpriseSso:
      return record.enterpriseSsoUserInfo !== undefined && record.issuer !== undefined;
    case VerificationType.NewPasswordIdentity:
      return record.passwordEncrypted !== undefined;
    default:
      return record.verified;
  }
};

/** Whether something of this type has been proved. */
export const hasVerified = (records: readonly VerificationRecord[], type: VerificationRecord['type']): boolean =>
  records.some((record) => record.type === type && isVerified(record));

/** Adds a record; one of the same type gives way to it. */
export const putRecord = (records: Records, record: VerificationRecord): void => {
  const index = records.findIndex(({ type }) => type === record.type);

  records.splice(index === -1 ? records.length : index, 1, record);
};

const notFound = (): ApiError => new ApiError('session.verification_session_not_found', { status: 404 });

/** @throws ApiError `session.verification_session_not_found` (404). */
export const findRecord = (records: Records, id: string): VerificationRecord => {
  const record = records.find((candidate) => candidate.id === id);

  if (record === undefined) {
    throw notFound();
  }

  return record;
};

/** @throws ApiError `session.verification_session_not_found` (404) also when the id belongs to another type. */
export const findRecordOf = <Type extends VerificationRecord['type']>(
  records: Records,
  type: Type,
  id: string,
): RecordOf<Type> => {
  const record = records.find((candidate): candidate is RecordOf<Type> => candidate.type === type);

  if (record?.id !== id) {
    throw notFound();
  }

  return record;
};

/** The record without what the page must not see. */
export const sanitizeRecord = (record: VerificationRecord): unknown => {
  switch (record.type) {
    case VerificationType.Social:
      return sanitizedSocialVerificationRecordDataGuard.parse(record);
    case VerificationType.EnterpriseSso:
      return sanitizedEnterpriseSsoVerificationRecordDataGuard.parse(record);
    case VerificationType.NewPasswordIdentity:
      return sanitizedNewPasswordIdentityVerificationRecordDataGuard.parse(record);
    default:
      return record;
  }
};

/** The e-mail address that a record is about, if it is about one. */
export const emailOf = (record: VerificationRecord): string | undefined => {
  switch (record.type) {
    case VerificationType.Social:
      return record.socialUserInfo?.email;
    case VerificationType.EnterpriseSso:
      return record.enterpriseSsoUserInfo?.email;
    case VerificationType.NewPasswordIdentity:
      return undefined;
    default:
      return record.identifier.type === 'email' ? record.identifier.value : undefined;
  }
};
