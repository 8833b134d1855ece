import { expect } from '@open-wc/testing';
import { checkPicture, jpegName } from './avatar-messages.ts';

const megabyte = 1024 * 1024;

describe('picture file', () => {
  for (const [type, size, expected] of [
    ['image/png', 1, undefined],
    ['image/jpeg', 20 * megabyte, undefined],
    ['image/webp', 20 * megabyte + 1, 'size'],
    ['image/svg+xml', 1, 'type'],
    ['text/html', 99 * megabyte, 'type'],
    ['', 1, 'type'],
  ] as const) {
    it(`of ${size} bytes of type ${type || 'unknown'} is ${expected ? `rejected for its ${expected}` : 'accepted'}`, () => {
      expect(checkPicture({ type, size })).to.equal(expected);
    });
  }

  for (const [name, expected] of [
    ['me.png', 'me.jpg'],
    ['me.at.sea.webp', 'me.at.sea.jpg'],
    ['me', 'me.jpg'],
    ['.png', 'avatar.jpg'],
    ['  .gif', 'avatar.jpg'],
    ['', 'avatar.jpg'],
  ] as const) {
    it(`${JSON.stringify(name)} is uploaded as ${expected}`, () => {
      expect(jpegName(name)).to.equal(expected);
    });
  }
});
