/**
 * Readers of the details that come with an error (`ApiError.data`): they take what the server sent and give what is of use, or
 * `undefined` where it is not what the contract says. A caller then still has the error's code and sentence.
 */
import { masked } from './mask.ts';
import { fields, list, natural, oneOf, or, type Read, silent, text } from './tolerant.ts';

const missingProfile = oneOf(['username', 'email', 'phone', 'password', 'emailOrPhone', 'extraProfile']);

/** A part of the account that the tenant asks for; `extraProfile` stands for the tenant's own fields. */
export type MissingProfile = ReturnType<typeof missingProfile>;

/** What is missing yet, in the order to ask for it: data of `user.missing_profile`. */
export function readMissingProfile(data: unknown): readonly MissingProfile[] | undefined {
  const missing = read(fields({ missingProfile: list(missingProfile) }), data)?.missingProfile;
  return missing?.length ? missing : undefined;
}

/** An account that seems to be the same person's as the social identity. */
export interface RelatedUser {
  readonly type: 'email' | 'phone';
  /** The address, masked here: the server sends it as the provider reported it. */
  readonly value: string;
}

/** Data of `user.identity_not_exist`; `undefined` also where no account is related. */
export function readRelatedUser(data: unknown): RelatedUser | undefined {
  const address = fields({ type: oneOf(['email', 'phone']), value: text });
  const related = read(fields({ relatedUser: address }), data)?.relatedUser;
  return related && { type: related.type, value: masked(related) };
}

/** Ids of the connectors that an address must sign in with: data of `session.sso_enabled`. The rest of it holds secrets. */
export function readSsoConnectorIds(data: unknown): readonly string[] | undefined {
  const ids = read(fields({ ssoConnectors: list(fields({ id: text })) }), data)?.ssoConnectors.map(({ id }) => id);
  return ids?.length ? ids : undefined;
}

const passwordRejection = fields({
  code: oneOf([
    'password_rejected.too_short',
    'password_rejected.too_long',
    'password_rejected.character_types',
    'password_rejected.unsupported_characters',
    'password_rejected.pwned',
    'password_rejected.restricted.repetition',
    'password_rejected.restricted.sequence',
    'password_rejected.restricted.user_info',
    'password_rejected.restricted.words',
  ]),
  /** The bound that was broken: characters, or kinds of them. */
  interpolation: or(fields({ min: or(natural, undefined), max: or(natural, undefined) }), undefined),
});

/** One rule of the tenant's that a password breaks. The code is the key of the phrase, without its `error.`. */
export type PasswordRejection = ReturnType<typeof passwordRejection>;

/** Data of `password.rejected`. */
export function readPasswordRejections(data: unknown): readonly PasswordRejection[] | undefined {
  const rejections = read(list(passwordRejection), data);
  return rejections?.length ? rejections : undefined;
}

function read<Value>(rule: Read<Value>, data: unknown): Value | undefined {
  return or(rule, undefined)(data, '', silent);
}
