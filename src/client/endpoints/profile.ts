import * as z from 'zod/mini';
import { webUrl } from '../../shared/schema.ts';
import { json, noContent } from '../guard.ts';
import type { Endpoint } from '../request.ts';

/** Values of the tenant's own fields by name, as texts; an address is a group of them. */
export type ProfileValues = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export type AddProfile =
  | { readonly type: 'username' | 'password'; readonly value: string }
  /** `social` links the verified identity to the account that another verification identified. */
  | { readonly type: 'email' | 'phone' | 'social'; readonly verificationId: string }
  /** Only required fields are asked for again afterwards, so an empty `values` passes over the optional ones. */
  | { readonly type: 'extraProfile'; readonly values: ProfileValues };

/**
 * Stages a part of the account, which is stored with the identification or the submission that follows. Fails with
 * `password.rejected` (`readPasswordRejections`), `user.username_…` of the tenant's policy, `user.…_already_in_use` for another
 * account's, `user.…_exists_in_profile` where the account has one, `session.sso_enabled` (`readSsoConnectorIds`),
 * `session.email_blocklist.…`, `custom_profile_fields.name_conflict_…`. The server does not validate `extraProfile`.
 */
export const addProfile: Endpoint<AddProfile, void> = {
  method: 'POST',
  path: '/api/experience/profile',
  body: (request) => request,
  answer: noContent,
};

export interface ReplacePassword {
  readonly password: string;
}

/** Stages the new password of a recovery. Fails with `password.rejected` (`readPasswordRejections`) and `user.same_password`. */
export const replacePassword: Endpoint<ReplacePassword, void> = {
  method: 'PUT',
  path: '/api/experience/profile/password',
  body: (request) => request,
  answer: noContent,
};

export interface UploadAvatar {
  readonly file: Blob;
  /** Name with an ending that fits the type. */
  readonly name: string;
}

const uploaded = z.object({ url: webUrl });

/** Where the picture is now: the value of the profile's field `avatar`. */
export type UploadedAvatar = Readonly<z.infer<typeof uploaded>>;

/**
 * Stores a picture of somebody who registers: JPEG, PNG, GIF, WebP or BMP of at most 20 MB. Fails with
 * `guard.file_size_exceeded`, `guard.mime_type_not_allowed`, `storage.not_configured`, `storage.upload_error`, and
 * `session.invalid_interaction_type` where nobody registers.
 */
export const uploadAvatar: Endpoint<UploadAvatar, UploadedAvatar> = {
  method: 'POST',
  path: '/api/experience/user-assets/avatar',
  form: ({ file, name }) => {
    const form = new FormData();
    form.append('file', file, name);
    return form;
  },
  // Twenty megabytes over a slow line.
  timeout: 120_000,
  answer: json(uploaded),
};
