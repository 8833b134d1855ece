import { expect } from '@open-wc/testing';
import { brandTokens, chooseFavicon, chooseLogo, watchTheme } from './branding.ts';
import { logtoBrandVariables } from './logto-variables.ts';
import { rgb } from './testing/color.ts';

const color = { primaryColor: '#6139F6', darkPrimaryColor: '#8768F8' };

describe('brand colour', () => {
  it('sets both themes in one token, and the light one for browsers that do not support that', () => {
    expect(brandTokens(color)).to.deep.equal({
      '--_sie-tenant-brand': 'light-dark(#6139F6, #8768F8)',
      '--_sie-plain-brand': '#6139F6',
    });
  });

  it('is lightened for the dark theme when the settings have no dark colour', () => {
    const { '--color-brand-default': dark } = logtoBrandVariables({ primaryColor: color.primaryColor }, 'dark');
    // hsl(252.7 91.3% 59.4%) with 69.4 % lightness
    expect(rgb(dark!)).to.deep.equal([136, 106, 248]);
  });

  it('is our default when the settings have none', () => {
    expect(brandTokens({ darkPrimaryColor: '#8768F8' })).to.deep.equal({});
    expect(logtoBrandVariables({}, 'light')).to.deep.equal({});
  });

  it("gives customCss the variables and shades of Logto's page", () => {
    const variables = logtoBrandVariables(color, 'light');
    const shades = Object.entries(variables).map(([name, value]) => [name, rgb(value).join(' ')]);
    expect(Object.fromEntries(shades.slice(0, 4))).to.deep.equal({
      '--color-brand-default': '97 57 246',
      '--color-brand-hover': '136 106 248',
      '--color-brand-pressed': '60 11 241',
      '--color-brand-loading': '155 130 249',
    });
    expect(Object.keys(variables).slice(4)).to.deep.equal([
      '--color-overlay-brand-focused',
      '--color-overlay-brand-hover',
      '--color-overlay-brand-pressed',
    ]);
  });
});

describe('logo and favicon', () => {
  it('follow the theme', () => {
    expect(chooseLogo({ logoUrl: 'light.svg', darkLogoUrl: 'dark.svg' }, 'light')).to.equal('light.svg');
    expect(chooseLogo({ logoUrl: 'light.svg', darkLogoUrl: 'dark.svg' }, 'dark')).to.equal('dark.svg');
    expect(chooseFavicon({ favicon: 'light.ico', darkFavicon: 'dark.ico' }, 'dark')).to.equal('dark.ico');
  });

  it('use a single variant for both themes', () => {
    expect(chooseLogo({ logoUrl: 'light.svg', darkLogoUrl: '' }, 'dark')).to.equal('light.svg');
    expect(chooseLogo({ darkLogoUrl: 'dark.svg' }, 'light')).to.equal('dark.svg');
    expect(chooseFavicon({}, 'light')).to.equal(undefined);
  });
});

describe('theme', () => {
  let prefersDark: EventTarget & { matches: boolean };
  const original = window.matchMedia.bind(window);

  beforeEach(() => {
    prefersDark = Object.assign(new EventTarget(), { matches: true });
    window.matchMedia = () => prefersDark as unknown as MediaQueryList;
  });

  afterEach(() => {
    window.matchMedia = original;
  });

  function changeTo(matches: boolean): void {
    prefersDark.matches = matches;
    prefersDark.dispatchEvent(new Event('change'));
  }

  it('follows the system and its changes until the signal aborts', () => {
    const seen: string[] = [];
    const stop = new AbortController();
    watchTheme('auto', true, (theme) => seen.push(theme), stop.signal);
    changeTo(false);
    changeTo(true);
    stop.abort();
    changeTo(false);
    expect(seen).to.deep.equal(['dark', 'light', 'dark']);
  });

  it('is light on a dark system when the settings switch the dark theme off', () => {
    const seen: string[] = [];
    watchTheme('auto', false, (theme) => seen.push(theme));
    changeTo(true);
    expect(seen).to.deep.equal(['light']);
  });

  it('is the stated one, whatever the system and the settings say', () => {
    const seen: string[] = [];
    watchTheme('dark', false, (theme) => seen.push(theme));
    watchTheme('light', true, (theme) => seen.push(theme));
    changeTo(false);
    expect(seen).to.deep.equal(['dark', 'light']);
  });
});
