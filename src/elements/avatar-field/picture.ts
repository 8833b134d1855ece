import { type Crop, sideOf } from './crop.ts';

/** A picture in memory. Call `close` when it is no longer shown. */
export type Picture = ImageBitmap;

/**
 * Reads a picture, upright. Rejects when the browser cannot make a picture of it. Unlike an image element it needs no object URL to
 * give back, and no Content-Security-Policy that allows one.
 */
export function decodePicture(file: Blob): Promise<Picture> {
  return createImageBitmap(file);
}

/** Draws the square of a crop over a whole canvas. A JPEG has no transparency: what is transparent gets white. */
export function draw(canvas: HTMLCanvasElement, picture: Picture, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  const { width, height } = canvas;
  const side = sideOf(picture, crop);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, width, height);
}

/** Side of the largest picture that is sent, in pixels: enough for any screen that shows an avatar. */
const largest = 1024;

/** The square of a crop as a JPEG. Rejects when it cannot be made. */
export async function cropPicture(picture: Picture, crop: Crop): Promise<Blob> {
  const canvas = squareCanvas(Math.max(1, Math.min(largest, Math.round(sideOf(picture, crop)))));
  draw(canvas, picture, crop);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!blob) throw new Error('The canvas gave no picture.');
  return blob;
}

/** Data URL of the square, small, to show it at once. */
export function previewOf(picture: Picture, crop: Crop): string {
  const canvas = squareCanvas(192);
  draw(canvas, picture, crop);
  return canvas.toDataURL('image/jpeg', 0.85);
}

function squareCanvas(side: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width: side, height: side });
}
