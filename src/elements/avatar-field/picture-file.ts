/** What the server takes; a cropped picture is always a JPEG. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'] as const;

/** Their names, for people. */
export const pictureTypeNames = 'JPEG, PNG, GIF, WEBP, BMP';

/** The largest file, in megabytes. */
export const pictureLimit = 20;

/** Why a chosen file cannot be used. */
export function checkPicture({ type, size }: Pick<File, 'type' | 'size'>): 'type' | 'size' | undefined {
  if (!pictureTypes.some((known) => known === type)) return 'type';
  return size > pictureLimit * 1024 * 1024 ? 'size' : undefined;
}

/** Name of the JPEG made of a file. */
export function jpegName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '').trim() || 'avatar'}.jpg`;
}
