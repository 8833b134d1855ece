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
import { workingScreenStyles } from '../screens/working-screen.styles.ts';
import { applyTokens, brandTokens } from './branding.ts';
import { install } from './install.ts';
import { legacyBrowsers } from './legacy-browsers.ts';
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
  workingScreenStyles,
  ...elements.flatMap((element) => element.globalStyles),
];

describe('style sheets', () => {
  it('keep every rule in our layers and every selector at our root, tags and classes', () => {
    expect(sheets.flatMap(sheetProblems)).to.deep.equal([]);
  });

  it('read no alias that nobody declares, and declare none that nobody reads', () => {
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

describe('older engines', () => {
  it('have a plain value for every colour whose notation they lack', () => {
    const modern = tokens.cssText.split(';').filter((declaration) => /light-dark\(|\bfrom\b/.test(declaration));
    const needed = modern.flatMap((declaration) => [...declaredAliases(declaration)]);
    const plain = declaredAliases(legacyBrowsers.cssText);
    expect(needed).to.include('--_sie-brand');
    expect(needed.filter((name) => !plain.has(name))).to.deep.equal([]);
  });

  it('have the brand of the tenant, also in somebody else’s page', async () => {
    const root = await fixture<HTMLElement>(html`<div class="sie-root"></div>`);
    applyTokens(root, brandTokens({ primaryColor: '#123456' }));
    const sheet = new CSSStyleSheet();
    // As an engine reads it that lacks the notation.
    sheet.replaceSync(legacyBrowsers.cssText.replace(/@supports not \(.*\) \{/, '@supports (color: red) {'));
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, sheet];
    root.style.color = 'var(--_sie-brand)';
    const { color } = getComputedStyle(root);
    document.adoptedStyleSheets = before;
    expect(color).to.equal('rgb(18, 52, 86)');
  });

  it('meet container units only where they know them (Chromium 105, Firefox 110)', () => {
    const unasked = sheets.map(({ cssText }) => cssText.replaceAll(/@supports \([^)]*cq[^)]*\) \{[^}]*\}/g, ''));
    expect(unasked.filter((text) => /\dcq(?:i|b|w|h|min|max)\b/.test(text))).to.deep.equal([]);
  });
});

describe('preferences of the person', () => {
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

  // Only the launcher of Chromium can ask for them.
  const canEmulate = 'userAgentData' in navigator;
  const itEmulates = canEmulate ? it : it.skip;

  afterEach(async () => {
    if (canEmulate) await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  itEmulates('forced colours leave buttons and notices an edge', async () => {
    await emulateMedia({ forcedColors: 'active' });
    for (const element of root.children) {
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(element);
      expect(borderTopWidth).to.equal('1px');
      expect(contrast(borderTopColor, backgroundColor)).to.be.above(3);
    }
  });

  itEmulates('reduced motion leaves a spinner that does not turn', async () => {
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
    it(`read well by default in the ${theme} theme`, () => {
      root.dataset['theme'] = theme;
      expect(tooFaint(root)).to.deep.equal([]);
    });

    // A fixed walk through the colours instead of chance, so that a failure can be repeated; the last are the hard ones.
    const brands = Array.from({ length: 20 }, (_, index) => `#${((index * 0x9e3779) % 0x1000000).toString(16).padStart(6, '0')}`);
    for (const brand of [...brands, '#fff8b0', '#ffff00', '#00ff00', '#0000ff', '#ffffff', '#777777', '#767676', '#e00']) {
      it(`read well with the brand ${brand} in the ${theme} theme`, () => {
        root.dataset['theme'] = theme;
        applyTokens(root, brandTokens({ primaryColor: brand, darkPrimaryColor: brand }));
        expect(tooFaint(root)).to.deep.equal([]);
      });
    }
  }

  it('take a brand that the page around sets before that of the settings', () => {
    root.style.setProperty('--sie-brand', '#008800');
    applyTokens(root, brandTokens({ primaryColor: '#ff0000' }));
    expect(contrast(colorOf(root, 'brand'), '#008800')).to.equal(1);
  });
});
