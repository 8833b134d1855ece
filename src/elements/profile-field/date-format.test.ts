import { expect } from '@open-wc/testing';
import { fromIso, isDate, isPickable, toIso } from './date-format.ts';

describe('date in a format of the tenant', () => {
  for (const [text, format, expected] of [
    ['2024-02-29', 'yyyy-MM-dd', true],
    ['2023-02-29', 'yyyy-MM-dd', false],
    ['1900-02-29', 'yyyy-MM-dd', false],
    ['2000-02-29', 'yyyy-MM-dd', true],
    ['2024-04-31', 'yyyy-MM-dd', false],
    ['2024-13-01', 'yyyy-MM-dd', false],
    ['2024-00-10', 'yyyy-MM-dd', false],
    ['2024-01-00', 'yyyy-MM-dd', false],
    ['2024-1-1', 'yyyy-MM-dd', false],
    ['24-01-01', 'yyyy-MM-dd', false],
    ['2024-01-01 ', 'yyyy-MM-dd', false],
    ['12/31/1999', 'MM/dd/yyyy', true],
    ['31/12/1999', 'MM/dd/yyyy', false],
    ['31/12/1999', 'dd/MM/yyyy', true],
    ['12-31-1999', 'MM/dd/yyyy', false],
    ['3.7.2024', 'd.M.yyyy', true],
    ['03.07.2024', 'd.M.yyyy', false],
    ['2024.07', 'yyyy.MM', true],
    ['2024x07', 'yyyy.MM', false],
    ['29 02', 'dd MM', true],
    ['30 02', 'dd MM', false],
    ['99-12-31', 'yy-MM-dd', true],
    ['2024-01-01T23:59:59', "yyyy-MM-dd'T'HH:mm:ss", true],
    ['2024-01-01T24:00:00', "yyyy-MM-dd'T'HH:mm:ss", false],
    ['0:05', 'H:mm', true],
    ['20240229', 'yyyyMMdd', true],
    ['20230229', 'yyyyMMdd', false],
    ['nonsense', 'yyyy-MM-dd', false],
  ] as const) {
    it(`${text} is ${expected ? 'a date' : 'no date'} as ${format}`, () => {
      expect(isDate(text, format)).to.equal(expected);
    });
  }

  for (const format of ['MMMM d, yyyy', 'EEEE', "yyyy-'W'ww", 'constructor', '', '-', '(((']) {
    it(`is always valid for the unsupported format ${format || '(empty)'}`, () => {
      expect(isDate('anything', format)).to.equal(true);
    });
  }

  it('is read quickly and without an error, whatever the format', () => {
    const long = [10, 100, 1000, 100_000];
    const formats = [
      ...long.map((count) => 'd '.repeat(count)),
      ...long.map((count) => 'd'.repeat(count)),
      ...long.map((count) => 'Md'.repeat(count)),
      ...long.map((count) => `yyyy${'('.repeat(count)}MM`),
      ...long.map((count) => `d${"'".repeat(count)}M`),
      ...long.map((count) => 'd.'.repeat(count)),
      'dM'.repeat(50),
      "d'1'M'1'".repeat(12),
      "'",
      "d'",
      "'d",
      '[d',
      'd{99999}',
      'd(?=M)',
      'd\\',
      'd*+?M',
      'd\u0000M',
      '\ud800d',
      'd\nM',
      '^d$',
      'd|M',
      '(d)\\1',
    ];
    for (const format of formats) {
      for (const text of ['', '1', '1 '.repeat(1000), '1'.repeat(100_000), format, '2024-02-29']) {
        expect(() => [isDate(text, format), toIso(text, format), fromIso(text, format)], format.slice(0, 20)).not.to.throw();
      }
    }
  });

  for (const [iso, format, text] of [
    ['2024-02-29', 'MM/dd/yyyy', '02/29/2024'],
    ['2024-02-29', 'dd/MM/yyyy', '29/02/2024'],
    ['2024-02-29', 'yyyy-MM-dd', '2024-02-29'],
    ['0987-01-02', 'dd/MM/yyyy', '02/01/0987'],
  ] as const) {
    it(`converts to the format of date inputs and back: ${text}`, () => {
      expect(fromIso(iso, format)).to.equal(text);
      expect(toIso(text, format)).to.equal(iso);
    });
  }

  it('converts to nothing when it does not exist', () => {
    expect(fromIso('', 'dd/MM/yyyy')).to.equal('');
    expect(fromIso('2023-02-29', 'dd/MM/yyyy')).to.equal('');
    expect(toIso('29/02/2023', 'dd/MM/yyyy')).to.equal('');
  });

  it('has a date input in the three standard formats of the server', () => {
    expect(['MM/dd/yyyy', 'dd/MM/yyyy', 'yyyy-MM-dd', 'dd.MM.yyyy', 'custom'].map(isPickable)).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
