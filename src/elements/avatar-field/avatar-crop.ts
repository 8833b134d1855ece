import '../confirm-dialog/confirm-dialog.ts';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { define, SieElement } from '../element.ts';
import { avatarCropStyles } from './avatar-crop.styles.ts';
import { clampCrop, type Crop, cropPicture, draw, initialCrop, panCrop, type Picture, previewOf, zoomRange } from './crop.ts';

export { decodePicture } from './crop.ts';

/** Fraction of the square that an arrow key moves by. */
const stride = 0.05;

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-stride, 0],
  ArrowRight: [stride, 0],
  ArrowUp: [0, -stride],
  ArrowDown: [0, stride],
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Shows a square of a picture. The picture is moved by mouse, touch or arrow keys, and zoomed by pinching, the wheel or the slider
 * below. The circle shows what remains visible in apps with round avatars.
 *
 * CSS: `.sie-crop` with `.sie-crop-stage`, `.sie-crop-canvas`, `.sie-crop-zoom`.
 */
export class SieAvatarCrop extends SieElement {
  static override readonly globalStyles = [avatarCropStyles];

  static override properties = {
    picture: { attribute: false },
    crop: { state: true },
  };

  declare picture: Picture;
  declare private crop: Crop;

  /** Active pointers by id. */
  private readonly pointers = new Map<number, Point>();

  /** The current square, as a JPEG and as a small data URL. Rejects when the picture cannot be encoded. */
  async read(): Promise<{ readonly picture: Blob; readonly preview: string }> {
    const { picture, crop } = this;
    return { picture: await cropPicture(picture, crop), preview: previewOf(picture, crop) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('picture')) this.crop = initialCrop(this.picture);
  }

  protected override updated(): void {
    const canvas = this.querySelector('canvas');
    if (canvas) draw(canvas, this.picture, this.crop);
  }

  protected override render(): TemplateResult {
    const { min, max, step } = zoomRange;
    const { zoom } = this.crop;
    return html`<div class="sie-crop">
      <div class="sie-crop-stage">
        <canvas
          class="sie-crop-canvas"
          width="640"
          height="640"
          tabindex="0"
          role="application"
          aria-label=${msg('Position of the photo', { id: 'sie.avatar.position' })}
          aria-describedby="${this.uid}-hint"
          @keydown=${this.moveByKey}
          @pointerdown=${this.startDrag}
          @pointermove=${this.drag}
          @pointerup=${this.endDrag}
          @pointercancel=${this.endDrag}
          @wheel=${this.zoomByWheel}
        ></canvas>
      </div>
      <label class="sie-crop-zoom">
        <span>${msg('Zoom', { id: 'profile.avatar_upload.zoom' })}</span>
        <input type="range" form="" min=${min} max=${max} step=${step} .value=${String(zoom)} @input=${this.zoomBySlider} />
      </label>
      <p class="sie-hint" id="${this.uid}-hint">
        ${msg('Drag the photo, or use the arrow keys, to move it.', { id: 'sie.avatar.move_hint' })}
      </p>
    </div>`;
  }

  private zoomTo(zoom: number): void {
    this.crop = clampCrop(this.picture, { ...this.crop, zoom });
  }

  private readonly moveByKey = (event: KeyboardEvent): void => {
    const { key } = event;
    const [right, down] = arrows[key] ?? [0, 0];
    const closer = { '+': 1, '=': 1, '-': -1 }[key] ?? 0;
    if (!right && !down && !closer) return;
    event.preventDefault();
    this.crop = panCrop(this.picture, this.crop, right, down);
    this.zoomTo(this.crop.zoom + closer * zoomRange.step);
  };

  /** Stops the event: the slider is no input of the surrounding form. */
  private readonly zoomBySlider = (event: Event): void => {
    event.stopPropagation();
    this.zoomTo((event.target as HTMLInputElement).valueAsNumber);
  };

  private readonly zoomByWheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.zoomTo(this.crop.zoom - Math.sign(event.deltaY) * zoomRange.step);
  };

  private readonly startDrag = (event: PointerEvent): void => {
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  private readonly endDrag = ({ pointerId }: PointerEvent): void => {
    this.pointers.delete(pointerId);
  };

  private readonly drag = (event: PointerEvent): void => {
    const { pointers } = this;
    if (!pointers.has(event.pointerId)) return;
    const before = spanOf([...pointers.values()]);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = spanOf([...pointers.values()]);
    const side = (event.currentTarget as Element).clientWidth;
    this.crop = panCrop(this.picture, this.crop, (now.x - before.x) / side, (now.y - before.y) / side);
    if (before.reach > 0) this.zoomTo(this.crop.zoom * (now.reach / before.reach));
  };
}

/** Centre of all pointers, and their mean distance from it (`reach`), which is 0 for one pointer. */
function spanOf(points: readonly Point[]): Point & { readonly reach: number } {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  return { x, y, reach: mean((point) => Math.hypot(point.x - x, point.y - y)) };
}

define('sie-avatar-crop', SieAvatarCrop);

declare global {
  interface HTMLElementTagNameMap {
    'sie-avatar-crop': SieAvatarCrop;
  }
}
