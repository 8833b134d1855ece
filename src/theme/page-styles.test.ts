import { expect } from '@open-wc/testing';
import { applyTokens, brandTokens } from './branding.ts';
import { install } from './install.ts';
import { applyLogtoVariables, logtoVariables } from './logto-variables.ts';
import { applyPageStyles, hostGuard } from './page-styles.ts';
import { theme } from './theme.ts';

/** Rules of embedding pages for bare elements. */
const hostile = `
  * { margin: 0; padding: 0; box-sizing: content-box; font: 10px serif; }
  input { width: 20px; border: 3px dashed red; }
  button { text-transform: uppercase; }
  button, [type=button], [type=submit] { background-color: transparent; }
  h1 { font-size: 50px; color: orange; }
`;

describe('page styles', () => {
  let root: HTMLElement;
  let host: HTMLStyleElement;
  let server: HTMLStyleElement;

  before(() => {
    install(document, theme);
  });

  beforeEach(() => {
    host = document.createElement('style');
    host.textContent = hostile;
    server = document.createElement('style');
    server.dataset['customCss'] = '';
    root = document.createElement('sign-in-experience');
    root.innerHTML = `<h1 class="sie-title">Sign in</h1>
      <div class="sie-control"><input class="sie-input" type="text" /></div>
      <button class="sie-button" type="submit">Sign in</button>`;
    document.body.append(root);
  });

  afterEach(() => {
    applyPageStyles({});
    host.remove();
    server.remove();
    root.remove();
  });

  const style = (selector: string) => getComputedStyle(root.querySelector(selector)!);
  const custom = () => document.querySelectorAll('style[data-custom-css]');

  it('revert rules of an embedding page for bare elements', () => {
    const untouched = {
      width: style('.sie-input').width,
      font: style('.sie-input').fontSize,
      title: style('.sie-title').fontSize,
      face: style('.sie-button').backgroundColor,
    };
    document.head.append(host);
    expect(style('.sie-input').borderTopWidth).to.equal('3px');
    applyPageStyles({ guard: hostGuard });
    expect({
      width: style('.sie-input').width,
      font: style('.sie-input').fontSize,
      title: style('.sie-title').fontSize,
      face: style('.sie-button').backgroundColor,
    }).to.deep.equal(untouched);
    expect(style('.sie-input').borderTopWidth).to.equal('0px');
    expect(style('.sie-button').textTransform).to.equal('none');
    expect(style('.sie-button').boxSizing).to.equal('border-box');
  });

  it("let the tenant's customCss override our styles, the guard and the page, without !important", () => {
    document.head.append(host);
    applyPageStyles({
      guard: hostGuard,
      customCss: `input { border: 1px solid rgb(1, 2, 3); }
        h1 { color: rgb(4, 5, 6); }
        .sie-button { background-color: rgb(7, 8, 9); }`,
    });
    expect(style('.sie-input').borderTopColor).to.equal('rgb(1, 2, 3)');
    expect(style('.sie-title').color).to.equal('rgb(4, 5, 6)');
    expect(style('.sie-button').backgroundColor).to.equal('rgb(7, 8, 9)');
  });

  it('let every customCss rule win on the hosted page, which has no guard', () => {
    applyPageStyles({ customCss: '* { letter-spacing: 3px; } button { background-color: rgb(7, 8, 9); }' });
    expect(style('.sie-title').letterSpacing).to.equal('3px');
    expect(style('.sie-button').backgroundColor).to.equal('rgb(7, 8, 9)');
  });

  it("show the tenant's background of the body", () => {
    root.innerHTML = '<div class="logto_page-container"></div>';
    const transparent = 'rgba(0, 0, 0, 0)';
    expect(style('.logto_page-container').backgroundColor).not.to.equal(transparent);
    applyPageStyles({ customCss: 'body { background: pink; }' });
    expect(style('.logto_page-container').backgroundColor).to.equal(transparent);
  });

  it('set the variables of Logto’s page for customCss, with our colours', () => {
    install(document, [logtoVariables]);
    applyPageStyles({ customCss: 'h1 { color: var(--color-danger-default); }' });
    expect(style('.sie-title').color).to.equal('rgb(196, 35, 58)');
  });

  it('reuse the style element of the server, and move it after later ones', () => {
    server.textContent = 'h1 { color: red; }';
    document.head.append(server, host);
    applyPageStyles({ customCss: 'h1 { color: rgb(4, 5, 6); }', nonce: 'abc' });
    expect(custom()).to.have.length(1);
    expect(document.head.lastElementChild).to.equal(server);
    expect(server.nonce).to.equal('abc');
    expect(style('.sie-title').color).to.equal('rgb(4, 5, 6)');
  });

  it('are never empty in between, which a policy with hashes would block', () => {
    server.textContent = 'h1 { color: red; }';
    document.head.append(server, host);
    const watch = new MutationObserver(() => undefined);
    watch.observe(server, { childList: true, characterData: true, subtree: true });
    applyPageStyles({ customCss: 'h1 { color: rgb(4, 5, 6); }' });
    const changes = watch.takeRecords().map(({ type }) => type);
    watch.disconnect();
    expect(changes).to.deep.equal(['characterData']);
  });

  it('are not parsed again when they are unchanged', () => {
    applyPageStyles({ guard: hostGuard, customCss: 'h1 { color: red; }' });
    const sheet = (custom()[0] as HTMLStyleElement).sheet;
    applyPageStyles({ guard: hostGuard, customCss: 'h1 { color: red; }' });
    expect((custom()[0] as HTMLStyleElement).sheet).to.equal(sheet);
  });

  it('are removed when the settings have none', () => {
    applyPageStyles({ guard: hostGuard, customCss: 'h1 { color: red; }' });
    applyPageStyles({ customCss: null });
    expect(custom()).to.have.length(0);
    expect(document.querySelector('style[data-sie-guard]')).to.equal(null);
  });

  describe('on the hosted page', () => {
    const { body } = document;
    const { className } = body;
    afterEach(() => {
      body.className = className;
      body.removeAttribute('style');
      delete body.dataset['theme'];
    });

    it("set the variables of the server's own page on the body, and change nothing inside", () => {
      const color = { primaryColor: '#102030' };
      const customCss = 'body { outline: 1px solid var(--color-type-primary); background: var(--color-brand-default); }';
      install(document, [logtoVariables]);
      applyTokens(root, brandTokens(color));
      root.dataset['theme'] = 'dark';
      applyPageStyles({ customCss });
      const inside = () => {
        const { color: text, fontSize, fontFamily, colorScheme } = getComputedStyle(root.querySelector('.sie-title')!);
        return { text, fontSize, fontFamily, colorScheme };
      };
      const before = inside();
      applyLogtoVariables(color, 'dark');
      const { outlineColor, colorScheme, backgroundColor } = getComputedStyle(body);
      expect(outlineColor).to.equal(before.text);
      expect(colorScheme).to.equal('dark');
      expect(backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
      expect(inside()).to.deep.equal(before);
    });
  });
});
