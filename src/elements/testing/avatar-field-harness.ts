import { fixture, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import '../avatar-field/avatar-field.ts';
import '../avatar-field/avatar-crop.ts';
import type { SieAvatarField } from '../avatar-field/avatar-field.ts';

/** A picture of 40 × 20: red at the left, blue at the right. */
export async function pictureFile(name = 'me.png'): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 });
  const context = canvas.getContext('2d')!;
  for (const [color, left] of [
    ['red', 0],
    ['blue', 20],
  ] as const) {
    context.fillStyle = color;
    context.fillRect(left, 0, 20, 20);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, { type: 'image/png' });
}

type Answer = Awaited<ReturnType<SieAvatarField['upload']>>;

/** What a person sees and does. */
export async function avatarField(properties: Partial<SieAvatarField> = {}) {
  install(document, theme);
  const uploads: { file: File; signal: AbortSignal; answer: (answer: Answer) => void; fail: (error: Error) => void }[] = [];
  const changes: boolean[] = [];
  const element = Object.assign(document.createElement('sie-avatar-field'), {
    upload: (file: File, signal: AbortSignal) =>
      new Promise<Answer>((answer, fail) => uploads.push({ file, signal, answer, fail })),
    ...properties,
  });
  const root = await fixture<HTMLElement>(html`<div class="sie-root" style="inline-size: 360px"><form>${element}</form></div>`);
  root.addEventListener('sie-avatar-change', ({ busy }) => changes.push(busy));
  await element.updateComplete;
  const find = <Found extends Element>(selector: string) => root.querySelector<Found>(selector)!;
  const input = find<HTMLInputElement>('input[type=file]');
  const error = () => find('.sie-foot > [role=alert]').textContent;
  const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  const isCropping = () => root.querySelector('dialog')?.open ?? false;
  const choose = (file: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const crop = async (file?: File) => {
    choose(file ?? (await pictureFile()));
    await waitUntil(() => isCropping() && root.querySelector('canvas'));
  };
  /** Chooses a picture and takes what the dialog shows at first. */
  const send = async (file?: File) => {
    const before = uploads.length;
    await crop(file);
    button('Confirm')!.click();
    await waitUntil(() => uploads.length > before && !isCropping());
    return uploads.at(-1)!;
  };
  const settle = async () => {
    await Promise.resolve();
    await element.updateComplete;
  };
  return { root, element, input, uploads, changes, error, button, isCropping, choose, crop, send, settle, find };
}

/** Colour of the pixel at a part of width and height. */
export async function colorOf(file: Blob, x: number, y: number) {
  const bitmap = await createImageBitmap(file);
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data;
  return red > blue ? 'red' : 'blue';
}
