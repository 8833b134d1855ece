/**
 * Keyboard commands that behave alike in all three engines:
 * - `type-text` with a string: types it key by key;
 * - `press-keys` with a list such as `['Shift', 'Tab']`: holds all but the last, presses the last.
 *
 * The built-in `sendKeys` of the WebDriver launcher sends a whole word as one chord, which drops repeated letters, and the
 * other launchers do not know `Shift+Tab`.
 *
 * Use in a test: `import { executeServerCommand } from '@web/test-runner-commands'`.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function keyboardCommands() {
  return {
    name: 'keyboard-commands',
    async executeCommand({ command, payload, session }) {
      if (command !== 'type-text' && command !== 'press-keys') return undefined;
      const keyboard = keyboardOf(session);
      if (command === 'type-text') await keyboard.type(String(payload));
      else await keyboard.press(/** @type {string[]} */ (payload));
      return true;
    },
  };
}

/** @param {Pick<import('@web/test-runner').TestSession, 'id' | 'browser'>} session */
function keyboardOf({ id, browser }) {
  const launcher = /** @type {any} */ (browser);
  if (launcher.type === 'webdriver') {
    return {
      /** @param {string} text */
      async type(text) {
        for (const character of text) await launcher.sendKeys(id, [character]);
      },
      /** @param {string[]} keys */
      press: (keys) => launcher.sendKeys(id, keys),
    };
  }
  const { keyboard } = launcher.getPage(id);
  return {
    /** @param {string} text */
    async type(text) {
      if (launcher.type !== 'playwright') return keyboard.type(text);
      // Sends all events at once. The browser handles them in order, and a round trip for each is most of the time.
      await Promise.all(
        [...text].flatMap((character) =>
          /[ -~]/.test(character) ? [keyboard.down(character), keyboard.up(character)] : [keyboard.insertText(character)],
        ),
      );
    },
    /** @param {string[]} keys */
    async press(keys) {
      const held = keys.slice(0, -1);
      for (const key of held) await keyboard.down(key);
      await keyboard.press(keys.at(-1));
      for (const key of held.reverse()) await keyboard.up(key);
    },
  };
}
