import { InteractionEvent, maxUploadFileSize } from '@logto/schemas';
import { Hono } from 'hono';

import { ApiError } from '../api-error.ts';
import { detectAvatarType } from '../avatar-image.ts';
import { json } from '../http.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import type { ExperienceEnvironment } from './environment.ts';

const readFile = async (request: Request): Promise<File> => {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');

  if (!(file instanceof File)) {
    throw new ApiError('guard.invalid_input', { values: { type: 'files' } });
  }

  return file;
};

/** Keeps the picture of an account to be. Only registration asks for one. */
export const userAssetRoutes = ({ state }: Services) =>
  new Hono<ExperienceEnvironment>().post('/avatar', async ({ req, var: { experience } }) => {
    const file = await readFile(req.raw);
    const { interactionEvent } = experience.data;

    if (interactionEvent === InteractionEvent.ForgotPassword) {
      throw new ApiError('session.not_supported_for_forgot_password');
    }

    if (interactionEvent !== InteractionEvent.Register) {
      throw new ApiError('session.invalid_interaction_type');
    }

    if (file.size > maxUploadFileSize) {
      throw new ApiError('guard.file_size_exceeded');
    }

    const bytes = new Uint8Array(await file.arrayBuffer());
    const type = detectAvatarType(bytes);

    if (type === undefined) {
      throw new ApiError('guard.mime_type_not_allowed');
    }

    if (state.tenant.avatarStorage === 'missing') {
      throw new ApiError('storage.not_configured');
    }

    if (state.tenant.avatarStorage === 'failing') {
      throw new ApiError('storage.upload_error', { status: 500 });
    }

    const name = `${randomId(8)}-${file.name.replaceAll(/[^\w.-]/g, '-').slice(0, 128)}`;
    state.assets.add(name, { type, bytes });

    return json({ url: new URL(`/demo-assets/uploads/${name}`, req.url).href });
  });
