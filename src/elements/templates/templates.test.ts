import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { button } from './button.ts';
import { icon } from './icon.ts';
import { identity, identityStyles } from './identity.ts';
import { link } from './link.ts';
import { brandMark, divider, notice, pageHeader } from './page.ts';
import { termsLine, termsSentence } from './terms.ts';

const show = (template: unknown) => fixture<HTMLElement>(html`<div class="sie-root">${template}</div>`);
/** For actions that a test does not use. */
const unused = () => undefined;
const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

before(() => {
  install(document, [...theme, identityStyles]);
});

describe('button', () => {
  it('submits its form by default, and shadows no property of the form', async () => {
    const element = (await show(button({ label: 'Sign in' }))).querySelector('button')!;
    expect(element.type).to.equal('submit');
    expect(element.name).to.equal('');
    expect(text(element)).to.equal('Sign in');
  });

  it('is disabled and busy at once, and keeps label and width meanwhile', async () => {
    const root = await show(html`${button({ label: 'Sign in' })}${button({ label: 'Sign in', busy: true })}`);
    const [idle, busy] = root.querySelectorAll('button');
    expect(busy!.disabled).to.equal(true);
    expect(busy!.getAttribute('aria-busy')).to.equal('true');
    expect(text(busy!)).to.equal('Sign in');
    expect(busy!.offsetWidth).to.equal(idle!.offsetWidth);
    expect(busy!.offsetHeight).to.equal(idle!.offsetHeight);
  });

  it('shows its spinner only after 300 ms, in place of the icon', async () => {
    const root = await show(button({ label: 'Sign in', busy: true, icon: icon('search') }));
    const spinner = getComputedStyle(root.querySelector('button')!, '::before');
    const place = getComputedStyle(root.querySelector('.sie-button-icon')!);
    expect(spinner.animationDelay).to.match(/^0\.3s/);
    expect(spinner.opacity).to.equal('0');
    expect(spinner.left).to.equal(place.left);
    expect(place.animationDelay).to.equal('0.3s');
  });

  it('wraps long words instead of clipping them', async () => {
    const label = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverleih'.repeat(2);
    const root = await show(html`<div style="width: 280px">${button({ label })}</div>`);
    const element = root.querySelector('button')!;
    expect(element.scrollWidth).to.be.at.most(280);
    expect(element.offsetHeight).to.be.above(60);
  });
});

describe('link', () => {
  it('opens a new tab when external', async () => {
    const anchor = (await show(link({ label: 'Terms', href: 'https://acme.example/terms', external: true }))).querySelector('a')!;
    expect(anchor.target).to.equal('_blank');
    expect(anchor.rel).to.equal('noopener');
  });

  for (const href of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'https://', '']) {
    it(`renders only the label for the address "${href}"`, async () => {
      const root = await show(link({ label: 'Terms', href }));
      expect(root.querySelector('a')).to.equal(null);
      expect(text(root)).to.equal('Terms');
    });
  }

  for (const [href, parsed] of [
    ['/terms', `${location.origin}/terms`],
    ['//evil.example/x', `${location.origin}//evil.example/x`],
    ['HTTPS://Acme.Example', 'https://acme.example/'],
    ['mailto:a@acme.example', 'mailto:a@acme.example'],
    ['https:evil.example', undefined],
    ['feed:https://acme.example', undefined],
    ['https://acme.example@evil.example/', undefined],
  ] as const) {
    it(`leads from "${href}" to ${parsed ?? 'nowhere'}, also where the page has another base`, async () => {
      const base = document.head.appendChild(Object.assign(document.createElement('base'), { href: 'https://evil.example/' }));
      const root = await show(link({ label: 'Terms', href }));
      expect(root.querySelector('a')?.getAttribute('href') ?? undefined).to.equal(parsed);
      base.remove();
    });
  }

  it('accepts a valid address in browsers without URL.canParse (Chromium before 120, Safari before 17)', async () => {
    const { canParse } = URL;
    try {
      Object.defineProperty(URL, 'canParse', { value: undefined, configurable: true, writable: true });
      const root = await show(html`${link({ label: 'Terms', href: '/terms' })}${link({ label: 'Bad', href: 'https://' })}`);
      expect([...root.querySelectorAll('a')].map(text)).to.deep.equal(['Terms']);
    } finally {
      URL.canParse = canParse;
    }
  });

  it('runs its action instead of the navigation, but leaves clicks for a new tab to the browser', async () => {
    let pressed = 0;
    const anchor = (await show(link({ label: 'Create account', href: '/register', press: () => pressed++ }))).querySelector('a')!;
    const plain = new MouseEvent('click', { cancelable: true });
    anchor.dispatchEvent(plain);
    expect(plain.defaultPrevented).to.equal(true);
    const newTab = new MouseEvent('click', { cancelable: true, ctrlKey: true });
    anchor.addEventListener('click', (event) => {
      expect(event.defaultPrevented).to.equal(false);
      event.preventDefault();
    });
    anchor.dispatchEvent(newTab);
    expect(pressed).to.equal(1);
  });

  it('is a button with an action and no address', async () => {
    let pressed = 0;
    const element = (await show(link({ label: 'Resend', press: () => pressed++ }))).querySelector('button')!;
    element.click();
    expect(element.type).to.equal('button');
    expect(pressed).to.equal(1);
  });
});

describe('notice', () => {
  it('is an alert when it is urgent, otherwise a status', async () => {
    const roles = await Promise.all(
      (['danger', 'success', 'info'] as const).map(async (tone) =>
        (await show(notice({ tone, text: 'Saved' }))).querySelector('.sie-notice')!.getAttribute('role'),
      ),
    );
    expect(roles).to.deep.equal(['alert', 'status', 'status']);
  });

  it('has an icon beside its text, so that colour is not the only difference', async () => {
    const root = await show(notice({ tone: 'danger', text: 'Too many attempts' }));
    expect(root.querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
    expect(text(root)).to.equal('Too many attempts');
  });
});

describe('page header', () => {
  it('has a title that can be focused by script, and a named back button', async () => {
    let back = 0;
    const root = await show(pageHeader({ id: 'its-title', title: 'Sign in', back: () => back++ }));
    const title = root.querySelector('h1')!;
    title.focus();
    expect(document.activeElement).to.equal(title);
    const button = root.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('Back');
    button.click();
    expect(back).to.equal(1);
  });

  it('hides a logo that fails to load, and reserves its space until then', async () => {
    const root = await show(pageHeader({ id: 'its-title', title: 'Sign in', logo: 'data:image/png;base64,broken' }));
    const logo = root.querySelector('img')!;
    expect(getComputedStyle(logo).height).to.equal('40px');
    if (!logo.hidden) await new Promise((resolve) => logo.addEventListener('error', resolve, { once: true }));
    expect(getComputedStyle(logo).display).to.equal('none');
  });

  it('mirrors its arrow in right-to-left text', async () => {
    const root = await show(html`<div dir="rtl">${pageHeader({ id: 'its-title', title: 'x', back: unused })}</div>`);
    expect(getComputedStyle(root.querySelector('svg')!).scale).to.equal('-1 1');
  });
});

describe('terms', () => {
  const urls = { termsOfUseUrl: 'https://acme.example/terms', privacyPolicyUrl: 'https://acme.example/privacy' };

  it('are links in the sentence', async () => {
    const root = await show(termsSentence(urls));
    expect(text(root)).to.equal('By continuing, you agree to the Terms of Use and Privacy Policy.');
    expect([...root.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal(Object.values(urls));
  });

  it('are only those that exist', async () => {
    const root = await show(termsSentence({ privacyPolicyUrl: urls.privacyPolicyUrl, termsOfUseUrl: '' }));
    expect(text(root)).to.equal('By continuing, you agree to the Privacy Policy.');
  });
});

describe('brand mark', () => {
  it('links to logto.io and has the attributes of Logto’s own page', async () => {
    const root = await show(brandMark());
    const mark = root.querySelector('.logto_signature')!;
    expect(text(mark)).to.equal('Powered by Logto');
    expect(mark.getAttribute('data-logto-signature-container')).to.equal('secured');
    expect(mark.querySelector('a')!.href).to.equal('https://logto.io/');
  });
});

describe('all templates together', () => {
  const everything: TemplateResult = html`<main>
    ${pageHeader({ id: 'its-title', title: 'Sign in', description: 'Welcome back', back: unused })}
    ${identity({ type: 'email', value: 'mia@example.com', change: unused })} ${notice({ tone: 'success', text: 'Sent' })}
    ${button({ label: 'Continue' })} ${button({ label: 'Other', variant: 'secondary', icon: icon('search') })}
    ${button({ label: 'Later', variant: 'text', busy: true })} ${divider('or')}
    ${termsLine({ termsOfUseUrl: 'https://acme.example/terms' })}
  </main>`;

  for (const [direction, theme] of [
    ['ltr', 'light'],
    ['rtl', 'dark'],
  ] as const) {
    it(`have no accessibility violation (${direction}, ${theme})`, async () => {
      const root = await fixture<HTMLElement>(
        html`<div class="sie-root" data-theme=${theme} dir=${direction} style="background: var(--_sie-surface)">
          ${everything}
        </div>`,
      );
      await expect(root).to.be.accessible();
    });
  }
});
