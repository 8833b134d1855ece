/** Between panel and box, and between panel and the window's edge, px. */
const gap = 6;

/**
 * Where there is room beside the field's box: for a panel above or below it, for a sheet above the keyboard of a phone.
 * @returns CSS lengths by name; each is a custom property `--_sie-country-…`
 */
export function panelPlace(
  box: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right' | 'width'>,
  { innerHeight, innerWidth }: Pick<Window, 'innerHeight' | 'innerWidth'>,
  viewport: Pick<VisualViewport, 'height' | 'scale'>,
): Readonly<Record<'inset' | 'room' | 'size' | 'shift' | 'sheet', string>> {
  const below = innerHeight - box.bottom;
  const isBelow = below >= Math.min(box.top, 496);
  const size = Math.min(Math.max(box.width, 320), innerWidth - 2 * gap);
  // From the middle of the window, and not beyond its edges.
  const reach = (innerWidth - size) / 2 - gap;
  const shift = (box.left + box.right - innerWidth) / 2;
  return {
    inset: isBelow ? `${box.bottom + gap}px auto` : `auto ${innerHeight - box.top + gap}px`,
    room: `${(isBelow ? below : box.top) - 2 * gap}px`,
    size: `${size}px`,
    shift: `${Math.max(-reach, Math.min(shift, reach))}px`,
    // Zooming by hand must not shrink it.
    sheet: `${viewport.height * viewport.scale}px`,
  };
}
