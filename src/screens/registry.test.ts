import { expect } from '@open-wc/testing';
import type { SignInOptions } from '../flow/index.ts';
import { screens } from './registry.ts';

const signInOptions = (terms: SignInOptions['terms']) => ({ terms }) as SignInOptions;

describe('screens', () => {
  for (const [name, { tag, load }] of Object.entries(screens)) {
    it(`${name}: fetched once, and there in the same task from then on`, async () => {
      await load?.(signInOptions('none'));
      expect(customElements.get(tag), tag).to.be.a('function');
      expect(load?.(signInOptions('none'))).to.equal(undefined);
    });
  }

  it('sign-in: needs the checkbox only where the terms are to be ticked', async () => {
    const { load } = screens['sign-in'];
    expect(load?.(signInOptions('sentence'))).to.equal(undefined);
    await load?.(signInOptions('checkbox'));
    expect(customElements.get('sie-terms-checkbox')).to.be.a('function');
    expect(load?.(signInOptions('checkbox'))).to.equal(undefined);
  });
});
