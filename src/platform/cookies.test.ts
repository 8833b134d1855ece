import { expect } from '@open-wc/testing';
import { browserCookie } from './cookies.ts';

describe('cookies of the page', () => {
  const names = new Set<string>();
  const put = (name: string, value: string) => {
    names.add(name);
    document.cookie = `${name}=${value}; path=/`;
  };
  afterEach(() => {
    for (const name of names) document.cookie = `${name}=; path=/; max-age=0`;
  });

  it('are found by their whole name among others', () => {
    put('my_token', 'other');
    put('token', 'a.b=c==');
    put('token_too', 'other');
    expect(browserCookie('token')).to.equal('a.b=c==');
  });

  it('are decoded where that can be done', () => {
    put('encoded', 'a%20b%2B');
    put('percent', '100%');
    expect(browserCookie('encoded')).to.equal('a b+');
    expect(browserCookie('percent')).to.equal('100%');
  });

  it('may be empty, or not there', () => {
    put('empty', '');
    expect(browserCookie('empty')).to.equal('');
    expect(browserCookie('absent')).to.equal(undefined);
  });
});
