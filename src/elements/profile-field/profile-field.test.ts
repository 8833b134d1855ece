import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import { fieldSuite } from '../testing/field-suite.ts';
import './profile-field.ts';
import type { SieProfileField } from './profile-field.ts';

before(() => {
  install(document, theme);
});

/** Test harness: what a person sees and does. */
async function profileField(properties: Partial<SieProfileField>) {
  const element = Object.assign(document.createElement('sie-profile-field'), properties);
  const root = await fixture<HTMLElement>(html`<div class="sie-root"><form>${element}</form></div>`);
  await element.updateComplete;
  const control = root.querySelector<HTMLInputElement>('input, select')!;
  return {
    root,
    element,
    control,
    value: () => element.read()[element.name],
    error: async () => {
      const isRight = element.validate();
      await element.updateComplete;
      const text = root.querySelector('.sie-error')!.textContent;
      expect(isRight).to.equal(text === '');
      return text;
    },
  };
}

const label = (control: HTMLInputElement) => control.labels?.[0]?.textContent?.trim();

fieldSuite({ tag: 'sie-profile-field', properties: { required: true }, name: 'name', label: 'Name', text: 'mia77' });

describe('profile field', () => {
  it('has the label of the tenant, otherwise ours, otherwise its name', async () => {
    const of = async (name: string, given = '') => label((await profileField({ name, label: given, required: true })).control);
    expect(await of('nickname', 'What friends call you')).to.equal('What friends call you');
    expect(await of('nickname')).to.equal('Nickname');
    expect(await of('shoeSize')).to.equal('shoeSize');
    expect(await of('constructor')).to.equal('constructor');
  });

  it('shows that it is optional', async () => {
    expect(label((await profileField({ name: 'nickname' })).control)).to.equal('Nickname (Optional)');
  });

  it('has an initial value, which typing replaces', async () => {
    const { element, control, value } = await profileField({ name: 'nickname', initial: 'mi' });
    expect(value()).to.equal('mi');
    expect(control.getAttribute('value')).to.equal('mi');
    control.value = 'mia ';
    element.error = 'Wrong';
    await element.updateComplete;
    expect(value()).to.equal('mia');
  });

  it('shows the error text of its rule', async () => {
    const of = async (properties: Partial<SieProfileField>, text: string) => {
      const { control, error } = await profileField({ label: 'Staff', ...properties });
      control.value = text;
      return error();
    };
    const length = { minLength: 3, maxLength: 5 };
    const range = { minValue: 1, maxValue: 9 };
    expect(await of({ required: true }, '  ')).to.equal('Staff is required');
    expect(await of({}, '')).to.equal('');
    expect(await of({ type: 'Url' }, 'x')).to.equal('The Staff is invalid');
    expect(await of({ config: length }, 'x')).to.equal('The length of the input value should be between 3 and 5');
    expect(await of({ config: { minLength: 3 } }, 'x')).to.equal('Use at least 3 characters');
    expect(await of({ config: { maxLength: 1 } }, 'xx')).to.equal('Use at most 1 characters');
    expect(await of({ type: 'Number', config: range }, '10')).to.equal('The input value should be between 1 and 9');
    expect(await of({ type: 'Number', config: { minValue: 1 } }, '0')).to.equal('Enter a number of 1 or more');
    expect(await of({ type: 'Number', config: { maxValue: 1 } }, '2')).to.equal('Enter a number of 1 or less');
  });

  it('accepts digits of any script for a number', async () => {
    const { control, value } = await profileField({ name: 'age', type: 'Number' });
    for (const text of ['٤٢', '۴۲', '４２']) {
      control.value = text;
      expect(value()).to.equal('42');
    }
  });

  it('shows a date in the date input of the browser, and reads it in the format of the tenant', async () => {
    const { control, value, error } = await profileField({
      name: 'birthdate',
      type: 'Date',
      config: { format: 'MM/dd/yyyy' },
      initial: '02/29/2024',
      required: true,
    });
    expect(control).to.include({ type: 'date', value: '2024-02-29' });
    // Firefox does not expose it as a property.
    expect(control.getAttribute('autocomplete')).to.equal('bday');
    expect(value()).to.equal('02/29/2024');
    control.value = '1999-12-31';
    expect(value()).to.equal('12/31/1999');
    expect(await error()).to.equal('');
    control.value = '';
    expect(await error()).to.equal('Birthdate is required');
  });

  it('accepts a date in a custom format as text', async () => {
    const { control, value, error } = await profileField({
      name: 'since',
      type: 'Date',
      config: { format: 'custom', customFormat: 'yyyy/MM' },
    });
    expect(control).to.include({ type: 'text', placeholder: 'yyyy/MM' });
    control.value = '2024/13';
    expect(await error()).to.equal('The since is invalid');
    control.value = '2024/12';
    expect(await error()).to.equal('');
    expect(value()).to.equal('2024/12');
  });

  it('has a select with the options, none of them selected at first', async () => {
    const options = [{ value: 'female' }, { value: 'x', label: 'Something else' }, { value: 'plain' }];
    const { control, value, error } = await profileField({ name: 'gender', type: 'Select', config: { options }, required: true });
    const words = [...control.querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(words).to.deep.equal(['Choose…', 'Female', 'Something else', 'plain']);
    expect(control.getAttribute('autocomplete')).to.equal('sex');
    expect(await error()).to.equal('Gender is required');
    control.value = 'x';
    expect(await error()).to.equal('');
    expect(value()).to.equal('x');
  });

  it('selects the initial option, and keeps another choice', async () => {
    const config = { options: [{ value: 'a' }, { value: 'b' }], placeholder: 'One of these' };
    const { element, control, value } = await profileField({ name: 'letter', type: 'Select', config, initial: 'b' });
    expect(value()).to.equal('b');
    expect(control.querySelector('option')?.textContent).to.equal('One of these');
    control.value = 'a';
    element.error = 'Wrong';
    await element.updateComplete;
    expect(value()).to.equal('a');
  });

  it('is a checkbox beside its label, true or false', async () => {
    const { root, element, control, value } = await profileField({ name: 'news', label: 'Send me news', type: 'Checkbox' });
    expect(label(control)).to.equal('Send me news');
    expect(value()).to.equal('false');
    root.querySelector('label')!.click();
    expect(value()).to.equal('true');
    element.hint = 'Once a month';
    await element.updateComplete;
    expect(value()).to.equal('true');
    expect((await profileField({ type: 'Checkbox', initial: 'true' })).control.checked).to.equal(true);
  });

  for (const type of ['Select', 'Checkbox'] as const) {
    it(`cannot be changed while it is read-only: ${type}`, async () => {
      const { control } = await profileField({ type, readonly: true });
      expect(control.disabled).to.equal(true);
    });
  }

  it('has the expected accessibility tree', async () => {
    const { root } = await profileField({ name: 'gender', type: 'Select', hint: 'For the forms', required: true });
    expect(accessibilityTree(root).slice(0, 1)).to.deep.equal(['combobox "Gender" required: For the forms']);
  });

  for (const type of ['Number', 'Date', 'Checkbox', 'Select', 'Url', 'Regex'] as const) {
    it(`has no accessibility violation, also with an error and dark: ${type}`, async () => {
      const { root, element } = await profileField({ name: 'website', type, hint: 'As on your card' });
      await expect(root).to.be.accessible();
      root.dataset['theme'] = 'dark';
      root.style.background = 'var(--_sie-surface)';
      element.error = 'Not known here';
      await element.updateComplete;
      await Promise.all(root.getAnimations({ subtree: true }).map(({ finished }) => finished));
      await expect(root).to.be.accessible();
    });
  }
});
