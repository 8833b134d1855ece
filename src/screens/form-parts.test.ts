import { expect } from '@open-wc/testing';
import { localizedConnectorName } from './form-parts.ts';

describe('localizedConnectorName', () => {
  const cases: readonly (readonly [language: string, names: Readonly<Record<string, string>>, name: string])[] = [
    ['zh-HK', { 'zh-CN': '简体', 'zh-TW': '繁體' }, '繁體'],
    ['zh-HK', { en: 'English', 'zh-CN': '简体' }, 'English'],
    ['zh-SG', { en: 'English', 'zh-CN': '简体', 'zh-TW': '繁體' }, '简体'],
    ['zh-Hans-HK', { 'zh-HK': '繁體', 'zh-CN': '简体' }, '简体'],
    ['pt-PT', { en: 'English', 'pt-BR': 'Brasil' }, 'Brasil'],
    ['sr-Latn', { sr: 'Српски', en: 'English' }, 'English'],
    ['de', { 'en-GB': 'British', 'zh-CN': '简体' }, 'British'],
    ['de', { 'zh-CN': '简体' }, '简体'],
    ['nb', { en: 'English', no: 'Norsk' }, 'Norsk'],
    ['iw', { he: 'עברית', en: 'English' }, 'עברית'],
    ['zh-TW', { zh_TW: '繁體', zh_CN: '简体' }, '繁體'],
    ['en', { en: '', 'en-US': 'American' }, 'American'],
    ['en', { en: ' ', fr: 'Français' }, 'Français'],
    ['en', { en: '\u200b' }, 'target'],
    ['en', {}, 'target'],
    ['en', { constructor: 'Inherited' }, 'Inherited'],
    ['en', { 'not a tag': 'Odd', en: 'English' }, 'English'],
    ['x-klingon', { en: 'English', 'x-klingon': 'tlhIngan' }, 'English'],
    ['en', JSON.parse('{"__proto__":"Odd","en":"English"}') as Record<string, string>, 'English'],
    ['', { fr: 'Français', en: 'English' }, 'English'],
  ];

  for (const [language, names, name] of cases) {
    it(`is ${name} for ${language || 'no language'} of ${Object.keys(names).join(', ') || 'none'}`, () => {
      expect(localizedConnectorName(names, 'target', language)).to.equal(name);
    });
  }

  it('does not depend on languages called like members of objects', () => {
    for (const language of ['__proto__', 'constructor', 'toString', 'hasOwnProperty-x', '', '-']) {
      expect(localizedConnectorName({ en: 'Acme' }, 'acme', language), language).to.equal('Acme');
      expect(localizedConnectorName({}, 'acme', language), language).to.equal('acme');
    }
  });
});
