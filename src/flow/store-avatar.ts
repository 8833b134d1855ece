import { uploadAvatar } from '../client/endpoints/avatar.ts';
import type { Client } from '../client/request.ts';
import { problemOf } from './outcomes.ts';
import type { Problem } from './state.ts';

/** A picture with the name of its file. */
export interface Picture extends Blob {
  readonly name: string;
}

/** Where a picture is stored now, or why it is not. */
export type StoredAvatar = { readonly url: string } | { readonly problem: Problem };

/** Stores a picture for the profile. Never rejects. */
export async function storeAvatar(client: Client, picture: Picture, signal: AbortSignal): Promise<StoredAvatar> {
  try {
    return await client.call(uploadAvatar, { file: picture, name: picture.name }, { signal });
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
