import { expect } from '@open-wc/testing';
import type { Offer } from '../flow/index.ts';
import { screens } from './registry.ts';

const offer = (terms: Offer['terms']) => ({ terms }) as Offer;

describe('screens', () => {
  const late = [
    'password',
    'verification-code',
    'register',
    'forgot-password',
    'new-password',
    'missing-identifier',
    'direct',
    'error',
  ] as const;
  for (const name of late) {
    it(`${name}: fetched once, and there in the same task from then on`, async () => {
      const { tag, load } = screens[name];
      await load?.(offer('none'));
      expect(customElements.get(tag), tag).to.be.a('function');
      expect(load?.(offer('none'))).to.equal(undefined);
    });
  }

  it('sign-in: needs the checkbox only where the terms are to be ticked', async () => {
    const { load } = screens['sign-in'];
    expect(load?.(offer('sentence'))).to.equal(undefined);
    await load?.(offer('checkbox'));
    expect(customElements.get('sie-terms-checkbox')).to.be.a('function');
    expect(load?.(offer('checkbox'))).to.equal(undefined);
  });
});
