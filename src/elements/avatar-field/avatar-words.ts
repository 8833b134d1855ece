import { fill, msg } from '../../localization/words.ts';
import { pictureLimit, pictureTypeNames } from './picture-file.ts';

const limit = `${pictureLimit} MB`;

/** What may be chosen. */
export const hintText = (): string =>
  fill(msg('Recommended size 1:1, up to {{limit}}.', { id: 'profile.avatar_upload.hint' }), { limit });

/** Good news for those who do not see the picture. */
export const storedText = (): string => msg('Your photo has been uploaded.', { id: 'sie.avatar.stored' });

/** Why there is no picture. `unreadable`: the file is none; `crop`: it could not be cut; `unsent`: it was cropped and is not stored. */
export function avatarProblem(kind: 'type' | 'size' | 'unreadable' | 'crop' | 'upload' | 'unsent'): string {
  switch (kind) {
    case 'type':
      return fill(msg('File type must be {{extensions}}.', { id: 'profile.avatar_upload.error_file_type' }), {
        extensions: pictureTypeNames,
      });
    case 'size':
      return fill(msg('File size must not exceed {{limit}}.', { id: 'profile.avatar_upload.error_file_size' }), { limit });
    case 'unreadable':
      return msg('This file cannot be read as a picture. Choose another one.', { id: 'sie.avatar.unreadable' });
    case 'crop':
      return msg('Failed to crop the image. Please try again.', { id: 'profile.avatar_upload.error_crop' });
    case 'upload':
      return msg('Failed to upload photo. Please try again.', { id: 'profile.avatar_upload.error_upload' });
    case 'unsent':
      return msg('Your photo is not uploaded yet. Try again or remove it.', { id: 'sie.avatar.unsent' });
  }
}
