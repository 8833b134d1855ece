import assert from 'node:assert/strict';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** Documented `name`s of inputs; any other text is taken as a label. */
const inputNames = new Set(['identifier', 'password', 'newPassword', 'confirmPassword', 'passcode', 'avatar']);

/** Selector for a field by the name of its input, or by its label. */
export const inputOf = (field: string) => (inputNames.has(field) ? `input[name="${field}"]` : `::-p-aria(${field})`);

/** Observable state of a field. */
export interface FieldLook {
  readonly value?: string;
  /** Error message of the field; '' for none. */
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

/** Selector by accessible role and name. */
export const byRole = (role: Role, name: string) => `::-p-aria([role="${role}"][name="${name.replaceAll('"', '\\"')}"])`;

/** Reads a page or one of its frames. Finds elements as assistive technology does: by role and accessible name. */
export class PageReader {
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
                  // Other descriptions, such as hints, are no errors.
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

  /** Waits for an alert, which screen readers announce at once. */
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

  /** Checks that the focus has not fallen back to `<body>`: keyboard users continue from where they were. */
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

  /** Rendered text (`innerText`). */
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

  /** An element without an accessible name, by selector; null when it does not exist. */
  async query(selector: string): Promise<ElementHandle | null> {
    return this.place.$(selector);
  }

  async find(role: Role, name: string): Promise<ElementHandle> {
    return until(
      async () => `the ${role} "${name}". ${await this.describe()}`,
      async () => this.place.$(byRole(role, name)),
    );
  }

  /** What the rendered text does not show: buttons with an `aria-label`, open dialogs and the focused element. */
  private controls(): Promise<string> {
    return this.place.evaluate(() =>
      ['button[aria-label]', 'dialog[open]', ':focus']
        .flatMap((selector) => [...document.querySelectorAll(selector)].map((element) => [selector, element] as const))
        .map(([selector, element]) => `${selector}: ${(element.cloneNode() as Element).outerHTML}`)
        .join('\n'),
    );
  }

  /** The page's address and content, for failure messages. */
  protected async describe(): Promise<string> {
    try {
      assert.ok(!this.page.isClosed());
      return `At ${(await this.address()).href} there is:\n${await this.text()}\n${await this.controls()}`;
    } catch {
      return 'The page does not answer.';
    }
  }
}
