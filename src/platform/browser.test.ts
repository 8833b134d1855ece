import { expect } from '@open-wc/testing';
import { browserCookie, browserDocumentMeta, browserOneTimeCodeReader, browserStorages } from './browser.ts';

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

  it('separates storage of the tab from storage of all tabs', () => {
    const { session, local } = browserStorages();
    session.set(key, 'tab');
    expect(local.get(key)).to.equal(undefined);
    expect(sessionStorage.getItem(key)).to.equal('tab');
  });

  it('keeps nothing and does not throw where it is blocked', () => {
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

  it('may be empty or absent', () => {
    put('empty', '');
    expect(browserCookie('empty')).to.equal('');
    expect(browserCookie('absent')).to.equal(undefined);
  });
});

/** A window of Chrome on Android, whose `credentials.get` answers as told. */
const android = (get: (options: CredentialRequestOptions) => Promise<unknown>) =>
  ({ OTPCredential: Object, navigator: { credentials: { get } } }) as unknown as Window;
const { signal } = new AbortController();

describe('reading a code from a text message', () => {
  it('is not offered where the browser cannot', () => {
    expect(browserOneTimeCodeReader({ navigator: {} } as Window)).to.equal(undefined);
  });

  it('asks only for text messages, with an abort signal', async () => {
    const asked: unknown[] = [];
    const reader = browserOneTimeCodeReader(
      android((options) => {
        asked.push(options);
        return Promise.resolve({ code: '123456' });
      }),
    );
    expect(await reader?.receive(signal)).to.equal('123456');
    expect(asked).to.deep.equal([{ otp: { transport: ['sms'] }, signal }]);
  });

  it('returns none when the person declines, no message arrives, or it is aborted', async () => {
    for (const answer of [() => Promise.resolve(null), () => Promise.reject(new DOMException('aborted', 'AbortError'))]) {
      expect(await browserOneTimeCodeReader(android(answer))?.receive(signal)).to.equal(undefined);
    }
  });
});

describe('title and icons of the page', () => {
  let page: Document;
  const icons = () => [...page.head.querySelectorAll<HTMLLinkElement>('link')].map(({ rel, href }) => [rel, href]);

  beforeEach(() => {
    page = document.implementation.createHTMLDocument('');
    page.head.insertAdjacentHTML('beforeend', '<link rel="icon" href="data:," />');
  });

  it('sets the title', () => {
    browserDocumentMeta(page).setTitle('Sign in');
    expect(page.title).to.equal('Sign in');
  });

  it('replaces the empty icon by one for tabs and one for home screens, and changes them', () => {
    const meta = browserDocumentMeta(page);
    meta.setIcon('https://acme.example/light.ico');
    meta.setIcon('https://acme.example/dark.ico');
    expect(icons()).to.deep.equal([
      ['shortcut icon', 'https://acme.example/dark.ico'],
      ['apple-touch-icon', 'https://acme.example/dark.ico'],
    ]);
  });

  it('leaves the icon where the tenant has none', () => {
    browserDocumentMeta(page).setIcon(undefined);
    expect(icons()).to.deep.equal([['icon', 'data:,']]);
  });
});
