import { expect } from '@open-wc/testing';
import { parseImageUrl, parseLinkUrl, parseWebUrl } from './web-address.ts';

/** Texts, and the address that each is; undefined where a page must not go, link or load from there. */
const webAddresses: readonly (readonly [text: unknown, href: string | undefined])[] = [
  ['https://a.example/x', 'https://a.example/x'],
  ['https://a.example', 'https://a.example/'],
  ['HTTPS://A.EXAMPLE', 'https://a.example/'],
  ['http://localhost:3001/oidc', 'http://localhost:3001/oidc'],
  ['https://a.example:443/', 'https://a.example/'],
  ['https://a.example:8443/', 'https://a.example:8443/'],
  ['https://[::1]/', 'https://[::1]/'],
  // Without its slashes, or with others: the same thing to a browser, and never meant well.
  ['https:a.example/x', undefined],
  ['https:/a.example/x', undefined],
  ['https:///a.example/x', undefined],
  ['https:\\\\a.example\\x', undefined],
  ['https:\\a.example', undefined],
  ['  https://a.example/ ', 'https://a.example/'],
  ['\n\thttps://a.example/', 'https://a.example/'],
  ['https://a.exa\rmple/', 'https://a.example/'],
  ['\u0000\u001fhttps://a.example/', undefined],
  ['ht\ttps:/\n/a.example/', undefined],
  ['https:/\t/a.example/', undefined],
  ['https://a。example/', 'https://a.example/'],
  ['https://a．example/', 'https://a.example/'],
  ['https://a｡example/', 'https://a.example/'],
  ['https://ａ.example/', 'https://a.example/'],
  ['https://a%2eexample/', 'https://a.example/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://a.example/ü?ü', 'https://a.example/%C3%BC?%C3%BC'],
  ['https://a.example/a/../b', 'https://a.example/b'],
  ['https://0x7f.1/', 'https://127.0.0.1/'],
  ['https://a.example\\@b.example/', 'https://a.example/@b.example/'],
  // A name before the host is there to deceive.
  ['https://b.example@a.example/', undefined],
  ['https://user:pass@a.example/', undefined],
  ['https://:pass@a.example/', undefined],
  ['https:b.example@a.example', undefined],
  ['https://b.example%40a.example/', undefined],
  ['https://b.example\u0000@a.example', undefined],
  // No host.
  ['https:', undefined],
  ['https://', undefined],
  ['https:///', undefined],
  ['https:\\\\', undefined],
  ['http:///', undefined],
  ['https://?x', undefined],
  ['https://#x', undefined],
  ['https://:443/', undefined],
  ['https://a.example:99999/', undefined],
  ['https://a<b>/', undefined],
  ['https://%00/', undefined],
  ['https://[::1', undefined],
  // Relative: of whatever page they stand in.
  ['//a.example/x', undefined],
  ['\\\\a.example\\x', undefined],
  ['/\\a.example', undefined],
  ['/x', undefined],
  ['x', undefined],
  ['a.example', undefined],
  ['?x', undefined],
  ['#x', undefined],
  ['', undefined],
  [' ', undefined],
  // Other schemes.
  ['javascript:alert(1)', undefined],
  [' javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0001JAVASCRIPT://a.example/%0aalert(1)', undefined],
  ['vbscript:x', undefined],
  ['data:text/html,x', undefined],
  ['data:,x', undefined],
  ['blob:https://a.example/x', undefined],
  ['filesystem:https://a.example/temporary/x', undefined],
  ['view-source:https://a.example/', undefined],
  ['feed:https://a.example/', undefined],
  ['feed://a.example/', undefined],
  ['jar:https://a.example/x!/y', undefined],
  ['web+x:a.example', undefined],
  ['ws://a.example/', undefined],
  ['wss://a.example/', undefined],
  ['ftp://a.example/', undefined],
  ['file:///etc/passwd', undefined],
  ['about:blank', undefined],
  ['mailto:a@a.example', undefined],
  ['tel:+1', undefined],
  ['https+x://a.example/', undefined],
  ['xhttps://a.example/', undefined],
  ['httpss://a.example/', undefined],
  ['-https://a.example/', undefined],
  // No text.
  [undefined, undefined],
  [null, undefined],
  [7, undefined],
  [{ toString: () => 'https://a.example/' }, undefined],
  [['https://a.example/'], undefined],
  [new URL('https://a.example/'), undefined],
];

describe('an address of the web', () => {
  it(`is what a browser takes the text for, and nothing else (${webAddresses.length} texts)`, () => {
    for (const [text, href] of webAddresses) expect(parseWebUrl(text)?.href, JSON.stringify(text)).to.equal(href);
  });

  it('is never another one for a link of the page than for us', () => {
    for (const [text, href] of webAddresses) {
      const anchor = document.createElement('a');
      anchor.setAttribute('href', String(text));
      if (href !== undefined) expect(anchor.href, JSON.stringify(text)).to.equal(href);
    }
  });

  it('is the same when its result is read again', () => {
    for (const [, href] of webAddresses) expect(parseWebUrl(href)?.href).to.equal(href);
  });
});

describe('an address of a picture', () => {
  for (const [text, href] of [
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['DATA:IMAGE/SVG+XML,x', 'data:IMAGE/SVG+XML,x'],
    [' data:image/gif,x', 'data:image/gif,x'],
    ['https://a.example/x.png', 'https://a.example/x.png'],
    ['data:text/html,<script>', undefined],
    ['data:,image/png', undefined],
    ['data: image/png,x', undefined],
    ['data:application/xhtml+xml;image/png,x', undefined],
    ['blob:https://a.example/x', undefined],
    ['javascript:image/png', undefined],
    ['image/png', undefined],
    ['https://user@a.example/x.png', undefined],
  ] as const) {
    it(`${JSON.stringify(text)}: ${href ?? 'none'}`, () => expect(parseImageUrl(text)?.href).to.equal(href));
  }
});

describe('an address of a link', () => {
  for (const [text, href] of [
    ['mailto:help@a.example', 'mailto:help@a.example'],
    ['TEL:+491', 'tel:+491'],
    ['https:a.example', undefined],
    ['sms:+1', undefined],
    ['javascript:mailto:x', undefined],
    ['data:text/html,mailto:', undefined],
    ['intent:mailto:x', undefined],
    ['https://a@b.example', undefined],
  ] as const) {
    it(`${JSON.stringify(text)}: ${href ?? 'none'}`, () => expect(parseLinkUrl(text)?.href).to.equal(href));
  }
});
