import { expect } from '@open-wc/testing';
import { memoryNavigation } from './in-memory.ts';

describe('history in memory', () => {
  it('starts at the given address, and reads addresses like the browser', () => {
    const { current } = memoryNavigation({ url: '/callback/social/c?code=1#state=2', state: { depth: 1 } });
    expect(current()).to.deep.equal({ path: '/callback/social/c', search: '?code=1', hash: '#state=2', state: { depth: 1 } });
  });

  it('pushes, replaces and goes back', () => {
    const navigation = memoryNavigation();
    let moves = 0;
    navigation.onMove(() => moves++);
    navigation.push('/sign-in/password', 1);
    navigation.replace('/sign-in/verification-code', 2);
    expect(navigation.current()).to.include({ path: '/sign-in/verification-code', state: 2 });
    expect(moves).to.equal(0);
    navigation.back();
    expect(navigation.current()).to.include({ path: '/sign-in', state: null });
    expect(moves).to.equal(1);
  });

  it('stays on its first entry', () => {
    const navigation = memoryNavigation();
    navigation.back();
    expect(navigation.current().path).to.equal('/sign-in');
  });

  it('does not call removed listeners', () => {
    const navigation = memoryNavigation();
    let moves = 0;
    const stop = navigation.onMove(() => moves++);
    stop();
    navigation.back();
    expect(moves).to.equal(0);
  });

  it('leaves only by the given function, and records it', () => {
    const gone: string[] = [];
    const navigation = memoryNavigation({ leave: (url, how) => gone.push(`${how} ${url}`) });
    navigation.leave('https://app.example/', 'replace');
    expect(gone).to.deep.equal(['replace https://app.example/']);
    expect(navigation.left).to.deep.equal([{ url: 'https://app.example/', how: 'replace' }]);
  });
});
