import { expect, oneEvent } from '@open-wc/testing';
import { loadPhoneNumbers } from '../../platform/phone-numbers.ts';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { fieldSuite } from '../testing/field-suite.ts';
import './identifier-field.ts';
import { IdentifierFieldHarness as Field } from '../testing/identifier-field-harness.ts';
import type { IdentifierType } from '../../shared/identifier.ts';

const any: readonly IdentifierType[] = ['username', 'email', 'phone'];

before(() => {
  install(document, theme);
});

fieldSuite({ tag: 'sie-identifier-field', name: 'identifier', label: 'Username', text: 'ada' });
fieldSuite({
  tag: 'sie-identifier-field',
  properties: { types: any },
  name: 'identifier',
  label: 'Username / Email / Phone number',
  text: 'ada',
});

describe('identifier field', () => {
  it('has a label of the accepted types, in the configured order', async () => {
    expect((await Field.place({ types: ['phone', 'email'] })).label).to.equal('Phone number / Email');
    expect((await Field.place({ types: ['email'] })).label).to.equal('Email');
  });

  it('asks for the matching keyboard, and never for help with spelling', async () => {
    const { input } = await Field.place({ types: ['phone'] });
    expect(input.type).to.equal('tel');
    expect(input.autocomplete).to.equal('tel');
    expect(input.getAttribute('autocapitalize')).to.equal('none');
    expect(input.getAttribute('autocorrect')).to.equal('off');
    expect(input.getAttribute('spellcheck')).to.equal('false');
  });

  it('mirrors the text in its value attribute, for scripts of tenants', async () => {
    const field = await Field.place({ types: any });
    await field.type('ada');
    expect(field.root.querySelector('input[name="identifier"][value="ada"]')).to.equal(field.input);
    await field.press('Backspace');
    expect(field.input.getAttribute('value')).to.equal('ad');
  });

  it('reads each type of identifier as the server expects it', async () => {
    const field = await Field.place({ types: any, locale: 'zh-CN' });
    expect(await field.element.read()).to.deep.equal({ type: undefined, value: '', raw: '', valid: false });
    await field.type(' ada ');
    expect(await field.element.read()).to.deep.equal({ type: 'username', value: 'ada', raw: ' ada ', valid: true });
    field.input.value = 'ada@example.com';
    expect(await field.element.read()).to.include({ type: 'email', value: 'ada@example.com', valid: true });
    field.input.value = '138 0000 0001';
    expect(await field.element.read()).to.include({ type: 'phone', value: '8613800000001', valid: true });
  });

  describe('clear button', () => {
    it('is shown while there is a text, clears it, keeps the focus and dispatches an input event', async () => {
      const field = await Field.place({ types: any });
      expect(field.clearButton?.offsetParent).to.equal(null);
      await field.type('138');
      expect(field.clearButton?.offsetParent).not.to.equal(null);
      expect(field.clearButton?.getAttribute('aria-label')).to.equal('Clear');
      const told = oneEvent(field.root, 'input');
      field.clearButton?.click();
      await told;
      await field.settled();
      expect(field.input.value).to.equal('');
      expect(field.input.getAttribute('value')).to.equal('');
      expect(field.prefix).to.equal(undefined);
      expect(document.activeElement).to.equal(field.input);
    });

    it('is shown for a text that was filled in without events', async () => {
      const field = await Field.place({ types: any });
      field.input.value = 'ada';
      expect(field.clearButton?.offsetParent).not.to.equal(null);
    });

    it('takes no focus and is no tab stop', async () => {
      const field = await Field.place({ types: any });
      await field.type('ada');
      const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      field.clearButton?.dispatchEvent(down);
      expect(down.defaultPrevented).to.equal(true);
      expect(field.clearButton?.tabIndex).to.equal(-1);
    });

    it('is not shown when the field is disabled or read-only', async () => {
      expect((await Field.place({ readonly: true })).clearButton).to.equal(null);
      expect((await Field.place({ disabled: true })).clearButton).to.equal(null);
    });
  });

  describe('phone number', () => {
    it('shows its calling code at the third digit, and keeps caret and focus', async () => {
      const field = await Field.place({ types: any, locale: 'zh-CN' });
      await field.type('12');
      expect(field.countryButton).to.equal(null);
      await field.press('ArrowLeft');
      await field.type('0');
      expect(field.prefix).to.equal('+86');
      expect(document.activeElement).to.equal(field.input);
      expect([field.input.value, field.input.selectionStart]).to.deep.equal(['102', 2]);
    });

    it('hides the calling code when it becomes another type', async () => {
      const field = await Field.place({ types: any, locale: 'zh-CN' });
      await field.type('138');
      expect(field.prefix).to.equal('+86');
      await field.type('@');
      expect(field.countryButton).to.equal(null);
    });

    it('shows the calling code from the start where only phone numbers are accepted', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
      await field.settled();
      expect(field.prefix).to.equal('+86');
    });

    it('names country and calling code in the language of the page', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
      await field.settled();
      expect(field.countryButton?.getAttribute('aria-label')).to.equal('Country or region: 中国 +86');
      expect(field.countryButton?.getAttribute('aria-haspopup')).to.equal('dialog');
    });

    it('causes no layout shift when the country button is loaded', async () => {
      const { phoneNumbersLoader, resolve } = slowLoader();
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN', phoneNumbersLoader });
      await field.element.updateComplete;
      const { left } = field.input.getBoundingClientRect();
      expect(field.countryButton).to.equal(null);
      resolve();
      await field.settled();
      expect(field.prefix).to.equal('+86');
      expect(field.input.getBoundingClientRect().left).to.equal(left);
    });

    it('moves a calling code that was typed while numbering plans were loading', async () => {
      const { phoneNumbersLoader, resolve } = slowLoader();
      const field = await Field.place({ types: any, locale: 'en', phoneNumbersLoader });
      await field.type('+8613800000001');
      expect(field.input.value).to.equal('+8613800000001');
      resolve();
      await field.settled();
      expect(field.prefix).to.equal('+86');
      expect(field.input.value).to.equal('13800000001');
    });

    const pasted = [
      ['+86 138 0000 0001', '+86', '138 0000 0001', '8613800000001'],
      ['0086-138-0000-0001', '+86', '138-0000-0001', '8613800000001'],
      ['＋８６１３８００００００01', '+86', '13800000001', '8613800000001'],
      ['8613800000001', '+86', '13800000001', '8613800000001'],
      ['\u202A+44 (0)7400 123456\u202C', '+44', '7400 123456', '447400123456'],
      ['(202) 555-0123', '+1', '(202) 555-0123', '12025550123'],
      ['12025550123', '+1', '2025550123', '12025550123'],
    ] as const;
    for (const [text, prefix, rest, value] of pasted) {
      for (const way of ['paste', 'autofill'] as const) {
        it(`reads ${text} (${way})`, async () => {
          const field = await Field.place({ types: any, locale: 'en-US' });
          await field[way](text);
          expect(field.prefix).to.equal(prefix);
          expect(field.input.value).to.equal(rest);
          expect(field.input.getAttribute('value')).to.equal(rest);
          expect(await field.element.read()).to.include({ type: 'phone', value, valid: true });
        });
      }
    }

    it('reads a number that was filled in without any event', async () => {
      const field = await Field.place({ types: any, locale: 'en-US' });
      field.input.value = '+8613800000001';
      expect(await field.element.read()).to.include({ type: 'phone', value: '8613800000001', valid: true });
    });

    it('moves a typed calling code as soon as it is complete', async () => {
      const field = await Field.place({ types: any, locale: 'en-US' });
      await field.type('+8');
      expect(field.countryButton).to.equal(null);
      await field.type('6');
      expect([field.prefix, field.input.value]).to.deep.equal(['+86', '']);
      await field.type('13800000001');
      expect([field.prefix, field.input.value]).to.deep.equal(['+86', '13800000001']);
      expect(await field.element.read()).to.include({ value: '8613800000001', valid: true });
    });

    it('moves a calling code that is typed before a number, and keeps the caret before it', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'en-US' });
      await field.type('13800000001');
      field.input.setSelectionRange(0, 0);
      await field.type('+86');
      expect([field.prefix, field.input.value]).to.deep.equal(['+86', '13800000001']);
      expect(field.input.selectionStart).to.equal(0);
    });

    it('does not repeat a calling code that is shown already', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
      await field.type('8613800000001');
      expect(await field.element.read()).to.include({ value: '8613800000001', valid: true });
      field.input.dispatchEvent(new Event('change', { bubbles: true }));
      expect(field.input.value).to.equal('13800000001');
    });

    it('drops the trunk 0 of a national number', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'de-DE' });
      await field.type('0151 23456789');
      expect(await field.element.read()).to.include({ value: '4915123456789', valid: true, raw: '0151 23456789' });
    });

    it('reports an impossible number as invalid', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN' });
      await field.type('138');
      expect(await field.element.read()).to.include({ type: 'phone', value: '86138', valid: false });
    });

    it('keeps a number of a country that is not accepted as typed, without country button', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'zh-CN', countries: ['CN', 'HK'] });
      await field.paste('+1 202 555 0123');
      expect(field.countryButton).to.equal(null);
      expect(field.input.value).to.equal('+1 202 555 0123');
      expect(await field.element.read()).to.include({ valid: false });
    });

    it('keeps the stated country when the number is invalid there, and reads it as one of no other', async () => {
      const field = await Field.place({ types: any, locale: 'en-US' });
      await field.type('+44 79111234567');
      await field.press('Tab');
      expect([field.prefix, field.input.value.trim()]).to.deep.equal(['+44', '79111234567']);
      expect(await field.element.read()).to.include({ type: 'phone', value: '4479111234567', valid: false });
      expect([field.prefix, field.input.value.trim()]).to.deep.equal(['+44', '79111234567']);
    });

    it('restores digits that were taken for a calling code when a country is chosen', async () => {
      const field = await Field.place({ types: ['phone'], locale: 'en-US' });
      await field.type('79111234567');
      await field.leave();
      expect([field.prefix, field.input.value]).to.deep.equal(['+7', '9111234567']);
      await field.chooseCountry('GB');
      expect([field.prefix, field.input.value]).to.deep.equal(['+44', '79111234567']);
      expect(await field.element.read()).to.include({ value: '4479111234567', valid: false });
    });

    it('removes the former mobile prefix of Mexico, also when it is typed', async () => {
      const field = await Field.place({ types: any, locale: 'en-US' });
      await field.type('+521 55 1234 5678');
      await field.press('Tab');
      expect([field.prefix, field.input.value]).to.deep.equal(['+52', '55 1234 5678']);
      expect(await field.element.read()).to.include({ value: '525512345678', valid: true });
    });

    it('does not change what is being typed when it is read with peek', async () => {
      const field = await Field.place({ types: any, locale: 'en-US' });
      await field.type('8613800000001');
      expect(await field.element.read({ peek: true })).to.include({ value: '8613800000001', valid: true });
      expect(field.input.value).to.equal('8613800000001');
      field.input.value = '';
      await field.type(' ada@example.com.');
      expect(await field.element.read({ peek: true })).to.include({ value: 'ada@example.com', valid: true });
      expect(field.input.value).to.equal(' ada@example.com.');
      await field.leave();
      expect(field.input.value).to.equal('ada@example.com');
    });

    describe('without numbering plans', () => {
      const place = (types: readonly IdentifierType[]) =>
        Field.place({ types, phoneNumbersLoader: () => Promise.reject(new TypeError('offline')) });

      for (const [text, value] of [
        ['+8613800000001', '8613800000001'],
        ['0086 138 0000 0001', '8613800000001'],
        ['+44 +86 138 0000 0001', '8613800000001'],
        ['＋８６１３８００００００01', '8613800000001'],
        ['tel:+86-138-0000-0001', '8613800000001'],
      ] as const) {
        it(`accepts ${text} as typed, because it has its calling code; no country button is shown`, async () => {
          for (const types of [any, ['phone'] as const]) {
            const field = await place(types);
            await field.paste(text);
            expect(field.countryButton).to.equal(null);
            expect(await field.element.read()).to.deep.include({ type: 'phone', value, valid: true });
          }
        });
      }

      for (const text of [
        '13800000001',
        '8613800000001',
        '447400123456',
        '138 0000 0001',
        '07400 123456',
        '１３８００００００01',
        '٠٥٠١٢٣٤٥٦٧',
        'tel:13800000001',
        '1',
      ]) {
        it(`reports ${text} as unread, because its country is unknown`, async () => {
          for (const types of [any, ['phone'] as const]) {
            const field = await place(types);
            await field.paste(text);
            const found = await field.element.read();
            expect(found.valid).to.equal(false);
            expect(found.unread ?? false, types.join()).to.equal(text !== '1' || types.length === 1);
          }
        });
      }
    });

    it('loads numbering plans only once there may be a number', async () => {
      let asked = 0;
      const phoneNumbersLoader = () => {
        asked += 1;
        return Promise.reject(new TypeError('offline'));
      };
      const field = await Field.place({ types: any, phoneNumbersLoader });
      await field.type('ada@example.com');
      expect(asked).to.equal(0);
      field.input.value = '';
      await field.type('1');
      expect(asked).to.equal(1);
    });

    it('is left to right on a right-to-left page, with the calling code first', async () => {
      const field = await Field.place({ types: any, locale: 'ar' }, { dir: 'rtl' });
      expect(getComputedStyle(field.input).direction).to.equal('ltr');
      const box = field.input.parentElement!;
      expect(getComputedStyle(box).direction).to.equal('rtl');
      await field.type('0501');
      expect(field.prefix).to.equal('+20');
      expect(getComputedStyle(box).direction).to.equal('ltr');
      expect(field.countryButton!.getBoundingClientRect().right).to.be.at.most(field.input.getBoundingClientRect().left + 1);
    });

    it('has no accessibility violation with a calling code', async () => {
      for (const theme of ['light', 'dark'] as const) {
        const field = await Field.place({ types: any, locale: 'zh-CN' }, { theme });
        field.root.style.background = 'var(--_sie-surface)';
        await field.type('13800000001');
        await field.still();
        await expect(field.root).to.be.accessible();
      }
    });
  });

  describe('initial text', () => {
    it('is put in once, and does not overwrite what the person types', async () => {
      const field = await Field.place({ types: any, initial: { type: 'email', value: 'ada@example.com' } });
      expect(field.input.value).to.equal('ada@example.com');
      expect(field.input.getAttribute('value')).to.equal('ada@example.com');
      field.input.value = '';
      await field.type('bob');
      field.element.error = 'Wrong';
      field.element.initial = { type: 'email', value: 'eve@example.com' };
      await field.settled();
      expect(field.input.value).to.equal('bob');
    });

    it('is not put in again after it was deleted', async () => {
      const field = await Field.place({ types: any, initial: { type: 'email', value: 'ada@example.com' } });
      field.input.value = '';
      field.input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
      field.element.initial = { type: 'email', value: 'ada@example.com' };
      await field.settled();
      expect(field.input.value).to.equal('');
    });

    it('shows a number with its calling code', async () => {
      const { phoneNumbersLoader, resolve } = slowLoader();
      const initial = { type: 'phone', value: '8613800000001' } as const;
      const field = await Field.place({ types: any, initial, locale: 'en', phoneNumbersLoader });
      expect(field.input.value).to.equal('+8613800000001');
      resolve();
      await field.settled();
      expect([field.prefix, field.input.value]).to.deep.equal(['+86', '13800000001']);
      expect(await field.element.read()).to.include({ type: 'phone', value: '8613800000001', valid: true });
    });

    it('may be a hint of unknown type', async () => {
      const number = await Field.place({ types: any, initial: { value: '+8613800000001' } });
      await number.settled();
      expect([number.prefix, number.input.value]).to.deep.equal(['+86', '13800000001']);
      expect((await Field.place({ types: any, initial: { value: 'ada' } })).input.value).to.equal('ada');
    });

    it('is read as a number of the default country when it is one, without a plus', async () => {
      const number = await Field.place({ types: any, initial: { value: '13800138000' }, locale: 'zh-CN' });
      await number.settled();
      expect([number.prefix, number.input.value]).to.deep.equal(['+86', '13800138000']);
    });

    it('is ignored when its type is not accepted', async () => {
      expect((await Field.place({ types: ['username'], initial: { type: 'email', value: 'a@b.c' } })).input.value).to.equal('');
      expect((await Field.place({ types: ['phone'], initial: { value: 'a@b.c' } })).input.value).to.equal('');
      expect((await Field.place({ types: ['email'], initial: { type: 'phone', value: '8613800000001' } })).input.value).to.equal(
        '',
      );
    });
  });
});

/** Numbering plans that load when the test says so. */
function slowLoader() {
  let resolve = (): void => undefined;
  const called = new Promise<void>((settle) => (resolve = settle));
  return { phoneNumbersLoader: () => called.then(loadPhoneNumbers), resolve: () => resolve() };
}
