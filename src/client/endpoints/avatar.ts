import * as z from 'zod/mini';
import { webUrl } from '../../shared/schema.ts';
import { json } from '../guard.ts';
import type { Endpoint } from '../request.ts';

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
