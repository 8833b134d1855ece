import { fixtureSync, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html } from 'lit';
import { loadPhoneNumbers } from '../../platform/phone-numbers.ts';
import { nextTask } from '../../shared/testing/next-task.ts';
import type { SieIdentifierField } from '../identifier-field/identifier-field.ts';
import { loadCountryList } from '../identifier-field/phone-input.ts';

/** Test harness for an identifier field: what a person sees and does. */
export class IdentifierFieldHarness {
  private constructor(
    readonly root: HTMLElement,
    readonly element: SieIdentifierField,
  ) {}

  /** Puts a field into a form of the test page. */
  static async place(
    properties: Partial<SieIdentifierField>,
    { dir = 'ltr', theme = 'light' }: { dir?: 'ltr' | 'rtl'; theme?: 'light' | 'dark' } = {},
  ): Promise<IdentifierFieldHarness> {
    // Preloads what the field loads while the person types, so that tests do not depend on how long that takes.
    await Promise.all([import('../../shared/read-identifier.ts'), import('../identifier-field/phone-input.ts')]);
    const element = Object.assign(document.createElement('sie-identifier-field'), properties);
    const root = fixtureSync<HTMLElement>(
      html`<div class="sie-root" dir=${dir} data-theme=${theme} style="max-inline-size: 360px"><form>${element}</form></div>`,
    );
    await element.updateComplete;
    return new IdentifierFieldHarness(root, element);
  }

  get form(): HTMLFormElement {
    return this.root.querySelector('form')!;
  }

  get input(): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>('.sie-identifier > input')!;
  }

  get label(): string {
    return this.input.labels?.[0]?.textContent?.trim() ?? '';
  }

  get clearButton(): HTMLButtonElement | null {
    return this.root.querySelector('.sie-identifier-clear');
  }

  get countryButton(): HTMLButtonElement | null {
    return this.root.querySelector('button.sie-identifier-country');
  }

  /** Calling code that is shown before the text; undefined for none. */
  get prefix(): string | undefined {
    return this.countryButton?.textContent?.trim();
  }

  /** Country of the calling code, from the accessible name of the button. */
  get country(): string | undefined {
    const name = this.countryButton?.getAttribute('aria-label') ?? '';
    const countries = new Intl.DisplayNames(this.element.locale, { type: 'region' });
    const codes = 'AD AR BR BS CA CN CO DE DK GB HK ID IN IT JP KR KZ MX RU SA SG US'.split(' ');
    // The longest name: some browsers call Hong Kong "Hong Kong SAR China".
    const found = codes.filter((code) => name.includes(countries.of(code) ?? code));
    return found.sort((one, other) => (countries.of(other) ?? '').length - (countries.of(one) ?? '').length)[0];
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  get search(): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>('[name="country-code-search"]')!;
  }

  get options(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  /** The active option, by `aria-activedescendant`. */
  get activeOption(): HTMLElement | null {
    return document.getElementById(this.search.getAttribute('aria-activedescendant') ?? '');
  }

  get count(): string {
    return this.root.querySelector('dialog [role="status"]')?.textContent?.trim() ?? '';
  }

  /** Waits until numbering plans and list are loaded and the updates are rendered. */
  async settled(): Promise<void> {
    await Promise.all([loadPhoneNumbers(), loadCountryList()]);
    await nextTask();
    await this.element.updateComplete;
    await this.root.querySelector('sie-country-list')?.updateComplete;
  }

  /** Waits until all animations have ended. */
  async still(): Promise<void> {
    await this.settled();
    await Promise.allSettled(this.root.getAnimations({ subtree: true }).map(({ finished }) => finished));
  }

  /** Types key by key, at the caret. Characters without a key are inserted by script, because not every driver can type them. */
  async type(text: string): Promise<void> {
    if (!this.root.contains(document.activeElement)) this.element.focus();
    for (const part of text.match(/[ -~]+|[^ -~]/gu) ?? []) {
      if (/[ -~]/.test(part)) await executeServerCommand('type-text', part);
      else this.insert(part, 'insertText');
    }
    await this.settled();
  }

  /** Moves the focus away. Not by Tab, which leaves the page in Firefox when nothing else is focusable. */
  async leave(): Promise<void> {
    this.input.blur();
    await this.settled();
  }

  async press(...keys: string[]): Promise<void> {
    await executeServerCommand('press-keys', keys);
    await this.settled();
  }

  /** Like the clipboard: one event for the whole text. */
  async paste(text: string): Promise<void> {
    this.input.focus();
    this.insert(text, 'insertFromPaste');
    await this.settled();
  }

  private insert(text: string, inputType: string): void {
    const { input } = this;
    input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: text }));
  }

  /** Like browsers fill in saved data: plain events, no focus. */
  async autofill(text: string): Promise<void> {
    const { input } = this;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  async openCountries(): Promise<void> {
    this.countryButton?.click();
    await waitUntil(() => this.dialog?.open, 'the list of countries did not open');
    await this.settled();
  }

  async searchCountry(text: string): Promise<void> {
    this.search.focus();
    this.search.select();
    await executeServerCommand('type-text', text);
    await this.settled();
  }

  /** Chooses a country by click. */
  async chooseCountry(country: string): Promise<void> {
    await this.openCountries();
    this.root.querySelector<HTMLElement>(`[role="option"][data-country="${country}"]`)!.click();
    await this.countriesClosed();
  }

  /** Waits until the list is closed and the focus is back, which the browser does in a task of its own. */
  async countriesClosed(): Promise<void> {
    await waitUntil(() => !this.dialog?.open && document.activeElement === this.input, 'focus did not come back to the input');
    await this.settled();
  }
}
