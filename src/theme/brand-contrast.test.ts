import { expect } from '@open-wc/testing';
import { applyTokens, brandTokens } from './branding.ts';
import { install } from './install.ts';
import { contrast } from './testing/color.ts';
import { colorOf, tooFaint } from './testing/pairs.ts';
import { theme } from './theme.ts';

const steps = ['00', '33', '66', '99', 'cc', 'ff'];
const grid = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
const hard = [
  '#f00',
  '#0f0',
  '#00f',
  '#7f7f7f',
  '#808080',
  '#767676',
  '#959595',
  '#1a1a1a',
  '#f5f5f5',
  '#ff9900',
  '#07c160',
  '#fff8b0',
];
const deep = [
  '#000080',
  '#800000',
  '#006400',
  '#4b0082',
  '#010101',
  '#fefefe',
  '#2f004f',
  '#ffe4e1',
  '#5d34f2',
  '#e00',
  '#0a84ff',
];
const brands = [...grid, ...hard, ...deep];

describe(`each of ${brands.length} brands`, () => {
  let root: HTMLElement;

  before(() => {
    install(document, theme);
  });

  beforeEach(() => {
    root = document.createElement('div');
    root.className = 'sie-root';
    document.body.append(root);
  });

  afterEach(() => root.remove());

  const faintWith = (brand: string) => tooFaint(root).map((pair) => `${brand}: ${pair}`);

  for (const mode of ['light', 'dark'] as const) {
    it(`has enough contrast in the ${mode} theme`, function () {
      this.timeout(60_000);
      root.dataset['theme'] = mode;
      const faint = brands.flatMap((brand) => {
        applyTokens(root, brandTokens({ primaryColor: brand, darkPrimaryColor: brand }));
        return faintWith(brand);
      });
      expect(faint).to.deep.equal([]);
    });

    it(`has enough contrast in the ${mode} theme when the embedding page sets it`, function () {
      this.timeout(60_000);
      root.dataset['theme'] = mode;
      const faint = [...hard, ...deep].flatMap((brand) => {
        root.style.setProperty('--sie-brand', brand);
        return faintWith(brand);
      });
      expect(faint).to.deep.equal([]);
    });
  }

  it('has enough contrast in the dark theme when the tenant chose it only for the light one', () => {
    root.dataset['theme'] = 'dark';
    const faint = [...hard, ...deep].flatMap((brand) => {
      applyTokens(root, brandTokens({ primaryColor: brand }));
      return faintWith(brand);
    });
    expect(faint).to.deep.equal([]);
  });

  it('is not changed when its contrast is enough', () => {
    for (const brand of ['#5d34f2', '#0b6b53', '#e00', '#0057b8', '#7f7f7f', '#c2185b']) {
      root.dataset['theme'] = 'light';
      applyTokens(root, brandTokens({ primaryColor: brand, darkPrimaryColor: brand }));
      expect(contrast(colorOf(root, 'fill'), brand), brand).to.be.below(1.02);
    }
  });
});
