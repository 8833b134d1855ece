/** Which picture files are accepted, and what is said about them. */
import { chunkMissingText, interpolate, msg } from '../../localization/messages.ts';

/** MIME types that the server accepts; a cropped picture is always a JPEG. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'] as const;

/** Size of the largest file, in MiB. */
const pictureLimit = 20;
const limit = `${pictureLimit} MB`;

/** Why a chosen file cannot be used; undefined when it can. */
export function checkPicture({ type, size }: Pick<File, 'type' | 'size'>): 'type' | 'size' | undefined {
  if (!pictureTypes.some((known) => known === type)) return 'type';
  return size > pictureLimit * 1024 * 1024 ? 'size' : undefined;
}

/** Name of the JPEG made from a file. */
export function jpegName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '').trim() || 'avatar'}.jpg`;
}

/** Hint: which files are accepted. */
export const hintText = (): string =>
  interpolate(msg('Recommended size 1:1, up to {{limit}}.', { id: 'profile.avatar_upload.hint' }), { limit });

/** Status for people who do not see the picture. */
export const storedText = (): string => msg('Your photo has been uploaded.', { id: 'sie.avatar.stored' });

/**
 * Error text. `unreadable`: the file is no picture; `chunk`: the code for cropping could not be loaded; `crop`: cropping failed;
 * `unsent`: the picture was cropped, but is not uploaded.
 */
export function avatarProblem(kind: 'type' | 'size' | 'unreadable' | 'chunk' | 'crop' | 'upload' | 'unsent'): string {
  switch (kind) {
    case 'type':
      return interpolate(msg('File type must be {{extensions}}.', { id: 'profile.avatar_upload.error_file_type' }), {
        extensions: 'JPEG, PNG, GIF, WEBP, BMP',
      });
    case 'size':
      return interpolate(msg('File size must not exceed {{limit}}.', { id: 'profile.avatar_upload.error_file_size' }), { limit });
    case 'unreadable':
      return msg('This file cannot be read as a picture. Choose another one.', { id: 'sie.avatar.unreadable' });
    case 'chunk':
      return chunkMissingText();
    case 'crop':
      return msg('Failed to crop the image. Please try again.', { id: 'profile.avatar_upload.error_crop' });
    case 'upload':
      return msg('Failed to upload photo. Please try again.', { id: 'profile.avatar_upload.error_upload' });
    case 'unsent':
      return msg('Your photo is not uploaded yet. Try again or remove it.', { id: 'sie.avatar.unsent' });
  }
}
