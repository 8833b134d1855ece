/** Functions that are sent to the page under test, and see nothing but its window. */

/** Runs in the page before anything of it: what would be an attack that worked is noted. */
export function watch() {
  const page = /** @type {any} */ (window);
  page.__found = [];
  const note = (/** @type {string} */ what) => page.__found.push(what);
  for (const name of ['alert', 'confirm', 'prompt', 'open']) page[name] = () => note(`called window.${name}`);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    // Pictures and styles of the tenant's may point anywhere; scripts, frames and addresses may not.
    const isKnown = /^https:\/\/(accounts\.google\.com|challenges\.cloudflare\.com|www\.google\.com|recaptcha\.net)\//.test(
      blockedURI,
    );
    if (!isKnown && /^(script|object|frame|base|form)/.test(violatedDirective))
      note(`${violatedDirective}: ${blockedURI} ${sample}`);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (link && !/^https?:|^mailto:|^tel:/.test(link.href)) note(`a link to ${link.href}`);
  });
}

/** Runs in the page: what an attack did, and what could still be one. */
export function inspect() {
  const page = /** @type {any} */ (window);
  const found = [...page.__found];
  if (page.__xss !== undefined) found.push('a script ran');
  for (const element of document.querySelectorAll('*')) {
    if (element.getAttributeNames().some((name) => name.startsWith('on'))) found.push(`a handler at <${element.localName}>`);
  }
  for (const element of document.querySelectorAll('[href], [src], [action], [formaction]')) {
    for (const name of ['href', 'src', 'action', 'formaction']) {
      const address = element.getAttribute(name);
      // Browsers leave control characters out, too.
      if (address && /^(javascript|vbscript|data:(?!image\/|,)|file|blob):?/i.test(address.replace(/\p{Cc}|\s/gu, '')))
        found.push(`<${element.localName} ${name}="${address.slice(0, 80)}">`);
    }
  }
  if (document.querySelector('iframe, object, embed, base, meta[http-equiv]')) found.push('a frame, an object, a base or a meta');
  if (document.querySelector('sign-in-experience script, sign-in-experience style'))
    found.push('a script or style in the element');
  return found;
}

/** Runs in the page: whether there is something to see and something to use. */
export function isUsable() {
  const isVisible = (/** @type {Element} */ element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
  };
  // Gone to where the settings sent it, which nobody here can reach.
  if (location.hostname !== 'localhost') return true;
  const look = () => {
    const text = [...document.querySelectorAll('h1, [role=alert], p, label')].some(
      (it) => isVisible(it) && it.textContent?.trim(),
    );
    const controls = [...document.querySelectorAll('#app :is(a[href], button, input, select)')];
    return text && controls.some((it) => isVisible(it) && !it.matches(':disabled, [inert] *'));
  };
  if (look()) return true;
  // A tenant may hide its page with its own CSS.
  document.querySelector('style[data-custom-css]')?.remove();
  return look();
}

/** Runs in the page: signs in with what can be typed. */
export function press() {
  for (const field of document.querySelectorAll('#app input')) {
    const { type } = /** @type {HTMLInputElement} */ (field);
    if (type === 'checkbox') /** @type {HTMLInputElement} */ (field).click();
    else if (type !== 'date' && type !== 'file')
      /** @type {HTMLInputElement} */ (field).value = type === 'email' ? 'a@b.c' : 'ada';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  document.querySelector('form')?.requestSubmit();
}

/** The next case begins with nothing stored. */
export function forget() {
  sessionStorage.clear();
  localStorage.clear();
}
