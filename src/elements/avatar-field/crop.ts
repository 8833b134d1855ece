/** Width and height in pixels of the picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which square of a picture is shown: where its centre is, in pixels of the picture, and how far one has gone in. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  /** 1 (the largest square that fits) to 3. */
  readonly zoom: number;
}

export const zoomRange = { min: 1, max: 3, step: 0.05 } as const;

/** The largest square, from the middle. */
export const wholeCrop = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: zoomRange.min });

/** Length of the square's sides in pixels of the picture. */
export const sideOf = ({ width, height }: Size, { zoom }: Crop): number => Math.min(width, height) / zoom;

/** The nearest crop whose square lies in the picture. */
export function keptInside(size: Size, crop: Crop): Crop {
  const zoom = clamp(crop.zoom, zoomRange.min, zoomRange.max);
  const half = sideOf(size, { ...crop, zoom }) / 2;
  return { x: clamp(crop.x, half, size.width - half), y: clamp(crop.y, half, size.height - half), zoom };
}

/** Pushes the picture by parts of the square's side, as a finger does: to the right shows more of its left. */
export function pushed(size: Size, crop: Crop, right: number, down: number): Crop {
  const side = sideOf(size, crop);
  return keptInside(size, { ...crop, x: crop.x - right * side, y: crop.y - down * side });
}

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(value, max));
