import { expect } from '@open-wc/testing';
import { createClient } from '../client/request.ts';
import { getSettings } from '../client/endpoints/well-known.ts';
import { browserNavigation } from '../platform/browser.ts';
import { absoluteUrl } from './web-address.ts';

/** What a document may say about where its relative addresses lead. */
const bases: Readonly<Record<string, string>> = {
  'another origin': 'https://other.test/app/',
  'another origin without a slash': 'https://other.test',
  'another folder': '/some/other/folder/',
  'a file in another folder': '/some/page.html',
  'a relative folder': 'deeper/and/deeper/',
  'the parent folder': '../',
  'a query': '?a=b',
  'a fragment': '#part',
  nothing: '',
  'another protocol': 'http://insecure.test/',
  'no host at all': '//other.test/x/',
  data: 'data:text/html,x',
  'an invalid address': 'https://',
  'an invalid port': 'https://other.test:99999/',
  script: 'javascript:void 0',
  'a blob': 'blob:https://other.test/1',
  'another user': 'https://user:password@other.test/',
};

const paths = ['/sign-in', '/sign-in/password?a=1#b', '/callback/x?code=1', '/', '/api/.well-known/sign-in-exp?appId=a%2Fb'];

async function withBase<Result>(href: string, run: () => Result | Promise<Result>): Promise<Result> {
  const base = Object.assign(document.createElement('base'), { target: '_blank' });
  base.setAttribute('href', href);
  document.head.prepend(base);
  try {
    return await run();
  } finally {
    base.remove();
  }
}

describe('addresses of the page', () => {
  const original = window.fetch;
  const { href, state } = { href: location.href, state: history.state as unknown };

  afterEach(() => {
    window.fetch = original;
    history.replaceState(state, '', href);
  });

  for (const [title, base] of Object.entries(bases)) {
    it(`lead to its own origin where the document's base is ${title}`, async () => {
      const asked: string[] = [];
      window.fetch = (input) => {
        asked.push(new URL(input as string, document.baseURI).href);
        return Promise.resolve(new Response('{}'));
      };
      const shown: string[] = [];
      await withBase(base, async () => {
        await createClient()
          .call(getSettings, { appId: 'a' })
          .catch(() => undefined);
        // WebKit allows 100 changes of the history in ten seconds.
        for (const path of paths.slice(1, 2)) {
          browserNavigation().push(path, null);
          shown.push(location.href);
          browserNavigation().replace(path, null);
          shown.push(location.href);
        }
      });
      expect(asked).to.deep.equal([`${location.origin}/api/.well-known/sign-in-exp?appId=a`]);
      expect(shown).to.deep.equal(paths.slice(1, 2).flatMap((path) => [location.origin + path, location.origin + path]));
    });
  }

  it('lead there for leaving, too, whoever the document belongs to', () => {
    const left: string[] = [];
    const at = { origin: 'https://auth.test', assign: (url: string) => left.push(url), replace: (url: string) => left.push(url) };
    const { leave } = browserNavigation({ location: at, document: { referrer: '' } } as unknown as Window);
    leave('/sign-in', 'assign');
    leave('/consent?x=1', 'replace');
    leave('https://app.test/callback', 'assign');
    expect(left).to.deep.equal(['https://auth.test/sign-in', 'https://auth.test/consent?x=1', 'https://app.test/callback']);
  });

  it('stay what they are where they are absolute, or where the page has no origin', () => {
    const auth = { origin: 'https://auth.test' };
    for (const url of [
      'https://x.test/',
      'io.app://callback',
      'mailto:a@b.test',
      '//other.test/x',
      '/\\other.test',
      '',
      'relative',
      '?a',
      '#b',
    ]) {
      expect(absoluteUrl(url, auth)).to.equal(url);
    }
    expect(absoluteUrl('/sign-in', { origin: 'null' })).to.equal('/sign-in');
    expect(absoluteUrl('/sign-in', undefined)).to.equal('/sign-in');
  });
});
