import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html, type LitElement } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';

/** Properties that every field element has. */
export interface Field extends LitElement {
  name: string;
  label: string;
  hint: string;
  error: string;
  disabled: boolean;
  readonly: boolean;
  required: boolean;
}

export interface FieldSuiteOptions {
  /** Tag of the element, which is defined already. */
  tag: string;
  /** Properties of every created element. */
  properties?: Readonly<Record<string, unknown>>;
  /** Name of the input when none is set. */
  name: string;
  /** Label when none is set. */
  label: string;
  /** Text to type: ASCII letters or digits. */
  text: string;
}

/** Tests that every field element must pass. Call it inside or outside of `describe`. */
export function fieldSuite({ tag, properties = {}, name, label, text }: FieldSuiteOptions): void {
  const create = (more: Partial<Field> & Readonly<Record<string, unknown>> = {}): Field =>
    Object.assign(document.createElement(tag) as Field, properties, more);

  async function place(element: Field, surroundings: { dir?: 'ltr' | 'rtl'; theme?: 'light' | 'dark'; width?: number } = {}) {
    const { dir = 'ltr', theme: look = 'light', width = 360 } = surroundings;
    const root = await fixture<HTMLElement>(
      html`<div class="sie-root" dir=${dir} data-theme=${look} style="inline-size: ${width}px"><form>${element}</form></div>`,
    );
    await element.updateComplete;
    const input = root.querySelector<HTMLInputElement>('input')!;
    return { root, element, input, form: root.querySelector('form')!, alert: root.querySelector<HTMLElement>('[role="alert"]')! };
  }

  const textsOf = (ids: string | null) => (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());

  describe(`${tag}, as every field,`, () => {
    before(() => {
      install(document, theme);
    });

    it('has a label that belongs to its input', async () => {
      const { input } = await place(create());
      expect(input.labels?.length).to.equal(1);
      expect(input.labels?.[0]?.textContent?.trim()).to.equal(label);
      input.labels?.[0]?.click();
      expect(document.activeElement).to.equal(input);
    });

    it('accepts another label and another name', async () => {
      const { input, form } = await place(create({ label: 'Staff number', name: 'staff' }));
      expect(input.labels?.[0]?.textContent?.trim()).to.equal('Staff number');
      input.value = text;
      expect(new FormData(form).get('staff')).to.equal(text);
    });

    it('adds its text to the data of its form, and nothing else', async () => {
      const { input, form, element } = await place(create());
      input.focus();
      await executeServerCommand('type-text', text);
      await element.updateComplete;
      expect([...new FormData(form).entries()]).to.deep.equal([[name, text]]);
    });

    it('keeps a text that was filled in without any event', async () => {
      const { input, form, element } = await place(create());
      input.value = text;
      element.error = 'Wrong';
      element.hint = 'A hint';
      element.label = 'Another label';
      element.required = true;
      await element.updateComplete;
      expect(input.value).to.equal(text);
      expect(new FormData(form).get(name)).to.equal(text);
    });

    it('keeps the same input element', async () => {
      const { root, input, element } = await place(create());
      element.error = 'Wrong';
      element.disabled = true;
      await element.updateComplete;
      element.disabled = false;
      await element.updateComplete;
      expect(root.querySelector('input')).to.equal(input);
    });

    it('dispatches a native input event that bubbles for every key', async () => {
      const { root, input } = await place(create());
      let events = 0;
      root.addEventListener('input', () => (events += 1));
      input.focus();
      await executeServerCommand('type-text', text);
      expect(events).to.equal(text.length);
    });

    it('is described by hint and error, in this order', async () => {
      const { input } = await place(create({ hint: 'As on your card', error: 'Not known here' }));
      expect(textsOf(input.getAttribute('aria-describedby'))).to.deep.equal(['As on your card', 'Not known here']);
    });

    it('has no description and is not invalid without hint and error', async () => {
      const { input } = await place(create({ required: true }));
      expect(input.hasAttribute('aria-describedby')).to.equal(false);
      expect(input.getAttribute('aria-invalid') ?? 'false').to.equal('false');
    });

    it('announces an error in an element that existed before, without layout shift', async () => {
      const { root, input, element, alert } = await place(create());
      const height = root.offsetHeight;
      expect(alert.textContent).to.equal('');
      element.error = 'Not known here';
      await element.updateComplete;
      expect(root.querySelector('[role="alert"]')).to.equal(alert);
      expect(alert.textContent).to.equal('Not known here');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(root.offsetHeight).to.equal(height);
    });

    it('is not usable, and not in the form data, when disabled', async () => {
      const { root, form } = await place(create({ disabled: true }));
      expect([...new FormData(form).keys()]).to.deep.equal([]);
      expect(root.querySelectorAll(':is(input, button):enabled').length).to.equal(0);
    });

    it('cannot be changed but is in the form data when read-only', async () => {
      const { input, form } = await place(create({ readonly: true }));
      input.value = text;
      expect(input.readOnly).to.equal(true);
      expect(new FormData(form).get(name)).to.equal(text);
    });

    it('exposes that it is required', async () => {
      const { input } = await place(create({ required: true }));
      expect(input.required).to.equal(true);
    });

    it('focuses its input, by focus() and by autofocus', async () => {
      const called = await place(create());
      called.element.focus();
      expect(document.activeElement).to.equal(called.input);
      const started = await place(create({ autofocus: true }));
      expect(document.activeElement).to.equal(started.input);
    });

    it('shares no id with a second one', async () => {
      const root = await fixture<HTMLElement>(
        html`<form class="sie-root">${create({ hint: 'One' })}${create({ hint: 'Two' })}</form>`,
      );
      await Promise.all([...root.querySelectorAll<Field>(tag)].map((element) => element.updateComplete));
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    });

    it('works in a shadow root, with label and styles', async () => {
      const host = await fixture<HTMLElement>(html`<div></div>`);
      const shadow = host.attachShadow({ mode: 'open' });
      const element = create();
      shadow.append(element);
      await element.updateComplete;
      expect(shadow.querySelector('input')?.labels?.[0]?.textContent?.trim()).to.equal(label);
      expect(shadow.adoptedStyleSheets.length).to.be.greaterThan(0);
    });

    for (const dir of ['ltr', 'rtl'] as const) {
      it(`fits into a narrow container, ${dir}`, async () => {
        const { root, input } = await place(create({ error: 'Not known here', hint: 'As on your card' }), { dir, width: 260 });
        expect(root.scrollWidth).to.be.at.most(root.clientWidth);
        const [outer, inner] = [root.getBoundingClientRect(), input.getBoundingClientRect()];
        expect(inner.left).to.be.at.least(outer.left);
        expect(inner.right).to.be.at.most(outer.right);
      });

      for (const look of ['light', 'dark'] as const) {
        it(`has no accessibility violation in any state, ${dir}, ${look}`, async () => {
          const { root, element } = await place(create(), { dir, theme: look });
          root.style.background = 'var(--_sie-surface)';
          await expect(root).to.be.accessible();
          Object.assign(element, { hint: 'As on your card', error: 'Not known here', required: true });
          await element.updateComplete;
          await expect(root).to.be.accessible();
          Object.assign(element, { error: '', readonly: true });
          await element.updateComplete;
          await expect(root).to.be.accessible();
          Object.assign(element, { readonly: false, disabled: true });
          await element.updateComplete;
          await expect(root).to.be.accessible();
        });
      }
    }
  });
}
