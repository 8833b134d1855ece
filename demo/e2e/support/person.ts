import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { byRole, inputOf, PageReader, type Role } from './page-reader.ts';
import { follow, type Traffic } from './traffic.ts';
import { until } from './until.ts';

/** What a person does on a page, and sees there. */
export class Person extends PageReader {
  /** Requests and errors of the page. */
  readonly traffic: Traffic;

  constructor(page: Page, { place = page, traffic = follow(page) }: { place?: Page | Frame; traffic?: Traffic } = {}) {
    super(page, place);
    this.traffic = traffic;
  }

  // Navigation

  async visit(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'domcontentloaded' });
  }

  /** The browser's back button. Does not wait, because the page may handle it without a load: wait for what should appear. */
  async goBack(): Promise<void> {
    // The page may be unloaded before `evaluate` returns.
    await this.place.evaluate(() => history.back()).catch(ignoreLeaving);
  }

  async goForward(): Promise<void> {
    await this.place.evaluate(() => history.forward()).catch(ignoreLeaving);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  // Actions

  /** Starts at the first screen of a tenant that asks for the identifier before the password. */
  async signInWithPassword({ username, password }: { readonly username: string; readonly password: string }): Promise<void> {
    // The app has a field and a button of the same names.
    await until('the sign-in page', () => this.query('[data-step]'));
    await this.replace('identifier', username);
    await this.press('Sign in');
    await this.seeHeading('Enter password');
    await this.type('password', password);
    await this.press('Continue');
  }

  async press(name: string): Promise<void> {
    await this.click('button', name);
  }

  async follow(name: string): Promise<void> {
    await this.click('link', name);
  }

  async tick(name: string): Promise<void> {
    await this.click('checkbox', name);
  }

  /** Appends text to a field. */
  async type(field: string, text: string): Promise<void> {
    const input = await this.field(field);
    await input.focus();
    await input.press('End');
    await this.keys(text);
  }

  /** Opens the browser's file chooser with the keyboard and chooses a file. */
  async chooseFile(field: string, path: string): Promise<void> {
    const input = await this.field(field);
    const opened = this.page.waitForFileChooser();
    // After this round trip the browser intercepts the file chooser.
    await input.focus();
    await this.pressKey('Enter');
    await (await opened).accept([path]);
  }

  /** Chooses an option of a `<select>`. */
  async choose(field: string, option: string): Promise<void> {
    const list = await this.field(field);
    const value = await list.evaluate(
      (element, wanted) =>
        [...(element as HTMLSelectElement).options].find(({ text }) => text.trim() === wanted)?.value ?? `no "${wanted}"`,
      option,
    );
    await list.select(value);
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

  /** Types into whatever has the focus. */
  async keys(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Copies the text to the clipboard and pastes it over the field's selection. */
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

  /** Headless Chromium needs the editing command beside the key. */
  private async pressEditingKey(key: 'KeyC' | 'KeyV', command: string): Promise<void> {
    const { keyboard } = this.page;
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    await keyboard.down(modifier);
    await keyboard.press(key, { commands: [command] });
    await keyboard.up(modifier);
  }

  /** Moves the focus forward, by the Tab key, until it is there. */
  async tabTo(role: Role, name: string, { backwards = false } = {}): Promise<void> {
    await this.tabUntil(`the ${role} "${name}"`, byRole(role, name), backwards);
  }

  async tabToField(name: string): Promise<void> {
    await this.tabUntil(`the field "${name}"`, inputOf(name), false);
  }

  private async tabUntil(what: string, selector: string, backwards: boolean): Promise<void> {
    await until(
      async () => `the focus to come to ${what}. ${await this.describe()}`,
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

  /** The same person in a frame. */
  async inFrame(title: string): Promise<Person> {
    const place = await until(`the frame "${title}"`, async () =>
      (await this.place.$(`iframe[title="${title}"]:not([hidden])`))?.contentFrame(),
    );
    return new Person(this.page, { place, traffic: this.traffic });
  }

  /** The same person in a new tab of the same profile. */
  async openTab(): Promise<Person> {
    return new Person(await this.page.browserContext().newPage());
  }

  /** The same person in the tab that an action opens. */
  async inNewTab(act: () => Promise<void>): Promise<Person> {
    const context = this.page.browserContext();
    const before = new Set(await context.pages());
    await act();
    const page = await until('another tab', async () => (await context.pages()).find((candidate) => !before.has(candidate)));
    return new Person(page);
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
}

/** Ignores that the page was unloaded during `evaluate`. */
function ignoreLeaving(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('context was destroyed'))) throw error;
}
