import { expect, fixture } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import { SieCodeField } from '../elements/code-field/code-field.ts';
import { SieConfirmDialog } from '../elements/confirm-dialog/confirm-dialog.ts';
import { SieCountryList } from '../elements/country-list/country-list.ts';
import { SieIdentifierField } from '../elements/identifier-field/identifier-field.ts';
import { SieSocialButtons } from '../elements/social-buttons/social-buttons.ts';
import { SieTermsCheckbox } from '../elements/terms-checkbox/terms-checkbox.ts';
import { identityStyles } from '../elements/templates/identity.ts';
import { progressScreenStyles } from '../screens/progress-screen.ts';
import { applyTokens, brandTokens } from './branding.ts';
import { install } from './install.ts';
import { legacyBrowsers } from './page-styles.ts';
import { logtoVariables } from './logto-variables.ts';
import { declaredAliases, readAliases, sheetProblems } from './testing/check-sheet.ts';
import { contrast } from './testing/color.ts';
import { colorOf, tooFaint } from './testing/pairs.ts';
import { theme } from './theme.ts';
import { tokens } from './tokens.ts';

const elements = [SieCountryList, SieCodeField, SieConfirmDialog, SieIdentifierField, SieSocialButtons, SieTermsCheckbox];
const sheets = [
  ...theme,
  legacyBrowsers,
  logtoVariables,
  identityStyles,
  progressScreenStyles,
  ...elements.flatMap((element) => element.globalStyles),
];

describe('style sheets', () => {
  it('have every rule in our layers and every selector limited to our root element, tags and classes', () => {
    expect(sheets.flatMap(sheetProblems)).to.deep.equal([]);
  });

  it('use no undeclared alias, and declare no unused one', () => {
    const all = sheets.map(({ cssText }) => cssText).join('\n');
    const declared = declaredAliases(all);
    const read = readAliases(all);
    for (const setByScript of ['--_sie-tenant-brand', '--_sie-plain-brand', '--_sie-visible-block-size', '--_sie-above']) {
      read.delete(setByScript);
    }
    expect([...read].filter((name) => !declared.has(name))).to.deep.equal([]);
    expect([...declared].filter((name) => !read.has(name) && !/^--_sie-space-\d$/.test(name))).to.deep.equal([]);
  });
});

describe('legacy browsers', () => {
  it('have a plain value for every colour in a notation that they do not support', () => {
    const modern = tokens.cssText.split(';').filter((declaration) => /light-dark\(|\bfrom\b/.test(declaration));
    const needed = modern.flatMap((declaration) => [...declaredAliases(declaration)]);
    const plain = declaredAliases(legacyBrowsers.cssText);
    expect(needed).to.include('--_sie-brand');
    expect(needed.filter((name) => !plain.has(name))).to.deep.equal([]);
  });

  it('have the brand colour of the tenant, also in an embedding page', async () => {
    const root = await fixture<HTMLElement>(html`<div class="sie-root"></div>`);
    applyTokens(root, brandTokens({ primaryColor: '#123456' }));
    const sheet = new CSSStyleSheet();
    // Activates the rules as a browser without support does.
    sheet.replaceSync(legacyBrowsers.cssText.replace(/@supports not \(.*\) \{/, '@supports (color: red) {'));
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, sheet];
    root.style.color = 'var(--_sie-brand)';
    const { color } = getComputedStyle(root);
    document.adoptedStyleSheets = before;
    expect(color).to.equal('rgb(18, 52, 86)');
  });

  it('get container units only inside @supports (Chromium 105, Firefox 110)', () => {
    const unasked = sheets.map(({ cssText }) => cssText.replaceAll(/@supports \([^)]*cq[^)]*\) \{[^}]*\}/g, ''));
    expect(unasked.filter((text) => /\dcq(?:i|b|w|h|min|max)\b/.test(text))).to.deep.equal([]);
  });
});

describe('user preferences', () => {
  let root: HTMLElement;

  beforeEach(async () => {
    install(document, theme);
    root = await fixture<HTMLElement>(
      html`<div class="sie-root">
        <button class="sie-button" data-state="busy">Sign in</button>
        <div class="sie-notice">Sent</div>
      </div>`,
    );
  });

  // Only the launcher of Chromium can emulate them.
  const canEmulate = 'userAgentData' in navigator;
  const itEmulates = canEmulate ? it : it.skip;

  afterEach(async () => {
    if (canEmulate) await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  itEmulates('forced colours keep a visible border of buttons and notices', async () => {
    await emulateMedia({ forcedColors: 'active' });
    for (const element of root.children) {
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(element);
      expect(borderTopWidth).to.equal('1px');
      expect(contrast(borderTopColor, backgroundColor)).to.be.above(3);
    }
  });

  itEmulates('reduced motion keeps a spinner that does not rotate', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { animationName } = getComputedStyle(root.firstElementChild!, '::before');
    expect(animationName).to.include('sie-pulse').and.not.include('sie-spin');
  });
});

describe('colours', () => {
  let root: HTMLElement;

  before(() => {
    install(document, theme);
  });

  beforeEach(() => {
    root = document.createElement('div');
    root.className = 'sie-root';
    document.body.append(root);
  });

  afterEach(() => {
    root.remove();
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`have enough contrast by default in the ${theme} theme`, () => {
      root.dataset['theme'] = theme;
      expect(tooFaint(root)).to.deep.equal([]);
    });

    // A fixed sequence of colours instead of random ones, so that failures are reproducible; the last ones are difficult.
    const brands = Array.from({ length: 20 }, (_, index) => `#${((index * 0x9e3779) % 0x1000000).toString(16).padStart(6, '0')}`);
    for (const brand of [...brands, '#fff8b0', '#ffff00', '#00ff00', '#0000ff', '#ffffff', '#777777', '#767676', '#e00']) {
      it(`have enough contrast with the brand ${brand} in the ${theme} theme`, () => {
        root.dataset['theme'] = theme;
        applyTokens(root, brandTokens({ primaryColor: brand, darkPrimaryColor: brand }));
        expect(tooFaint(root)).to.deep.equal([]);
      });
    }
  }

  it('prefer the brand of the embedding page to that of the settings', () => {
    root.style.setProperty('--sie-brand', '#008800');
    applyTokens(root, brandTokens({ primaryColor: '#ff0000' }));
    expect(contrast(colorOf(root, 'brand'), '#008800')).to.equal(1);
  });
});
