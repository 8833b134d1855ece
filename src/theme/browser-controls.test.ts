import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../elements/code-field/code-field.ts';
import { codeFieldStyles } from '../elements/code-field/code-field.styles.ts';
import '../elements/identifier-field/identifier-field.ts';
import { identifierFieldStyles } from '../elements/identifier-field/identifier-field.styles.ts';
import '../elements/password-field/password-field.ts';
import '../elements/profile-field/profile-field.ts';
import { profileFieldStyles } from '../elements/profile-field/profile-field.styles.ts';
import { controls } from './controls.ts';

/** Every rule of a style sheet, selectors and declarations, without comments. */
const rulesOf = (text: string) =>
  [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(({ 1: selector = '', 2: body = '' }) => ({
    selectors: selector.split(',').map((it) => it.trim()),
    body,
  }));

/**
 * What browsers draw into fields of their own accord, and what is done about it (2026-11). Where nothing is said, the field has no
 * input of the type that has it.
 */
describe('controls of the browser in our fields', () => {
  const hidden = [
    // Edge: https://learn.microsoft.com/microsoft-edge/web-platform/password-reveal
    [controls.cssText, '.sie-input::-ms-reveal'],
    [controls.cssText, '.sie-input::-ms-clear'],
    // Safari, on the last box of a code
    [codeFieldStyles.cssText, '.sie-code-input::-webkit-contacts-auto-fill-button'],
    [codeFieldStyles.cssText, '.sie-code-input::-webkit-credentials-auto-fill-button'],
    [codeFieldStyles.cssText, '.sie-code-input::-webkit-strong-password-auto-fill-button'],
  ] as const;
  for (const [sheet, selector] of hidden) {
    it(`are hidden: ${selector}`, () => {
      const rule = rulesOf(sheet).find(({ selectors }) => selectors.includes(selector));
      expect(rule?.body).to.match(/display: none/);
      // An unknown ::-ms- name makes other browsers drop all selectors of the rule.
      if (selector.includes('-ms-')) expect(rule?.selectors).to.deep.equal([selector]);
    });
  }

  it('stay where there is no alternative: Safari’s passwords and contacts, and the calendar', () => {
    const sheets = [controls, identifierFieldStyles, profileFieldStyles].map(({ cssText }) => cssText).join('\n');
    for (const part of ['contacts-auto-fill-button', 'credentials-auto-fill-button', 'strong-password-auto-fill-button']) {
      expect(sheets, part).not.to.contain(part);
    }
    const calendar = rulesOf(sheets).filter(({ selectors }) => selectors.some((it) => it.includes('calendar-picker')));
    expect(calendar.map(({ body }) => body.trim())).to.deep.equal(['cursor: pointer;']);
  });

  it('are beside our buttons and never under them, since those are next to the input', async () => {
    const root = await fixture<HTMLElement>(
      html`<div class="sie-root" style="inline-size: 320px">
        <sie-password-field></sie-password-field><sie-identifier-field></sie-identifier-field>
      </div>`,
    );
    for (const input of root.querySelectorAll('input')) {
      const button = input.parentElement!.querySelector('button')!;
      expect(button.parentElement).to.equal(input.parentElement);
      expect(getComputedStyle(button).position).to.equal('static');
    }
  });

  it('are avoided by input types without them: no search, number or email inputs', async () => {
    const types = ['Text', 'Number', 'Url', 'Regex', 'Date'].map((type) => {
      const field = document.createElement('sie-profile-field');
      return Object.assign(field, { type, config: {} });
    });
    const root = await fixture<HTMLElement>(
      html`<div>
        ${types}<sie-code-field></sie-code-field><sie-password-field></sie-password-field>
        <sie-identifier-field .types=${['email']}></sie-identifier-field>
        <sie-identifier-field .types=${['phone']}></sie-identifier-field>
      </div>`,
    );
    const found = [...root.querySelectorAll('input')].map(({ type }) => type);
    expect(found).to.have.length(9);
    for (const type of found) expect(['text', 'date', 'password', 'tel']).to.contain(type);
  });
});
