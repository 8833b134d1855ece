import { expect } from '@open-wc/testing';
import { browserStorages } from './browser-storage.ts';

describe('storage of the browser', () => {
  const key = 'sie:test';
  afterEach(() => {
    for (const storage of [sessionStorage, localStorage]) storage.removeItem(key);
  });

  for (const name of ['session', 'local'] as const) {
    it(`keeps, finds and removes texts (${name})`, () => {
      const storage = browserStorages()[name];
      expect(storage.get(key)).to.equal(undefined);
      storage.set(key, 'text');
      expect(storage.get(key)).to.equal('text');
      expect(storage.keys()).to.include(key);
      storage.remove(key);
      expect(storage.get(key)).to.equal(undefined);
    });
  }

  it('keeps what belongs to the tab apart from what outlives it', () => {
    const { session, local } = browserStorages();
    session.set(key, 'tab');
    expect(local.get(key)).to.equal(undefined);
    expect(sessionStorage.getItem(key)).to.equal('tab');
  });

  it('forgets in silence where it is blocked', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const { session } = browserStorages();
      session.set(key, 'text');
      session.remove(key);
      expect([session.get(key), session.keys()]).to.deep.equal([undefined, []]);
    } finally {
      if (own) Object.defineProperty(window, 'sessionStorage', own);
    }
  });
});
