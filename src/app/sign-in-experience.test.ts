import { expect, fixture, html } from '@open-wc/testing';
import '../define.ts';
import type { SieBeforeRedirectEvent, SieProblemEvent } from './events.ts';
import type { SignInExperience } from './sign-in-experience.ts';

const settings = {
  signIn: { methods: [{ identifier: 'username', password: true }] },
  color: { primaryColor: '#5d34f2', isDarkModeEnabled: true },
  hideLogtoBranding: true,
};
const phrases = { translation: { action: { sign_in: 'Let me in' } } };

type Answer = Response | Error;
const json = (body: unknown, status = 200): Response => Response.json(body, { status, headers: { 'Content-Language': 'en' } });

/** Answers the page's requests by `METHOD /path`; what is not listed is a good sign-in. */
function answering(answers: Record<string, () => Answer>) {
  const asked: string[] = [];
  const known: Record<string, () => Answer> = {
    'GET /api/.well-known/sign-in-exp': () => json(settings),
    'GET /api/.well-known/phrases': () => json(phrases),
    'PUT /api/experience': () => new Response(null, { status: 204 }),
    'POST /api/experience/verification/password': () => json({ verificationId: 'v' }),
    'POST /api/experience/identification': () => new Response(null, { status: 204 }),
    'POST /api/experience/submit': () => json({ redirectTo: `${location.origin}/oidc/auth/x` }),
    ...answers,
  };
  const original = window.fetch;
  window.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    const name = `${init?.method ?? 'GET'} ${pathname}`;
    const answer = known[name]?.();
    if (!answer) return original(input, init);
    asked.push(name);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { asked, restore: () => (window.fetch = original) };
}

describe('<sign-in-experience>', () => {
  let restore = (): unknown => undefined;
  afterEach(() => restore());

  const start = async (answers: Record<string, () => Answer> = {}, event = 'sie-ready') => {
    const server = answering(answers);
    ({ restore } = server);
    const parent = document.createElement('div');
    const ready = new Promise((resolve) => parent.addEventListener(event, resolve, { once: true }));
    const element = await fixture<SignInExperience>(html`<sign-in-experience app-id="app"></sign-in-experience>`, {
      parentNode: parent,
    });
    await ready;
    await element.updateComplete;
    return { element, ...server };
  };

  it('fetches settings and words at once and shows the first screen in the words of the server', async () => {
    const { element, asked } = await start();
    expect(asked.sort()).to.deep.equal(['GET /api/.well-known/phrases', 'GET /api/.well-known/sign-in-exp']);
    expect(element.querySelector('button[name=submit]')?.textContent).to.contain('Let me in');
    expect(element.dataset['step']).to.equal('sign-in');
    expect(element.getAttribute('lang')).to.equal('en');
    await expect(element).to.be.accessible();
  });

  it('leaves the title, the address and the language of an embedding page alone', async () => {
    const { href } = location;
    const { title, documentElement } = document;
    const { lang } = documentElement;
    await start();
    expect([location.href, document.title, documentElement.lang]).to.deep.equal([href, title, lang]);
  });

  it('asks the host page before it leaves, which may take the person itself', async () => {
    const { element } = await start();
    const asked = new Promise<string>((resolve) => {
      element.addEventListener('sie-before-redirect', (event: SieBeforeRedirectEvent) => {
        event.preventDefault();
        resolve(event.url);
      });
    });
    const [identifier, password] = element.querySelectorAll('input');
    if (identifier && password) [identifier.value, password.value] = ['alice', 'secret'];
    element.querySelector('form')?.requestSubmit();
    expect(await asked).to.equal(`${location.origin}/oidc/auth/x`);
    await element.updateComplete;
    expect(element.querySelector<HTMLButtonElement>('button[name=submit]')?.disabled).to.equal(true);
  });

  it('says so when there are no settings to be had, and tries again', async () => {
    let answers = 0;
    const { element } = await start(
      { 'GET /api/.well-known/sign-in-exp': () => (answers++ < 3 ? new TypeError('Failed to fetch') : json(settings)) },
      'sie-problem',
    );
    await element.updateComplete;
    expect(element.querySelector('[role=alert]')?.textContent).to.contain('offline');
    const ready = new Promise((resolve) => element.addEventListener('sie-ready', resolve));
    element.querySelector('button')?.click();
    await ready;
    expect(element.querySelector('[name=identifier]')).not.to.equal(null);
  });

  it('reports what it had to leave out of the settings, and works without it', async () => {
    const reported: string[] = [];
    const note = (event: Event) => reported.push((event as SieProblemEvent).where);
    document.addEventListener('sie-problem', note);
    const broken = { ...settings, socialConnectors: [{ target: 7 }] };
    const { element } = await start({ 'GET /api/.well-known/sign-in-exp': () => json(broken) });
    document.removeEventListener('sie-problem', note);
    expect(reported.join()).to.contain('socialConnectors.0');
    expect(element.querySelector('[name=identifier]')).not.to.equal(null);
  });

  it('stops listening and asking when it is taken away', async () => {
    const { element, asked } = await start();
    element.remove();
    const before = asked.length;
    element.querySelector('form')?.requestSubmit();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await element.updateComplete;
    expect(asked).to.have.length(before);
  });
});
