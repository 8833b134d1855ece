import assert from 'node:assert/strict';
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';
import { follow, type Traffic } from './traffic.ts';
import { until } from './until.ts';

/** A form's inputs by the names that the page documents; any other text is a label. */
const inputNames = new Set(['identifier', 'password', 'passcode']);

/** What a field may be asked about. */
export interface FieldLook {
  readonly value?: string;
  /** What is said to be wrong with it; '' for nothing. */
  readonly error?: string;
  readonly focused?: boolean;
  readonly readonly?: boolean;
}

type Role = 'button' | 'link' | 'heading' | 'checkbox' | 'radio' | 'option' | 'dialog' | 'combobox' | 'textbox';

const byRole = (role: Role, name: string) => `::-p-aria([role="${role}"][name="${name.replaceAll('"', '\\"')}"])`;

/** What a person does and sees, in sentences. Things are found as assistive technology finds them: by role and name. */
export class Person {
  readonly page: Page;
  /** What happened behind the page. */
  readonly traffic: Traffic;
  /** The page, or a frame in it. */
  private readonly place: Page | Frame;

  constructor(page: Page, { place = page, traffic = follow(page) }: { place?: Page | Frame; traffic?: Traffic } = {}) {
    this.page = page;
    this.place = place;
    this.traffic = traffic;
  }

  // Going about

  async visit(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'domcontentloaded' });
  }

  /** The browser's own button. The page may answer without loading anew, so nothing is waited for: say what to see next. */
  async goBack(): Promise<void> {
    // The page may be gone before it can answer.
    await this.place.evaluate(() => history.back()).catch(ignoreLeaving);
  }

  async goForward(): Promise<void> {
    await this.place.evaluate(() => history.forward()).catch(ignoreLeaving);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  // Doing

  async press(name: string): Promise<void> {
    await this.click('button', name);
  }

  async follow(name: string): Promise<void> {
    await this.click('link', name);
  }

  async tick(name: string): Promise<void> {
    await this.click('checkbox', name);
  }

  /** Types into a field behind what is there already. */
  async type(field: string, text: string): Promise<void> {
    const input = await this.field(field);
    await input.focus();
    await input.press('End');
    await this.keys(text);
  }

  async replace(field: string, text: string): Promise<void> {
    await this.clear(field);
    await this.keys(text);
  }

  async clear(field: string): Promise<void> {
    const input = await this.field(field);
    await input.evaluate((element) => {
      element.focus();
      if (element instanceof HTMLInputElement) element.select();
    });
    await this.pressKey('Delete');
  }

  /** Types wherever the focus is. */
  async keys(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** By the clipboard: copied from a text beside the page, pasted over what the field has selected. */
  async paste(field: string, text: string): Promise<void> {
    const input = await this.field(field);
    await this.place.evaluate((copied) => {
      const source = document.body.appendChild(document.createElement('textarea'));
      source.value = copied;
      source.select();
    }, text);
    await this.pressEditingKey('KeyC', 'Copy');
    await this.place.evaluate(() => document.querySelector('body > textarea')?.remove());
    await input.focus();
    await this.pressEditingKey('KeyV', 'Paste');
  }

  /** Chromium without a window edits by command, not by key. */
  private async pressEditingKey(key: 'KeyC' | 'KeyV', command: string): Promise<void> {
    const { keyboard } = this.page;
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    await keyboard.down(modifier);
    await keyboard.press(key, { commands: [command] });
    await keyboard.up(modifier);
  }

  /** Moves the focus forward, by the Tab key, until it is there. */
  async tabTo(role: Role, name: string, { backwards = false } = {}): Promise<void> {
    const selector = inputNames.has(name) ? `input[name="${name}"]` : byRole(role, name);
    await until(
      async () => `the focus to come to the ${role} "${name}". ${await this.describe()}`,
      async () => {
        const target = await this.place.$(selector);
        if (!target) return false;
        if (await target.evaluate((element) => element === document.activeElement)) return true;
        await this.pressKey('Tab', ...(backwards ? (['Shift'] as const) : []));
        return target.evaluate((element) => element === document.activeElement);
      },
    );
  }

  async pressKey(key: KeyInput, ...modifiers: readonly KeyInput[]): Promise<void> {
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    for (const modifier of modifiers) await this.page.keyboard.up(modifier);
  }

  // Seeing

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
    const selector = byRole('button', name);
    await until(
      async () =>
        `the button "${name}", ${disabled ? 'not ' : ''}to be pressed${busy ? ' and busy' : ''}. ${await this.describe()}`,
      async () => {
        const button = await this.place.$(selector);
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
                  .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
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

  /** The same person, looking into a frame. */
  async inFrame(title: string): Promise<Person> {
    const place = await until(`the frame "${title}"`, async () =>
      (await this.place.$(`iframe[title="${title}"]:not([hidden])`))?.contentFrame(),
    );
    return new Person(this.page, { place, traffic: this.traffic });
  }

  /** The same person in the tab that opens by what they do. */
  async inNewTab(act: () => Promise<void>): Promise<Person> {
    const context = this.page.browserContext();
    const before = new Set(await context.pages());
    await act();
    const page = await until('another tab', async () => (await context.pages()).find((candidate) => !before.has(candidate)));
    return new Person(page);
  }

  /** A field by the name of its input, or by its label. */
  async field(name: string): Promise<ElementHandle<HTMLElement>> {
    const selector = inputNames.has(name) ? `input[name="${name}"]` : `::-p-aria(${name})`;
    return until(
      async () => `the field "${name}". ${await this.describe()}`,
      async () => {
        for (const found of await this.place.$$(selector)) {
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

  private async click(role: Role, name: string): Promise<void> {
    const point = await until(
      async () => `the ${role} "${name}" that can be pressed. ${await this.describe()}`,
      async () => {
        const found = await this.place.$(byRole(role, name));
        if (!found || (await found.evaluate((element) => element.matches(':disabled')))) return undefined;
        await found.scrollIntoView();
        return found.clickablePoint();
      },
    );
    await this.page.mouse.click(point.x, point.y);
  }

  /** Where the person is and what is to be seen, for messages of failures. */
  private async describe(): Promise<string> {
    try {
      assert.ok(!this.page.isClosed());
      return `At ${(await this.address()).href} there is:\n${await this.text()}`;
    } catch {
      return 'The page does not answer.';
    }
  }
}

/** What the browser says when the page that was asked to go has gone. */
function ignoreLeaving(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('context was destroyed'))) throw error;
}
