/** Distance between popover and box, and between popover and the edge of the window, px. */
const gap = 6;

/**
 * Keeps a popover beside a box while the window scrolls or an on-screen keyboard resizes the visual viewport, by setting custom
 * properties `--_sie-country-…` on it. Not by CSS anchor positioning: WebKit 2.50 hangs where fallbacks meet `anchor-size()`.
 * @returns a function that stops it
 */
export function followBox(popover: HTMLElement, box: Element): () => void {
  const place = (): void => {
    if (!visualViewport) return;
    const values = popoverPosition(box.getBoundingClientRect(), window, visualViewport);
    for (const [name, value] of Object.entries(values)) popover.style.setProperty(`--_sie-country-${name}`, value);
  };
  place();
  visualViewport?.addEventListener('resize', place);
  window.addEventListener('scroll', place);
  return () => {
    visualViewport?.removeEventListener('resize', place);
    window.removeEventListener('scroll', place);
  };
}

/**
 * The space beside a box: for a panel above or below it, and for a sheet above the on-screen keyboard.
 * @returns CSS lengths by name
 */
function popoverPosition(
  box: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right' | 'width'>,
  { innerHeight, innerWidth }: Pick<Window, 'innerHeight' | 'innerWidth'>,
  viewport: Pick<VisualViewport, 'height' | 'scale'>,
): Readonly<Record<'inset' | 'room' | 'size' | 'shift' | 'sheet', string>> {
  const below = innerHeight - box.bottom;
  const isBelow = below >= Math.min(box.top, 496);
  const size = Math.min(Math.max(box.width, 320), innerWidth - 2 * gap);
  // The panel is centred in the window, then shifted towards the box, at most to the edge.
  const reach = (innerWidth - size) / 2 - gap;
  const shift = (box.left + box.right - innerWidth) / 2;
  return {
    inset: isBelow ? `${box.bottom + gap}px auto` : `auto ${innerHeight - box.top + gap}px`,
    room: `${(isBelow ? below : box.top) - 2 * gap}px`,
    size: `${size}px`,
    shift: `${Math.max(-reach, Math.min(shift, reach))}px`,
    // Pinch zoom must not shrink the sheet.
    sheet: `${viewport.height * viewport.scale}px`,
  };
}
