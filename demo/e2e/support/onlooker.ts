import assert from 'node:assert/strict';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** A form's inputs by the names that the page documents; any other text is a label. */
const inputNames = new Set(['identifier', 'password', 'newPassword', 'confirmPassword', 'passcode', 'avatar']);

/** Where a field is: by the name of its input, or by its label. */
export const inputOf = (field: string) => (inputNames.has(field) ? `input[name="${field}"]` : `::-p-aria(${field})`);

/** What a field may be asked about. */
export interface FieldLook {
  readonly value?: string;
  /** What is said to be wrong with it; '' for nothing. */
  readonly error?: string;
  readonly focused?: boolean;
  readonly readonly?: boolean;
}

export type Role =
  | 'application'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'option'
  | 'radio'
  | 'slider'
  | 'textbox';

/** How assistive technology finds it. */
export const byRole = (role: Role, name: string) => `::-p-aria([role="${role}"][name="${name.replaceAll('"', '\\"')}"])`;

/** What is to be seen on a page, or in a frame of it. Things are found as assistive technology finds them: by role and name. */
export class Onlooker {
  readonly page: Page;
  protected readonly place: Page | Frame;

  constructor(page: Page, place: Page | Frame) {
    this.page = page;
    this.place = place;
  }

  async see(text: string): Promise<void> {
    await until(
      async () => `the text ${JSON.stringify(text)}. ${await this.describe()}`,
      async () => (await this.text()).includes(text),
    );
  }

  async dontSee(text: string): Promise<void> {
    await until(
      async () => `the text ${JSON.stringify(text)} to be gone. ${await this.describe()}`,
      async () => !(await this.text()).includes(text),
    );
  }

  async seeHeading(name: string): Promise<void> {
    await this.find('heading', name);
  }

  async seeButton(name: string, { disabled = false, busy = false } = {}): Promise<void> {
    await until(
      async () =>
        `the button "${name}", ${disabled ? 'not ' : ''}to be pressed${busy ? ' and busy' : ''}. ${await this.describe()}`,
      async () => {
        const button = await this.place.$(byRole('button', name));
        const [isDisabled, isBusy] = (await button?.evaluate((element) => [
          element.matches(':disabled'),
          element.getAttribute('aria-busy') === 'true',
        ])) ?? [undefined, undefined];
        return isDisabled === disabled && isBusy === busy;
      },
    );
  }

  async seeLink(name: string): Promise<string> {
    const link = await this.find('link', name);
    return link.evaluate((element) => (element as HTMLAnchorElement).href);
  }

  async seeField(field: string, look: FieldLook = {}): Promise<void> {
    let seen: FieldLook = {};
    await until(
      async () => `the field "${field}" ${JSON.stringify(look)}, seen ${JSON.stringify(seen)}. ${await this.describe()}`,
      async () => {
        const input = await this.field(field);
        const all = await input.evaluate((element) => ({
          value: (element as HTMLInputElement).value,
          error:
            element.getAttribute('aria-invalid') === 'true'
              ? (element.getAttribute('aria-describedby') ?? '')
                  .split(' ')
                  .map((id) => document.getElementById(id))
                  // What describes a field besides is no error.
                  .filter((node) => node?.closest('[role=alert]'))
                  .map((node) => node?.textContent.trim() ?? '')
                  .join(' ')
              : '',
          focused: element === document.activeElement,
          readonly: (element as HTMLInputElement).readOnly,
        }));
        seen = Object.fromEntries(Object.keys(look).map((key) => [key, all[key as keyof typeof all]]));
        return JSON.stringify(seen) === JSON.stringify(look);
      },
    );
  }

  /** Something about the whole screen that is read out at once. */
  async seeAlert(text: string): Promise<void> {
    await until(
      async () => `an alert ${JSON.stringify(text)}. ${await this.describe()}`,
      async () => {
        const alerts = await this.place.$$eval('[role=alert]', (found) =>
          found.filter((element) => element.checkVisibility()).map((element) => (element as HTMLElement).innerText),
        );
        return alerts.some((alert) => alert.includes(text));
      },
    );
  }

  async seeFocusOn(role: Role, name: string): Promise<void> {
    await until(
      async () => `the focus on the ${role} "${name}". ${await this.describe()}`,
      async () => (await this.place.$(byRole(role, name)))?.evaluate((element) => element === document.activeElement),
    );
  }

  /** Somebody who uses keys alone goes on from where they were: the focus never falls back to the page as a whole. */
  async seeFocusKept(): Promise<void> {
    await until(
      async () => `the focus to be somewhere. ${await this.describe()}`,
      () => this.place.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
    );
  }

  /** Waits for an address: path and query, without the origin. */
  async seeAddress(expected: string | RegExp): Promise<void> {
    await until(
      async () => `the address ${String(expected)}. ${await this.describe()}`,
      async () => {
        const { pathname, search } = await this.address();
        return typeof expected === 'string' ? pathname + search === expected : expected.test(pathname + search);
      },
    );
  }

  /** Text on the screen, as laid out. */
  async text(): Promise<string> {
    return this.place.evaluate(() => document.body.innerText.replaceAll('\u00a0', ' '));
  }

  async address(): Promise<URL> {
    return new URL(await this.place.evaluate(() => location.href));
  }

  async title(): Promise<string> {
    return this.page.title();
  }

  /** A field by the name of its input, or by its label. */
  async field(name: string): Promise<ElementHandle<HTMLElement>> {
    return until(
      async () => `the field "${name}". ${await this.describe()}`,
      async () => {
        for (const found of await this.place.$$(inputOf(name))) {
          const isField = await found.evaluate(
            (element) => element.matches('input, select, textarea') && element.checkVisibility(),
          );
          if (isField) return found as ElementHandle<HTMLElement>;
        }
        return undefined;
      },
    );
  }

  /** Something that has no name of its own; undefined when it is not there. */
  async query(selector: string): Promise<ElementHandle | null> {
    return this.place.$(selector);
  }

  async find(role: Role, name: string): Promise<ElementHandle> {
    return until(
      async () => `the ${role} "${name}". ${await this.describe()}`,
      async () => this.place.$(byRole(role, name)),
    );
  }

  /** What the text on the screen does not tell: buttons with names of their own, open dialogs, and where the focus is. */
  private controls(): Promise<string> {
    return this.place.evaluate(() =>
      ['button[aria-label]', 'dialog[open]', ':focus']
        .flatMap((selector) => [...document.querySelectorAll(selector)].map((element) => [selector, element] as const))
        .map(([selector, element]) => `${selector}: ${(element.cloneNode() as Element).outerHTML}`)
        .join('\n'),
    );
  }

  /** Where the person is and what is to be seen, for messages of failures. */
  protected async describe(): Promise<string> {
    try {
      assert.ok(!this.page.isClosed());
      return `At ${(await this.address()).href} there is:\n${await this.text()}\n${await this.controls()}`;
    } catch {
      return 'The page does not answer.';
    }
  }
}
