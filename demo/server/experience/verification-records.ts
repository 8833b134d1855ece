import {
  emailCodeVerificationRecordDataGuard,
  passwordVerificationRecordDataGuard,
  phoneCodeVerificationRecordDataGuard,
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
  socialVerificationRecordDataGuard,
]);

/** What a person has begun to prove. An interaction holds one record of each type. */
export type VerificationRecord = z.infer<typeof verificationRecordGuard>;

export type RecordOf<Type extends VerificationRecord['type']> = Extract<VerificationRecord, { readonly type: Type }>;

type Records = VerificationRecord[];

export const isVerified = (record: VerificationRecord): boolean =>
  record.type === VerificationType.Social ? record.socialUserInfo !== undefined : record.verified;

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
export const sanitizeRecord = (record: VerificationRecord): unknown =>
  record.type === VerificationType.Social ? sanitizedSocialVerificationRecordDataGuard.parse(record) : record;

/** The e-mail address that a record is about, if it is about one. */
export const emailOf = (record: VerificationRecord): string | undefined => {
  if (record.type === VerificationType.Social) {
    return record.socialUserInfo?.email;
  }

  return record.identifier.type === 'email' ? record.identifier.value : undefined;
};
