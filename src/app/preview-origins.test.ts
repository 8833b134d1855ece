import { expect } from '@open-wc/testing';
import { namedAncestors } from './preview.ts';

describe('pages that may show a preview', () => {
  for (const [policy, origins] of [
    ["default-src 'self'; frame-ancestors 'self' https://console.example.com", ['https://console.example.com']],
    ["frame-ancestors 'self' http://localhost:3002 https://cloud.logto.io", ['http://localhost:3002', 'https://cloud.logto.io']],
    ['frame-ancestors https://Console.Example.com:443/', ['https://console.example.com']],
    ["default-src 'self', frame-ancestors https://a.example", ['https://a.example']],
    ['FRAME-ANCESTORS\thttps://a.example', ['https://a.example']],
    ["frame-ancestors 'self'", []],
    ["frame-ancestors 'none'", []],
    ['frame-ancestors *', []],
    ['frame-ancestors https:', []],
    ['frame-ancestors https://*', []],
    ['frame-ancestors https://*.example.com', []],
    ['frame-ancestors evil.example', []],
    ['frame-ancestors null', []],
    ['frame-ancestors https:evil.example', []],
    ['frame-ancestors https://a@evil.example', []],
    ['frame-ancestors data: blob: feed://evil.example', []],
    ['frame-src https://evil.example', []],
    ['default-src https://evil.example; xframe-ancestors https://evil.example', []],
    ['', []],
    [';;,', []],
  ] as const) {
    it(`by ${policy || 'no policy'}: ${origins.join(', ') || 'none but this origin'}`, () => {
      expect(namedAncestors(policy)).to.deep.equal(origins);
    });
  }
});
