/** The square that is cut out of a picture: its geometry, and how it is drawn. */

/** Width and height in pixels of the picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which square of a picture is shown: its centre, in pixels of the picture, and the zoom. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1 (the largest square that fits) to 3. */
  readonly zoom: number;
}

export const zoomRange = { min: 1, max: 3, step: 0.05 } as const;

/** The largest square, in the middle. */
export const initialCrop = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: zoomRange.min });

/** Length of the square's sides in pixels of the picture. */
export const sideOf = ({ width, height }: Size, { zoom }: Crop): number => Math.min(width, height) / zoom;

/** The nearest crop whose square lies inside the picture. */
export function clampCrop(size: Size, crop: Crop): Crop {
  const zoom = clamp(crop.zoom, zoomRange.min, zoomRange.max);
  const half = sideOf(size, { ...crop, zoom }) / 2;
  return { x: clamp(crop.x, half, size.width - half), y: clamp(crop.y, half, size.height - half), zoom };
}

/** Drags the picture by fractions of the square's side: dragging it to the right shows more of its left. */
export function panCrop(size: Size, crop: Crop, right: number, down: number): Crop {
  const side = sideOf(size, crop);
  return clampCrop(size, { ...crop, x: crop.x - right * side, y: crop.y - down * side });
}

/** A decoded picture. Call `close` when it is no longer shown. */
export type Picture = ImageBitmap;

/**
 * Decodes a picture, rotated as its EXIF orientation says. Rejects when the browser cannot decode it. Unlike an image element this
 * needs no object URL to revoke, and no Content-Security-Policy that allows `blob:`.
 */
export function decodePicture(file: Blob): Promise<Picture> {
  return createImageBitmap(file);
}

/** Draws the square of a crop over a whole canvas. Transparent parts become white, since a JPEG has no transparency. */
export function draw(canvas: HTMLCanvasElement, picture: Picture, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Canvas 2D is not available.');
  const { width, height } = canvas;
  const side = sideOf(picture, crop);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, width, height);
}

/** Largest side of a picture that is uploaded, in pixels: enough for every size in which an avatar is shown. */
const largest = 1024;

/** The square of a crop as a JPEG. Rejects when the canvas cannot be encoded. */
export async function cropPicture(picture: Picture, crop: Crop): Promise<Blob> {
  const canvas = squareCanvas(Math.max(1, Math.min(largest, Math.round(sideOf(picture, crop)))));
  draw(canvas, picture, crop);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!blob) throw new Error('The canvas could not be encoded as JPEG.');
  return blob;
}

/** Small data URL of the square, to show it before it is uploaded. */
export function previewOf(picture: Picture, crop: Crop): string {
  const canvas = squareCanvas(192);
  draw(canvas, picture, crop);
  return canvas.toDataURL('image/jpeg', 0.85);
}

function squareCanvas(side: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width: side, height: side });
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(value, max));
