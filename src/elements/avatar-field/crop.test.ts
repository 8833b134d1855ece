import { expect } from '@open-wc/testing';
import { clampCrop, initialCrop, panCrop, sideOf } from './crop.ts';

const wide = { width: 400, height: 200 };

describe('crop of a picture', () => {
  it('starts with the largest square, in the middle', () => {
    expect(initialCrop(wide)).to.deep.equal({ x: 200, y: 100, zoom: 1 });
    expect(sideOf(wide, initialCrop(wide))).to.equal(200);
  });

  for (const [what, crop, expected] of [
    ['too far to the left', { x: -50, y: 100, zoom: 1 }, { x: 100, y: 100, zoom: 1 }],
    ['too far to the right', { x: 999, y: 100, zoom: 1 }, { x: 300, y: 100, zoom: 1 }],
    ['too far up', { x: 200, y: 0, zoom: 2 }, { x: 200, y: 50, zoom: 2 }],
    ['too far down', { x: 200, y: 200, zoom: 2 }, { x: 200, y: 150, zoom: 2 }],
    ['zoomed in too far', { x: 200, y: 100, zoom: 9 }, { x: 200, y: 100, zoom: 3 }],
    ['zoomed out too far', { x: 50, y: 30, zoom: 0.2 }, { x: 100, y: 100, zoom: 1 }],
    ['inside already', { x: 210, y: 90, zoom: 1.5 }, { x: 210, y: 90, zoom: 1.5 }],
  ] as const) {
    it(`stays inside the picture: ${what}`, () => {
      expect(clampCrop(wide, crop)).to.deep.equal(expected);
    });
  }

  it('moves against the drag, by fractions of the visible side', () => {
    const crop = { x: 200, y: 100, zoom: 2 };
    expect(panCrop(wide, crop, 0.5, 0.25)).to.deep.equal({ x: 150, y: 75, zoom: 2 });
    expect(panCrop(wide, crop, -9, -9)).to.deep.equal({ x: 350, y: 150, zoom: 2 });
  });
});
