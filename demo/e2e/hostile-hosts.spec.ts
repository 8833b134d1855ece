import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { putHostPage } from './support/host-page.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

interface Host {
  /** In the head, before our script. */
  readonly head?: string;
  /** In the body, before our element. */
  readonly body?: string;
}

const run = (code: string): Host => ({ head: `<script>${code}</script>` });

/** Pages that have something of their own where ours might look for something of the browser. */
const hosts: Readonly<Record<string, Host>> = {
  'has a base of another origin': { head: '<base href="https://other.test/app/" target="_blank">' },
  'has a base in another folder': { head: '<base href="/some/other/folder/page.html" target="_top">' },
  'has a base that is no address': { head: '<base href="https://">' },
  'gets a base later': run(`addEventListener('sie-ready', () => {
    document.head.prepend(Object.assign(document.createElement('base'), { href: 'https://other.test/', target: '_blank' }));
  });`),
  'adds to the prototype of all objects, not to be enumerated':
    run(`for (const name of ['each', 'data', 'code', 'next', 'target']) {
      Object.defineProperty(Object.prototype, name, { value: 'x', writable: true, configurable: true });
    }`),
  'adds to the prototype of arrays': run(`Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.remove = function () {}; Array.prototype.contains = Array.prototype.includes;`),
  'replaces methods, as old libraries do': run(`Element.prototype.remove = function () {
      if (this.parentNode) this.parentNode.removeChild(this);
      return this;
    };
    Element.prototype.hide = Element.prototype.show = function () { return this; };
    Array.from = (items, map) => { const all = []; for (const item of items) all.push(map ? map(item) : item); return all; };
    Function.prototype.defer = function () {}; String.prototype.strip = String.prototype.trim;`),
  'wraps fetch and the history, as monitors do': run(`const { fetch, history } = window;
    window.fetch = async (...all) => (await fetch(...all)).clone();
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name];
      history[name] = function () { return original.apply(this, arguments); };
    }`),
  'has another Promise': run('window.Promise = class extends Promise {};'),
  'has names for what is ours': {
    body: `<form id="app" name="logtoSsr"><input name="signInExperience"><input name="phrases"></form>
      <a id="logtoNativeSdk"></a><a id="logtoNativeSdk" name="platform"></a><img name="signInExperiencePreload" alt="">`,
  },
  'has names for what is the document’s': {
    body: '<img name="referrer" alt=""><img name="cookie" alt=""><img name="title" alt="">',
  },
  'has a form around': { body: '<form id="theirs"><input name="action"><input name="submit"></form>' },
  'swallows errors': run('onerror = () => true; addEventListener("unhandledrejection", (event) => event.preventDefault());'),
  'sets its title, language and direction again and again': run(`new MutationObserver(() => {
      if (document.title !== 'Ours') document.title = 'Ours';
      if (document.documentElement.dir !== 'rtl') document.documentElement.dir = 'rtl';
    }).observe(document, { childList: true, subtree: true, attributes: true });
    window.name = 'sign-in'; window.status = 'x';`),
  'removes what it does not know': run(`addEventListener('DOMContentLoaded', () => {
      const known = new Set(document.body.children);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (!known.has(node)) node.remove();
      }).observe(document.body, { childList: true });
    });`),
  'removes all comments': run(`new MutationObserver(() => {
      const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
      for (let comment; (comment = comments.nextNode()); ) comment.remove();
    }).observe(document, { childList: true, subtree: true });`),
  'is joined again and again': run(`new MutationObserver(() => document.normalize())
    .observe(document, { childList: true, subtree: true, characterData: true });`),
  'is translated': run(`new MutationObserver(() => {
      const texts = document.createNodeIterator(document, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let text; (text = texts.nextNode()); ) if (text.data.trim() && !text.parentElement.closest('font, head, script')) found.push(text);
      for (const text of found) {
        const font = document.createElement('font');
        font.textContent = text.data;
        text.replaceWith(font);
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });`),
};

const page = ({ head = '', body = '' }: Host, origin: string, app: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Ours</title><link rel="icon" href="data:,">${head}
<script type="module" src="${origin}/assets/sign-in-experience.js"></script></head>
<body><h1>Ours</h1>${body}<sign-in-experience app-id="${app}"></sign-in-experience></body>
</html>`;

describe('In a page of somebody else that', () => {
  for (const [title, host] of Object.entries(hosts)) {
    it(
      `${title}: a person signs in, and is told what went wrong before`,
      withPage(async ({ app, I, setup, page: browserPage }) => {
        await app.startSignIn();
        await putHostPage(browserPage, { path: '/our/page', html: page(host, setup.origin, setup.appId) });
        await I.visit(`${setup.origin}/our/page`);
        await I.seeHeading('Sign in to your account');
        const { alice } = setup.people;
        await I.type('identifier', alice.username);
        await I.press('Sign in');
        await I.seeHeading('Enter password');
        await I.type('password', 'wrong');
        await I.press('Continue');
        await I.seeField('password', { error: 'Incorrect account or password. Please check your input.', focused: true });
        const links = await browserPage.$$eval('sign-in-experience a', (all) =>
          all.map(({ href, target }) => ({ origin: new URL(href).origin, target })),
        );
        assert.deepEqual(
          links.filter(({ origin, target }) => origin === 'https://other.test' || target === ''),
          [],
        );
        await I.replace('password', alice.password);
        await I.press('Continue');
        await app.seeSignedIn({ username: alice.username });
        assert.deepEqual(
          I.traffic.requests.filter(({ url }) => url.hostname === 'other.test').map(({ url }) => url.href),
          [],
        );
      }),
    );
  }
});
