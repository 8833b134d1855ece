import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { presets } from './presets.ts';
import { createStage, type Stage } from './testing/stage.ts';
import { begin } from './testing/steps.ts';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const origin = 'http://localhost:4401';

const upload = async (stage: Stage, bytes: readonly number[] | Uint8Array<ArrayBuffer>, name = 'me & you.png') => {
  const body = new FormData();
  body.set('file', new File([Uint8Array.from(bytes)], name, { type: 'image/png' }));
  const request = new Request(`${origin}/api/experience/user-assets/avatar`, { method: 'POST', body, headers: stage.headers });
  const response = await stage.api.fetch(request);
  const answer = (await response.json()) as { readonly url?: string; readonly code?: string };

  return { status: response.status, ...answer };
};

describe('An avatar', () => {
  it('is kept and can be fetched by its address', async () => {
    const stage = createStage();
    await begin(stage, 'Register');
    const { status, url = '' } = await upload(stage, png);

    assert.equal(status, 200);
    assert.match(url, /^http:\/\/localhost:4401\/demo-assets\/uploads\/\w{8}-me---you\.png$/);
    assert.equal(stage.api.state.assets.find(url.split('/').at(-1) ?? '')?.type, 'image/png');
  });

  it('must be a picture by its content, whole, and not too large', async () => {
    const stage = createStage();
    await begin(stage, 'Register');

    assert.equal((await upload(stage, [...new TextEncoder().encode('<svg></svg>')])).code, 'guard.mime_type_not_allowed');
    assert.equal((await upload(stage, png.slice(0, -1))).code, 'guard.mime_type_not_allowed');
    assert.equal((await upload(stage, new Uint8Array(20 * 1024 * 1024 + 1))).code, 'guard.file_size_exceeded');
  });

  it('belongs to registration', async () => {
    const stage = createStage();
    await begin(stage);
    assert.equal((await upload(stage, png)).code, 'session.invalid_interaction_type');
    await begin(stage, 'ForgotPassword');
    assert.equal((await upload(stage, png)).code, 'session.not_supported_for_forgot_password');
  });

  it('needs a storage that works', async () => {
    const stage = createStage();
    await begin(stage, 'Register');
    const uploadWith = async (preset: 'avatar-storage-failing' | 'avatar-storage-missing') => {
      stage.api.state.tenant = presets[preset].apply(stage.api.state.initialTenant);
      const { status, code } = await upload(stage, png);

      return [status, code];
    };

    assert.deepEqual(await uploadWith('avatar-storage-missing'), [400, 'storage.not_configured']);
    assert.deepEqual(await uploadWith('avatar-storage-failing'), [500, 'storage.upload_error']);
  });
});
