import { expect } from '@open-wc/testing';
import type { IdentifierType } from '../../shared/identifier.ts';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import './identifier-field.ts';
import { IdentifierFieldHarness as Field } from '../testing/identifier-field-harness.ts';

before(() => {
  install(document, theme);
});

/** The entered text; the text of the field at submit, which password managers save; the value that is sent. */
type Case = readonly [text: string, saved: string, sent: string];

/** A German browser, so that no number is read by chance. */
const cases: readonly Case[] = [
  ['+8613800000001', '+8613800000001', '8613800000001'],
  ['+86 138 0000 0001', '+86 138 0000 0001', '8613800000001'],
  ['+86-138-0000-0001', '+86-138-0000-0001', '8613800000001'],
  ['＋8613800000001', '＋8613800000001', '8613800000001'],
  ['+49 1512 3456789', '+49 1512 3456789', '4915123456789'],
  ['+49 (0)1512 3456789', '+49 (0)1512 3456789', '4915123456789'],
  ['+1 201 555 0123', '+1 201 555 0123', '12015550123'],
  ['+44 7400 123456', '+44 7400 123456', '447400123456'],
  ['01512 3456789', '01512 3456789', '4915123456789'],
  ['1512 3456789', '1512 3456789', '4915123456789'],
  ['01512/3456789', '01512/3456789', '4915123456789'],
  // A code without its plus would be read differently in another form, so E.164 is saved.
  ['008613800000001', '+8613800000001', '8613800000001'],
  ['0086 138 0000 0001', '+8613800000001', '8613800000001'],
  // A number of the current country stays one.
  ['8613800000001', '8613800000001', '498613800000001'],
  ['49(0)15123456789', '+4915123456789', '4915123456789'],
  ['00491512 3456789', '+4915123456789', '4915123456789'],
  ['tel:+8613800000001', 'tel:+8613800000001', '8613800000001'],
];
const others: readonly Case[] = [
  ['alice', 'alice', 'alice'],
  ['alice@example.com', 'alice@example.com', 'alice@example.com'],
  [' alice ', 'alice', 'alice'],
  ['alice1', 'alice1', 'alice1'],
];

describe('login that password managers save', () => {
  const both: readonly (readonly [string, readonly IdentifierType[], readonly Case[]])[] = [
    ['a phone number alone', ['phone'], cases],
    ['any account name', ['username', 'email', 'phone'], [...cases, ...others]],
  ];
  for (const [what, types, rows] of both) {
    const place = () => Field.place({ types, locale: 'de', countries: [], preferredCountries: ['DE'], keepsCode: true });
    const ways: Readonly<Record<string, (field: Field, text: string) => unknown>> = {
      pasted: (field, text) => field.paste(text),
      'filled in': (field, text) => field.autofill(text),
      'set without an event': ({ input }, text) => (input.value = text),
    };
    for (const [way, put] of Object.entries(ways)) {
      it(`is the ${way} text, or E.164: ${what}`, async () => {
        for (const [text, saved, sent] of rows) {
          const field = await place();
          await put(field, text);
          const { value, valid } = await field.element.read();
          expect([valid, value], text).to.deep.equal([true, sent]);
          expect(field.input.value, text).to.equal(saved);
          // Filling it in again gives the same result.
          const again = await place();
          await again.autofill(saved);
          expect((await again.element.read()).value, `${saved} again`).to.equal(sent);
          expect(again.input.value, `${saved} again`).to.equal(saved);
        }
      });
    }

    it(`is the text that was typed, key by key: ${what}`, async () => {
      for (const [text, saved] of [cases[0]!, cases[1]!, cases[8]!]) {
        const field = await place();
        await field.type(text);
        expect(field.input.value).to.equal(saved);
        field.input.blur();
        await field.settled();
        expect(field.input.value).to.equal(saved);
        expect(field.prefix, 'what stands before it').to.equal(text.includes('+') ? undefined : '+49');
      }
    });
  }

  it('is shown without a second calling code before it', async () => {
    const field = await Field.place({ types: ['phone'], locale: 'de', preferredCountries: ['DE'], keepsCode: true });
    await field.autofill('+8613800000001');
    expect(field.prefix).to.equal(undefined);
    await field.autofill('1512 3456789');
    expect(field.prefix).to.equal('+49');
  });
});
