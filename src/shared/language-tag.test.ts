import { expect } from '@open-wc/testing';
import { canonicalTags, closestLanguage, languageAndScript, parseLanguageTag } from './language-tag.ts';

describe('closestLanguage', () => {
  const cases: readonly (readonly [wanted: string, offered: string, closest: string | undefined])[] = [
    ['zh-HK', 'zh-CN zh-TW', 'zh-TW'],
    ['zh-HK', 'en zh-CN', undefined],
    ['zh-HK', 'zh-TW zh-MO', 'zh-MO'],
    ['zh-MO', 'zh-TW zh-HK', 'zh-HK'],
    ['zh-TW', 'zh zh-CN zh-Hant', 'zh-Hant'],
    ['zh-Hant', 'zh-CN zh-HK zh-TW', 'zh-TW'],
    ['zh-Hans-HK', 'zh-HK zh-TW zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-TW zh', 'zh'],
    ['zh', 'zh-TW zh-CN', 'zh-CN'],
    ['zh-CN', 'zh-Hant zh-Hans', 'zh-Hans'],
    ['yue', 'zh-CN zh-TW', undefined],
    ['pt-PT', 'pt-BR pt', 'pt'],
    ['pt-AO', 'pt-BR pt-PT', 'pt-PT'],
    ['pt-BR', 'pt-PT pt', 'pt'],
    ['pt', 'pt-PT pt-BR', 'pt-BR'],
    ['sr', 'sr-Latn sr-Cyrl', 'sr-Cyrl'],
    ['sr-Latn', 'sr sr-Latn-ME', 'sr-Latn-ME'],
    ['sr-Latn', 'sr sr-Cyrl', undefined],
    ['sr-ME', 'sr-Cyrl sr-Latn', 'sr-Latn'],
    ['en-GB', 'en-US en-AU', 'en-AU'],
    ['en-GB', 'en en-US', 'en'],
    ['en-IN', 'en-US en-GB', 'en-GB'],
    ['en-US', 'en-GB en', 'en'],
    ['en-US', 'en en-US', 'en-US'],
    ['en', 'en-GB en-US', 'en-US'],
    ['es-MX', 'es es-ES es-419', 'es-419'],
    ['es-419', 'es es-AR', 'es-AR'],
    ['es-ES', 'es-419 es', 'es'],
    ['es-MX', 'es', 'es'],
    ['nb', 'en no', 'no'],
    ['no', 'nn nb', 'nb'],
    ['nn-NO', 'nb nn', 'nn'],
    ['nn', 'en nb-NO', 'nb-NO'],
    ['iw', 'ar he', 'he'],
    ['he-IL', 'iw', 'iw'],
    ['in', 'en id', 'id'],
    ['id', 'in', 'in'],
    ['tl', 'fil', 'fil'],
    ['fil-PH', 'tl en', 'tl'],
    ['uz', 'uz-Cyrl uz-Latn', 'uz-Latn'],
    ['uz-Cyrl-UZ', 'uz uz-Cyrl', 'uz-Cyrl'],
    ['fr-CA', 'fr-BE fr', 'fr'],
    ['de-AT', 'de-CH de-DE', 'de-CH'],
    ['de', 'nl', undefined],
    ['ZH-hk', 'ZH-cn zh-tw', 'zh-tw'],
    ['zh_HK', 'zh_CN zh_TW', 'zh_TW'],
    ['zh_TW.UTF-8', 'zh-CN zh-Hant', 'zh-Hant'],
    ['de_DE@euro', 'en de', 'de'],
    ['en-u-nu-arab', 'ar en', 'en'],
    ['C', 'en C', undefined],
    ['POSIX', 'en', undefined],
    ['*', 'en *', undefined],
    ['x-private', 'x-private en', undefined],
    ['i-klingon', 'i-klingon en', undefined],
    ['en', 'x-private i-klingon C * - en--US a_b en', 'en'],
    ['__proto__', '__proto__ constructor', undefined],
    ['und', 'en', 'en'],
    [`en${'-abcdefgh'.repeat(1_200)}`, 'en', undefined],
    ['en', `en${'-abcdefgh'.repeat(1_200)}`, undefined],
    ['', 'en', undefined],
    ['en', '', undefined],
  ];

  it(`finds what a reader reads best (${cases.length} cases)`, () => {
    const wrong = cases.flatMap(([wanted, offered, closest]) => {
      const found = closestLanguage(offered.split(' '), wanted);
      return found === closest
        ? []
        : [`${wanted.slice(0, 20)} of ${offered.slice(0, 40)}: ${String(found)} for ${String(closest)}`];
    });
    expect(wrong).to.deep.equal([]);
  });

  it('offers nothing where there is nothing', () => {
    expect(closestLanguage([], 'en')).to.equal(undefined);
  });
});

describe('language tags', () => {
  it('are read in the form of the web and in that of platforms', () => {
    const cases = {
      'zh-cn': 'zh-CN',
      zh_CN: 'zh-CN',
      'zh_Hant_TW.UTF-8': 'zh-Hant-TW',
      iw: 'he',
      EN: 'en',
      'de_DE@euro': 'de-DE',
    };
    expect(canonicalTags(Object.keys(cases))).to.deep.equal(Object.values(cases));
  });

  it('are not what only looks like one', () => {
    const none = [
      '',
      ' ',
      'C',
      '*',
      'x-private',
      'i-klingon',
      'not a language',
      'e',
      'en-',
      '-en',
      'en--US',
      '中文',
      'en\u0000',
      '0',
    ];
    expect(none.filter(parseLanguageTag)).to.deep.equal([]);
    expect(none.filter(languageAndScript)).to.deep.equal([]);
    expect(canonicalTags(none)).to.deep.equal([]);
  });
});
