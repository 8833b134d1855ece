import type { IdentifierType } from '../identifier.ts';

/** A text, and who it means. */
export interface IdentifierCase {
  readonly text: string;
  /** Language of the page, with the region that says the country to begin with. */
  readonly locale: string;
  /** The same country. */
  readonly guess: string;
  /** Country that was picked from the list before. */
  readonly picked?: string;
  readonly type: IdentifierType;
  /** Undefined: it is nobody, and nothing is sent. */
  readonly value: string | undefined;
  /** Country that is shown with a number. */
  readonly country?: string | undefined;
}

const us = { locale: 'en-US', guess: 'US' };
const cn = { locale: 'zh-CN', guess: 'CN' };
const de = { locale: 'de-DE', guess: 'DE' };

const email = (text: string, value?: string): IdentifierCase => ({ ...us, text, type: 'email', value });

const emails: readonly IdentifierCase[] = [
  email('alice@example.com', 'alice@example.com'),
  email(' alice@example.com ', 'alice@example.com'),
  email('Alice.O+tag_1@Example.co.uk', 'Alice.O+tag_1@Example.co.uk'),
  email('alice@example。com', 'alice@example.com'),
  email('alice@example｡com', 'alice@example.com'),
  email('alice@example．com', 'alice@example.com'),
  email('alice@example﹒com', 'alice@example.com'),
  email('ａｌｉｃｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'alice@example.com'),
  email('alice﹫example.com', 'alice@example.com'),
  email('al\u00adice@example.com', 'alice@example.com'),
  email('\u061calice@example.com', 'alice@example.com'),
  email('ali\u034fce@exam\u034fple.com', 'alice@example.com'),
  email('alice\ufe0f@example.com', 'alice@example.com'),
  email('alice@\u180eexample.com', 'alice@example.com'),
  email('\u200balice@example.com\u200d', 'alice@example.com'),
  email('\u202aalice@example.com\u202c', 'alice@example.com'),
  email('\u2068alice@example.com\u2069', 'alice@example.com'),
  email('\ufeffalice@example.com', 'alice@example.com'),
  email('alice\u2060@example.com', 'alice@example.com'),
  email('alice\u{e0061}@example.com', 'alice@example.com'),
  email('alice@example.com\ufffc', 'alice@example.com'),
  email('\u00a0alice@example.com\u3000', 'alice@example.com'),
  email('\talice@example.com\u2009', 'alice@example.com'),
  email('mailto:alice@example.com', 'alice@example.com'),
  email('MAILTO:alice@example.com?subject=Hello%20you', 'alice@example.com'),
  email('mailto:alice%2Btag@example.com', 'alice+tag@example.com'),
  email('mailto:al%C2%ADice@example.com', 'alice@example.com'),
  email('Alice <alice@example.com>', 'alice@example.com'),
  email('"Smith, Alice" <alice@example.com>;', 'alice@example.com'),
  email('<alice@example.com>', 'alice@example.com'),
  email('<mailto:alice@example.com>', 'alice@example.com'),
  email('(alice@example.com)', 'alice@example.com'),
  email('“alice@example.com”', 'alice@example.com'),
  email('alice@example.com.', 'alice@example.com'),
  email('alice@example.com,', 'alice@example.com'),
  email('alice@example.com;', 'alice@example.com'),
  email('alice@example.com。', 'alice@example.com'),
  email('jo@bücher.example', 'jo@bücher.example'),
  email('jo@bu\u0308cher.example', 'jo@bücher.example'),
  email('jo@xn--bcher-kva.example', 'jo@xn--bcher-kva.example'),
  email('阿里@例子。中国', '阿里@例子.中国'),
  email('علي١@مثال.مصر', 'علي١@مثال.مصر'),
  email('ali١٢٣@example.com', 'ali123@example.com'),
  email('alice@my\u2011company.example', 'alice@my-company.example'),
  email('"a@b"@example.com', '"a@b"@example.com'),
  email("o'brien@example.com", "o'brien@example.com"),
  email('taro..yamada.@docomo.example', 'taro..yamada.@docomo.example'),
  email(`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`),
  // Longer names than RFC 5321 allows exist, and are somebody's.
  email(`${'a'.repeat(65)}@example.com`, `${'a'.repeat(65)}@example.com`),
  email(`${'a'.repeat(200)}@example.com`, `${'a'.repeat(200)}@example.com`),
  email(`${'a'.repeat(244)}@example.com`, `${'a'.repeat(244)}@example.com`),
  email(`${'a'.repeat(245)}@example.com`),
  email('alice@'),
  email('alice@example'),
  email('@example.com'),
  email('alice@@example.com'),
  email('alice@example..com'),
  email('alice@.example.com'),
  email('alice smith@example.com'),
  email('alice@exam ple.com'),
  email('alice@example.com, bob@example.com'),
  email('Alice <alice@example.com>, Bob <bob@example.com>'),
  email('alice@example.com <bob'),
];

const username = (text: string, value?: string): IdentifierCase => ({ ...us, text, type: 'username', value });

const usernames: readonly IdentifierCase[] = [
  username('ada', 'ada'),
  username(' Ada_1 ', 'Ada_1'),
  username('ａｄａ', 'ada'),
  username('a\u00add\u200ba', 'ada'),
  username('ada٣', 'ada3'),
  username('_138', '_138'),
  username('1ada'),
  username('ada lovelace'),
  username('ada-1'),
  username('адa'),
  username('a'.repeat(257)),
];

const jp = { locale: 'ja-JP', guess: 'JP' };
const kr = { locale: 'ko-KR', guess: 'KR' };
const co = { locale: 'es-CO', guess: 'CO' };
const br = { locale: 'pt-BR', guess: 'BR' };
const id = { locale: 'id-ID', guess: 'ID' };

type Place = Pick<IdentifierCase, 'locale' | 'guess' | 'picked'>;
const phone = (text: string, place: Place, value?: string, country?: string): IdentifierCase => ({
  ...place,
  text,
  type: 'phone',
  value,
  country,
});
const pick = (picked: string, place: Place = us): Place => ({ ...place, picked });

const phones: readonly IdentifierCase[] = [
  // A plus states a country.
  phone('+86 138 0000 0001', us, '8613800000001', 'CN'),
  phone('＋８６１３８００００００01', us, '8613800000001', 'CN'),
  phone('(+86) 138 0000 0001', us, '8613800000001', 'CN'),
  phone('+(86)13800000001', us, '8613800000001', 'CN'),
  phone('++86 13800000001', us, '8613800000001', 'CN'),
  phone('+0086 13800000001', us, '8613800000001', 'CN'),
  phone('\u202a+8613800000001\u202c', us, '8613800000001', 'CN'),
  phone('+521 55 1234 5678', us, '525512345678', 'MX'),
  phone('+52 1 55 1234 5678', cn, '525512345678', 'MX'),
  phone('+52 55 1234 5678', us, '525512345678', 'MX'),
  phone('+44 79111234567', us),
  phone('+44 79111234567', de),
  phone('+44 +79111234567', us, '79111234567', 'RU'),
  phone('+44 07400 123456', us, '447400123456', 'GB'),
  phone('+44 (0)7400 123456', us, '447400123456', 'GB'),
  phone('+44447400123456', us, '447400123456', 'GB'),
  phone('+49 491 92860', us, '4949192860', 'DE'),
  phone('+54 9 11 2345 6789', us, '5491123456789', 'AR'),
  phone('+54 11 2345 6789', us, '541123456789', 'AR'),
  phone('+55 11 98765-4321', us, '5511987654321', 'BR'),
  phone('+39 06 1234 5678', us, '390612345678', 'IT'),
  phone('+39 (0)6 1234 5678', us, '390612345678', 'IT'),
  phone('+39 333 123 4567', us, '393331234567', 'IT'),
  phone('+39 (0)333 123 4567', us, '393331234567', 'IT'),
  // A bracketed zero is written where there is no trunk prefix, too.
  phone('+376 (0) 312 345', us, '376312345', 'AD'),
  phone('+1 (0) 202 555 0123', cn, '12025550123', 'US'),
  phone('+45 (0)32 12 34 56', us, '4532123456', 'DK'),
  phone('+49 (0162) 2897306', us, '491622897306', 'DE'),
  phone('+49 [0] 162 2897306', us, '491622897306', 'DE'),
  phone('+49 491622897306', us, '491622897306', 'DE'),
  phone('+52 01 55 1234 5678', us, '525512345678', 'MX'),
  phone('+1 (202) 555-0123', cn, '12025550123', 'US'),
  phone('+1 242 359 1234', cn, '12423591234', 'BS'),
  phone('+1 604 555 0123', us, '16045550123', 'CA'),
  phone('+7 701 555 1234', us, '77015551234', 'KZ'),
  phone('+7 8 912 345-67-89', us, '79123456789', 'RU'),
  phone('+852 9123 4567', us, '85291234567', 'HK'),
  phone('+65 8123 4567', cn, '6581234567', 'SG'),
  phone('+86 138', us),
  phone('+999 123456', us),
  phone('+1 123 456 7890', cn),
  // So do international prefixes.
  phone('0086 138 0000 0001', us, '8613800000001', 'CN'),
  phone('0049 162 2897306', us, '491622897306', 'DE'),
  phone('011 49 162 2897306', us, '491622897306', 'DE'),
  phone('00 44 7400 123456', cn, '447400123456', 'GB'),
  phone('0044 79111234567', de),
  phone('0081 90 1234 5678', kr, '819012345678', 'JP'),
  phone('0081 90 1234 5678', jp, '819012345678', 'JP'),
  phone('0044 7400 123456', jp, '447400123456', 'GB'),
  phone('00 44 79111234567', jp),
  phone('0120 00 44 79', jp, '81120004479', 'JP'),
  phone('001 44 7400 123456', kr, '447400123456', 'GB'),
  phone('0057 321 1234567', co, '573211234567', 'CO'),
  phone('0057 181 1234567', co),
  phone('0093 2025550123', { locale: 'zh-HK', guess: 'HK' }),
  phone('00355 9111234567', { locale: 'th-TH', guess: 'TH' }),
  phone('0055 81 98765 4321', br, '5581987654321', 'BR'),
  phone('0015 1 202 555 0123', br, '12025550123', 'US'),
  phone('0062 812 345 678', id, '62812345678', 'ID'),
  phone('+57 0057 321 1234567', us, '573211234567', 'CO'),
  // Or the list.
  phone('79111234567', pick('GB')),
  phone('07400 123456', pick('GB'), '447400123456', 'GB'),
  phone('447400123456', pick('GB'), '447400123456', 'GB'),
  phone('8613800000001', pick('GB')),
  phone('12025550123', pick('DE', cn), '4912025550123', 'DE'),
  phone('+86 138 0000 0001', pick('GB'), '8613800000001', 'CN'),
  phone('0086 138 0000 0001', pick('GB'), '8613800000001', 'CN'),
  phone('1 55 1234 5678', pick('MX'), '525512345678', 'MX'),
  phone('2423591234', pick('US', cn), '12423591234', 'BS'),
  phone('49(0)345279580', pick('GB')),
  // Else it is a number of where the person is,
  phone('138 0000 0001', cn, '8613800000001', 'CN'),
  phone('13800000001', cn, '8613800000001', 'CN'),
  phone('8613800000001', cn, '8613800000001', 'CN'),
  phone('86 138 0000 0001', cn, '8613800000001', 'CN'),
  phone('0151 23456789', de, '4915123456789', 'DE'),
  phone('491622897306', de, '491622897306', 'DE'),
  phone('49 162 2897306', de, '491622897306', 'DE'),
  phone('49(0)345279580', de, '49345279580', 'DE'),
  phone('49 (0) 345 279580', de, '49345279580', 'DE'),
  phone('49345279580', de, '49345279580', 'DE'),
  phone('0491 92860', de, '4949192860', 'DE'),
  phone('55999998888', { locale: 'pt-BR', guess: 'BR' }, '5555999998888', 'BR'),
  phone('5511987654321', { locale: 'pt-BR', guess: 'BR' }, '5511987654321', 'BR'),
  phone('9112345678', { locale: 'hi-IN', guess: 'IN' }, '919112345678', 'IN'),
  phone('8 912 345-67-89', { locale: 'ru-RU', guess: 'RU' }, '79123456789', 'RU'),
  phone('011 15 2345 6789', { locale: 'es-AR', guess: 'AR' }, '5491123456789', 'AR'),
  phone('044 55 1234 5678', { locale: 'es-MX', guess: 'MX' }, '525512345678', 'MX'),
  phone('9123 4567', { locale: 'zh-HK', guess: 'HK' }, '85291234567', 'HK'),
  phone('06 12345678', { locale: 'it-IT', guess: 'IT' }, '390612345678', 'IT'),
  phone('٠٥٠١٢٣٤٥٦٧', { locale: 'ar-SA', guess: 'SA' }, '966501234567', 'SA'),
  phone('०९११२३४५६७८', { locale: 'hi-IN', guess: 'IN' }, '919112345678', 'IN'),
  phone('202.555.0123', us, '12025550123', 'US'),
  phone('1 202 555 0123', us, '12025550123', 'US'),
  // or one with its calling code where it cannot be one of those.
  phone('8613800000001', us, '8613800000001', 'CN'),
  phone('44(0)7400 123456', us, '447400123456', 'GB'),
  // Punctuation by class, links and what is no number.
  phone('138\u202f0000\u20090001', cn, '8613800000001', 'CN'),
  phone('138\u22120000\u22120001', cn, '8613800000001', 'CN'),
  phone('138·0000·0001', cn, '8613800000001', 'CN'),
  phone('138\u00ad0000\u00ad0001', cn, '8613800000001', 'CN'),
  phone('138–0000—0001', cn, '8613800000001', 'CN'),
  phone('tel:+86-138-0000-0001', us, '8613800000001', 'CN'),
  phone('tel:13800000001', cn, '8613800000001', 'CN'),
  phone('TEL:+1%20202%20555%200123', cn, '12025550123', 'US'),
  phone('sms:+12025550123&body=Hi', cn, '12025550123', 'US'),
  phone('smsto:+12025550123', cn, '12025550123', 'US'),
  phone('tel:+1-202-555-0123;npdi', cn, '12025550123', 'US'),
  phone('tel:345279580;phone-context=+49', us, '49345279580', 'DE'),
  phone('090ー1234ー5678', jp, '819012345678', 'JP'),
  phone('090ｰ1234ｰ5678', jp, '819012345678', 'JP'),
  phone('138\u22c50000\u22190001', cn, '8613800000001', 'CN'),
  phone('138|0000|0001', cn, '8613800000001', 'CN'),
  phone('<+1 202 555 0123>', cn, '12025550123', 'US'),
  // What is dialled after a pause is no part of a number.
  phone('+49 345 279580,5', us),
  phone('+49 345 279580 ; 5', us),
  phone('tel:+49345279580,5', us),
  phone('+49 345 279580、5', us),
  phone('٠٥٠١٢٣٤٥٦،٧', { locale: 'ar-SA', guess: 'SA' }),
  phone('13800000001,', cn, '8613800000001', 'CN'),
  phone('202 555 012', us),
  phone('12345678901234567890', us),
  phone('7'.repeat(300), us),
];

/** Letters make no number, whatever stands around them; where names are taken, too, they are a name's. */
export const noNumbers: readonly string[] = [
  '1-800-FLOWERS',
  '202 555 0123 x5',
  '+1 202 CALL NOW',
  '138o0000001',
  '202@5550123',
  '*#06#',
  // An extension gets no messages. It is not left out unseen.
  'tel:+1-202-555-0123;ext=5',
  'tel:+12025550123;phone-context=+1;ext=5',
  'TEL:+1-202-555-0123;EXT=5',
  'tel:+1-202-555-0123;isub=12',
  'tel:+1-202-555-0123;postd=pp22',
  '+1 202 555 0123;ext=5',
  '+1 202 555 0123 ext. 5',
  '+1 202 555 0123 доб. 5',
  '+49 345 279580p5',
  '+1 202 555 0123 #5',
];

export const identifierCases: readonly IdentifierCase[] = [...emails, ...usernames, ...phones];
