/**
 * Readers of the details that come with an error (`ApiError.data`): they take what the server sent and give what is of use, or
 * `undefined` where it is not what the contract says. A caller then still has the error's code and sentence.
 */
import * as z from 'zod/mini';
import { listOf, natural, object, optional, parseOr } from '../../shared/schema.ts';
import { type CodeIdentifier, codeIdentifierSchema, missingIdentifiers } from './identifier.ts';

const missingProfile = z.enum([...missingIdentifiers, 'password', 'extraProfile']);

/** A part of the account that the tenant asks for; `extraProfile` stands for the tenant's own fields. */
export type MissingProfile = z.output<typeof missingProfile>;

const missingProfileData = object({ missingProfile: listOf(missingProfile) });

/** What is missing yet, in the order to ask for it: data of `user.missing_profile`. */
export function readMissingProfile(data: unknown): readonly MissingProfile[] | undefined {
  return nonEmpty(parseOr(missingProfileData, data)?.missingProfile);
}

const relatedUserData = object({ relatedUser: codeIdentifierSchema });

/**
 * An account that seems to be the same person's as the social identity: data of `user.identity_not_exist`. Its address is masked
 * here, because the server sends it as the provider reported it.
 * @returns `undefined` also where no account is related
 */
export function readRelatedUser(data: unknown): CodeIdentifier | undefined {
  const related = parseOr(relatedUserData, data)?.relatedUser;
  return related && { type: related.type, value: masked(related) };
}

/**
 * An address as it may be shown to somebody who has not proved to own it, by the rules that the server masks with: the first four
 * characters of a longer local part, the last four digits of a number.
 */
function masked({ type, value }: CodeIdentifier): string {
  if (type === 'phone') return `****${value.length > 4 ? value.slice(-4) : ''}`;
  const at = value.lastIndexOf('@');
  return `${at > 4 ? value.slice(0, 4) : ''}****${at < 0 ? '' : value.slice(at)}`;
}

const ssoConnectorsData = object({ ssoConnectors: listOf(object({ id: z.string() })) });

/** Ids of the connectors that an address must sign in with: data of `session.sso_enabled`. The rest of it holds secrets. */
export function readSsoConnectorIds(data: unknown): readonly string[] | undefined {
  return nonEmpty(parseOr(ssoConnectorsData, data)?.ssoConnectors.map(({ id }) => id));
}

const passwordRejection = object({
  code: z.enum([
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
  interpolation: optional(object({ min: optional(natural), max: optional(natural) })),
});

/** One rule of the tenant's that a password breaks. The code is the key of the phrase, without its `error.`. */
export type PasswordRejection = z.output<typeof passwordRejection>;

const passwordRejections = listOf(passwordRejection);

/** Data of `password.rejected`. */
export function readPasswordRejections(data: unknown): readonly PasswordRejection[] | undefined {
  return nonEmpty(parseOr(passwordRejections, data));
}

const nonEmpty = <Member>(list: readonly Member[] | undefined): readonly Member[] | undefined =>
  list?.length ? list : undefined;
