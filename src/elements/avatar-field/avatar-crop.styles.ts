import { css } from 'lit';

/** A square with a circle in it, and a slider below. */
export const avatarCropStyles = css`
  @layer sie.elements {
    .sie-crop {
      margin-block-start: var(--_sie-space-4);
    }
    .sie-crop-stage {
      position: relative;
      inline-size: min(320px, 100%, 36vh);
      margin-inline: auto;
      border-radius: var(--_sie-control-radius);
      overflow: hidden;
    }
    /* Dims the corners, which apps with round avatars cut off. */
    .sie-crop-stage::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: 50%;
      box-shadow:
        0 0 0 1px rgb(255 255 255 / 0.8),
        0 0 0 320px rgb(0 0 0 / 0.45);
      pointer-events: none;
    }
    /* Forced colours remove shadows. */
    @media (forced-colors: active) {
      .sie-crop-stage::after {
        border: 1px solid CanvasText;
      }
    }
    .sie-crop-canvas {
      display: block;
      inline-size: 100%;
      block-size: auto;
      cursor: grab;
      touch-action: none;
      -webkit-user-select: none;
      user-select: none;
    }
    .sie-crop-canvas:where(:active) {
      cursor: grabbing;
    }
    .sie-crop-stage:where(:has(:focus-visible)) {
      outline: 2px solid var(--_sie-focus);
      outline-offset: 2px;
    }
    @supports not selector(:has(*)) {
      .sie-crop-stage:where(:focus-within) {
        outline: 2px solid var(--_sie-focus);
        outline-offset: 2px;
      }
    }
    .sie-crop-zoom {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-3);
      min-block-size: 44px;
      margin-block-start: var(--_sie-space-2);
      font-size: var(--_sie-size-small);
      font-weight: 500;
    }
    .sie-crop-zoom > input {
      flex: 1;
      min-inline-size: 0;
      block-size: 24px;
      accent-color: var(--_sie-fill);
      cursor: pointer;
    }
  }
`;
