import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { byRole, inputOf, Onlooker, type Role } from './onlooker.ts';
import { follow, type Traffic } from './traffic.ts';
import { until } from './until.ts';

/** What a person does and sees, in sentences. */
export class Person extends Onlooker {
  /** What happened behind the page. */
  readonly traffic: Traffic;

  constructor(page: Page, { place = page, traffic = follow(page) }: { place?: Page | Frame; traffic?: Traffic } = {}) {
    super(page, place);
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

  /** From the first screen of a tenant that asks for the identifier first. */
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

  /** Types into a field behind what is there already. */
  async type(field: string, text: string): Promise<void> {
    const input = await this.field(field);
    await input.focus();
    await input.press('End');
    await this.keys(text);
  }

  /** Opens the browser's list of files, with the keyboard, and chooses one. */
  async chooseFile(field: string, path: string): Promise<void> {
    const input = await this.field(field);
    const opened = this.page.waitForFileChooser();
    // By the time this is answered the browser knows that somebody waits.
    await input.focus();
    await this.pressKey('Enter');
    await (await opened).accept([path]);
  }

  /** Chooses from a list of the browser's own. */
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

  /** The same person, looking into a frame. */
  async inFrame(title: string): Promise<Person> {
    const place = await until(`the frame "${title}"`, async () =>
      (await this.place.$(`iframe[title="${title}"]:not([hidden])`))?.contentFrame(),
    );
    return new Person(this.page, { place, traffic: this.traffic });
  }

  /** The same person with one more tab of the same profile. */
  async openTab(): Promise<Person> {
    return new Person(await this.page.browserContext().newPage());
  }

  /** The same person in the tab that opens by what they do. */
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

/** What the browser says when the page that was asked to go has gone. */
function ignoreLeaving(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('context was destroyed'))) throw error;
}
