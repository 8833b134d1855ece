import { expect, fixture, html } from '@open-wc/testing';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { field } from '../templates/field.ts';
import './field-note.ts';

describe('field note', () => {
  async function form(text: string) {
    install(document, theme);
    const root = await fixture<HTMLElement>(
      html`<main class="sie-root">
        <form class="sie-form">
          ${field({ id: 'its-field', label: 'Email', control: html`<input id="its-field" />` })}
          <sie-field-note .text=${text}></sie-field-note>
          <button class="sie-button" type="button">On</button>
        </form>
      </main>`,
    );
    const find = (selector: string) => root.querySelector<HTMLElement>(selector) ?? root;
    return { note: root.querySelector('sie-field-note'), line: find('.sie-foot'), button: find('button') };
  }

  it('is announced by a live region that existed before', async () => {
    const { note } = await form('');
    const region = note?.querySelector('[role=status]');
    expect(region?.textContent).to.equal('');
    if (note) note.text = 'Known';
    await note?.updateComplete;
    expect(note?.querySelector('[role=status]')).to.equal(region);
    expect(region?.textContent).to.equal('Known');
    await expect(note).to.be.accessible();
  });

  it('is in the line of the error and causes no layout shift', async () => {
    const { note, line, button } = await form('');
    const before = button.getBoundingClientRect().top;
    if (note) note.text = 'Known';
    await note?.updateComplete;
    expect(button.getBoundingClientRect().top).to.equal(before);
    expect(note?.getBoundingClientRect().top).to.be.closeTo(line.getBoundingClientRect().top, 1);
  });

  it('grows when its text is longer than the line', async () => {
    const { note, button } = await form('long words '.repeat(60));
    expect(note?.getBoundingClientRect().bottom).to.be.at.most(button.getBoundingClientRect().top);
  });
});
