import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { loadPatterns } from './check-value.ts';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import './profile-group.ts';
import type { SieProfileGroup } from './profile-group.ts';
import type { GroupSpec, InputSpec } from './profile-spec.ts';

before(() => {
  install(document, theme);
});

const part = (name: string, changes: Partial<InputSpec> = {}): InputSpec => ({
  name,
  type: 'Text',
  label: '',
  description: null,
  required: true,
  config: {},
  ...changes,
});

const fullname = (parts: readonly InputSpec[], changes: Partial<GroupSpec> = {}): GroupSpec => ({
  ...{ name: 'fullname', type: 'Fullname', label: '', description: null, required: true, config: { parts } },
  ...changes,
});

const address = (parts: readonly InputSpec[]): GroupSpec => fullname(parts, { name: 'address', type: 'Address' });

const names = fullname([part('givenName'), part('familyName')]);

/** Test harness: what a person sees and does. */
async function profileGroup(spec: GroupSpec, properties: Partial<SieProfileGroup> = {}) {
  const element = Object.assign(document.createElement('sie-profile-group'), { spec, ...properties });
  const root = await fixture<HTMLElement>(html`<div class="sie-root" style="inline-size: 320px"><form>${element}</form></div>`);
  await element.updateComplete;
  return {
    root,
    element,
    input: (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`)!,
    error: async () => {
      const isRight = element.validate();
      await element.updateComplete;
      const text = root.querySelector('[role="alert"]')!.textContent;
      expect(isRight).to.equal(text === '');
      return text;
    },
  };
}

describe('profile group', () => {
  before(loadPatterns);

  it('names the controls of its parts, those of an address with its name before theirs', async () => {
    const name = await profileGroup(names);
    expect(name.input('givenName').labels?.[0]?.textContent).to.equal('First name');
    expect(name.input('givenName').autocomplete).to.equal('given-name');
    const home = await profileGroup(address([part('locality', { label: 'Town', required: false })]));
    expect(home.input('address.locality').labels?.[0]?.textContent).to.equal('Town (Optional)');
    expect(home.input('address.locality').autocomplete).to.equal('address-level2');
  });

  it('has initial values and reads the current ones', async () => {
    const { element, input } = await profileGroup(names, { initial: { givenName: 'Mia' } });
    input('familyName').value = ' Berg ';
    expect(element.read()).to.deep.equal({ givenName: 'Mia', familyName: 'Berg' });
  });

  it('shows once that it is required when several parts are empty, and marks each invalid', async () => {
    const { error, input } = await profileGroup(names);
    expect(await error()).to.equal('Full name is required');
    for (const name of ['givenName', 'familyName']) {
      expect(input(name).getAttribute('aria-invalid')).to.equal('true');
      expect(document.getElementById(input(name).getAttribute('aria-describedby')!)?.textContent).to.equal(
        'Full name is required',
      );
    }
  });

  it('names the one part that is empty', async () => {
    const { error, input } = await profileGroup(names);
    input('givenName').value = 'Mia';
    expect(await error()).to.equal('Last name is required');
    expect(input('givenName').getAttribute('aria-invalid')).to.equal('false');
  });

  it('lists all errors when not only empty parts are wrong', async () => {
    const { error, input } = await profileGroup(
      address([part('country'), part('postalCode', { type: 'Regex', config: { format: '^\\d+$' } })]),
    );
    input('address.postalCode').value = 'x';
    expect(await error()).to.equal('Country is required\nThe Zip code is invalid');
  });

  it('accepts empty parts that are not required', async () => {
    const { error } = await profileGroup(fullname([part('givenName', { required: false })]));
    expect(await error()).to.equal('');
  });

  it('focuses the first invalid part, otherwise the first', async () => {
    const { element, error, input } = await profileGroup(names);
    element.focus();
    expect(document.activeElement).to.equal(input('givenName'));
    input('givenName').value = 'Mia';
    await error();
    element.focus();
    expect(document.activeElement).to.equal(input('familyName'));
  });

  it('clears the invalid parts with the error', async () => {
    const { element, error, input } = await profileGroup(names);
    await error();
    element.error = '';
    await element.updateComplete;
    expect(input('givenName').getAttribute('aria-invalid')).to.equal('false');
  });

  it('shows two names side by side, three below each other', async () => {
    const tops = async (spec: GroupSpec) => {
      const { root } = await profileGroup(spec);
      return new Set([...root.querySelectorAll('input')].map((input) => input.getBoundingClientRect().top)).size;
    };
    expect(await tops(names)).to.equal(1);
    expect(await tops(fullname([part('givenName'), part('middleName'), part('familyName')]))).to.equal(3);
    expect(await tops(address([part('locality'), part('region')]))).to.equal(1);
    expect(await tops(address([part('locality'), part('country')]))).to.equal(2);
  });

  it('shows nothing when it has no parts', async () => {
    const { element } = await profileGroup(fullname([]));
    expect(element.offsetHeight).to.equal(0);
    expect(element.validate()).to.equal(true);
  });

  it('keeps its height when an error of one line appears', async () => {
    const { element, error } = await profileGroup(names);
    const height = element.offsetHeight;
    await error();
    expect(element.offsetHeight).to.equal(height);
  });

  it('is a named group in the accessibility tree', async () => {
    const { root } = await profileGroup({ ...names, description: 'As in your passport' });
    expect(accessibilityTree(root)).to.deep.equal([
      'group "Full name": As in your passport',
      'textbox "First name" required',
      'textbox "Last name" required',
      'alert ""',
    ]);
  });

  it('has no accessibility violation, also with an error', async () => {
    const { root, error } = await profileGroup(
      address([part('streetAddress'), part('locality'), part('region'), part('postalCode'), part('country')]),
    );
    await expect(root).to.be.accessible();
    await error();
    await expect(root).to.be.accessible();
  });
});
