/** What must hold after any input. Each function throws where it does not. */
import assert from 'node:assert/strict';

const ownNames = (/** @type {object} */ of) => Reflect.ownKeys(of).length;

const prototypes = [Object.prototype, Array.prototype, String.prototype, Number.prototype, Function.prototype, Promise.prototype];
const before = prototypes.map(ownNames);

/** Nothing was written into what all objects share. */
export function assertUnpolluted() {
  prototypes.forEach((prototype, index) => {
    if (ownNames(prototype) === before[index]) return;
    // So that the next case begins clean.
    const [added] = Reflect.ownKeys(prototype).slice(-1);
    if (added !== undefined) Reflect.deleteProperty(prototype, added);
    assert.fail(`${String(added)} was written into the prototype of every ${prototype.constructor.name}`);
  });
}

/**
 * Data of ours: plain objects and lists, nothing that can be called, nothing deeper than what a reader makes.
 * @param {unknown} value
 * @param {readonly string[]} [unread] names of members that are passed on as they came
 */
export function assertPlain(value, unread = [], where = 'result', depth = 0) {
  if (typeof value === 'function' || typeof value === 'symbol') assert.fail(`${where} is a ${typeof value}`);
  if (typeof value !== 'object' || value === null) return;
  assert.ok(depth < 12, `${where} is nested deeper than anything that is read`);
  const prototype = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) ? prototype === Array.prototype : prototype === Object.prototype || prototype === null;
  assert.ok(isPlain, `${where} has a prototype of its own`);
  for (const [key, it] of Object.entries(value)) {
    if (!unread.includes(key)) assertPlain(it, unread, `${where}.${key}`, depth + 1);
  }
}

/** Only one of these errors may be thrown. */
export function assertDocumented(/** @type {unknown} */ error, /** @type {readonly Function[]} */ documented) {
  if (!documented.some((kind) => error instanceof /** @type {any} */ (kind))) throw error;
}

/** @param {unknown} url @param {readonly string[]} protocols */
function assertAddress(url, protocols, /** @type {string} */ where) {
  assert.equal(typeof url, 'string', `${where} is no text`);
  const { protocol, href } = new URL(/** @type {string} */ (url));
  const fits = protocols.includes(protocol) || (protocols.includes('data:image/') && /^data:image\//i.test(href));
  assert.ok(fits, `${where} is an address of ${protocol}`);
}

const links = ['termsOfUseUrl', 'privacyPolicyUrl', 'supportWebsiteUrl', 'unknownSessionRedirectUrl'];
const pictures = ['logoUrl', 'darkLogoUrl', 'favicon', 'darkFavicon', 'logo', 'logoDark', 'darkLogo'];
const raw = ['captchaConfig', 'googleOneTap', 'passwordPolicy', 'usernamePolicy', 'customProfileFields', 'mfa', 'trustedDevice'];

/** @param {any} settings */
export function assertSettings(settings) {
  assertPlain(settings, raw, 'settings');
  for (const name of links) {
    if (settings[name] !== null) assertAddress(settings[name], ['http:', 'https:'], name);
  }
  for (const part of [settings.branding, ...settings.socialConnectors, ...settings.ssoConnectors]) {
    for (const name of pictures) {
      if (part[name]) assertAddress(part[name], ['http:', 'https:', 'data:image/'], name);
    }
  }
  for (const color of [settings.color.primaryColor, settings.color.darkPrimaryColor]) {
    assert.match(color ?? '#000', /^#(?:[\da-f]{3}){1,2}$/i, 'a colour is more than a colour');
  }
  for (const { name } of settings.socialConnectors) {
    for (const text of Object.values(name)) assert.equal(typeof text, 'string');
  }
}

/** A text that people may be shown. */
export function assertText(/** @type {unknown} */ text, /** @type {string} */ where) {
  assert.equal(typeof text, 'string', `${where} is no text`);
}
