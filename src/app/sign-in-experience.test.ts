import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../define.ts';
import { screens } from '../screens/registry.ts';
import type { SieBeforeRedirectEvent, SieProblemEvent } from './events.ts';
import type { SignInExperience } from './sign-in-experience.ts';

const settings = {
  signIn: { methods: [{ identifier: 'username', password: true }] },
  color: { primaryColor: '#5d34f2', isDarkModeEnabled: true },
  hideLogtoBranding: true,
};
const phrases = { translation: { action: { sign_in: 'Let me in' } } };

type Answer = Response | Error | Promise<Response>;
/** @param signal of the request */
type Answering = (signal?: AbortSignal | null) => Answer;
const json = (body: unknown, status = 200): Response => Response.json(body, { status, headers: { 'Content-Language': 'en' } });

/** Answers the page's requests by `METHOD /path`; what is not listed is a good sign-in. */
function answering(answers: Record<string, Answering>) {
  const asked: string[] = [];
  const apps: (string | null)[] = [];
  const known: Record<string, Answering> = {
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
    const answer = known[name]?.(init?.signal);
    if (!answer) return original(input, init);
    asked.push(name);
    apps.push(new Headers(init?.headers).get('Logto-App-Id'));
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { asked, apps, restore: () => (window.fetch = original) };
}

/** Notes from now on who listens to the window, the document and to media queries. */
function listenersAround() {
  const { prototype } = EventTarget;
  const { addEventListener, removeEventListener } = prototype;
  const heard: {
    readonly target: EventTarget;
    readonly type: string;
    readonly listener: unknown;
    readonly signal?: AbortSignal;
  }[] = [];
  prototype.addEventListener = function (type, listener, options) {
    const isAround = this === window || this === document || this instanceof MediaQueryList;
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (isAround) heard.push({ target: this, type, listener, ...(signal && { signal }) });
    addEventListener.call(this, type, listener, options);
  };
  prototype.removeEventListener = function (type, listener, options) {
    const at = heard.findIndex((entry) => entry.target === this && entry.type === type && entry.listener === listener);
    if (at >= 0) heard.splice(at, 1);
    removeEventListener.call(this, type, listener, options);
  };
  return {
    /** Events that somebody still listens to. */
    types: () => [...new Set(heard.filter(({ signal }) => !signal?.aborted).map(({ type }) => type))].sort(),
    restore: () => Object.assign(prototype, { addEventListener, removeEventListener }),
  };
}

describe('an element that is moved in the document', () => {
  const moves: Readonly<Record<string, (element: Element, place: Element) => void>> = {
    append: (element, place) => place.append(element),
    prepend: (element, place) => place.prepend(element),
    insertBefore: (element, place) => place.insertBefore(element, null),
    after: (element, place) => place.after(element),
    replaceChildren: (element, place) => place.replaceChildren(element),
    'remove and append': (element, place) => {
      element.remove();
      place.append(element);
    },
    'twice at once': (element, place) => {
      place.append(element);
      place.before(element);
    },
    'within a fragment': (element, place) => {
      const fragment = document.createDocumentFragment();
      fragment.append(element);
      place.append(fragment);
    },
    'with what is around it': (element, place) => place.append(element.parentElement!),
    'within a microtask': (element, place) => {
      element.remove();
      queueMicrotask(() => place.append(element));
    },
    moveBefore: (element, place) => {
      if ('moveBefore' in place)
        (place as unknown as { moveBefore: (node: Node, before: null) => void }).moveBefore(element, null);
      else (place as Element).append(element);
    },
  };
  for (const [how, move] of Object.entries(moves)) {
    it(`goes on with what was typed: ${how}`, async () => {
      const server = answering({});
      try {
        const root = await fixture<HTMLElement>(
          html`<div>
            <div class="from"></div>
            <p class="to"></p>
          </div>`,
        );
        const element = document.createElement('sign-in-experience');
        let begun = 0;
        element.addEventListener('sie-ready', () => (begun += 1));
        root.querySelector('.from')!.append(element);
        await waitUntil(() => begun === 1, 'it does not begin', { timeout: 8_000 });
        const input = element.querySelector<HTMLInputElement>('input[name=password]')!;
        input.value = 'typed';
        const asked = server.asked.length;
        move(element, root.querySelector('.to')!);
        // Later than any timer of the move.
        await nextFrame();
        await nextFrame();
        await element.updateComplete;
        expect(element.isConnected).to.equal(true);
        expect(element.querySelector('input[name=password]')).to.equal(input);
        expect(input.value).to.equal('typed');
        expect([begun, server.asked.length]).to.deep.equal([1, asked]);
        element.querySelector<HTMLInputElement>('input[name=identifier]')!.value = 'alice';
        element.addEventListener('sie-before-redirect', (event) => event.preventDefault());
        element.querySelector('form')!.requestSubmit();
        // Modules are fetched first.
        await waitUntil(() => server.asked.includes('POST /api/experience/submit'), 'nothing is submitted', { timeout: 8_000 });
        element.remove();
      } finally {
        server.restore();
      }
    });
  }
});

describe('<sign-in-experience>', () => {
  let restore = (): unknown => undefined;
  afterEach(() => restore());

  const start = async (answers: Record<string, Answering> = {}, event = 'sie-ready') => {
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
    expect(element.querySelector('button[type=submit]')?.textContent).to.contain('Let me in');
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
    expect(element.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).to.equal(true);
  });

  it('leaves everything where it is when something is said about what was pressed', async function () {
    // WebKitGTK's window cannot be told its size; a narrow page is not centred, so nothing would be seen there.
    const isWide = await setViewport({ width: 1280, height: 900 }).then(
      () => true,
      () => innerWidth >= 1280 && innerHeight >= 900,
    );
    if (!isWide) this.skip();
    const { element } = await start({ 'POST /api/experience/verification/password': () => new TypeError('Failed to fetch') });
    const tops = () =>
      [...element.querySelectorAll('.sie-title, input, button[type=submit]')].map((each) =>
        Math.round(each.getBoundingClientRect().top),
      );
    const before = tops();
    expect(before[0]).to.be.above(100);
    for (const input of element.querySelectorAll('input')) input.value = 'alice';
    element.querySelector('input')?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // What the first touch fetches has arrived.
    await element.prepare();
    element.querySelector('form')?.requestSubmit();
    await waitUntil(() => element.querySelector('.sie-notice'));
    expect(tops()).to.deep.equal(before);
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

  for (const [status, code, step, told] of [
    [404, 'session.not_found', 'unknown-session', 'unknown-session'],
    [401, 'user.suspended', 'account-suspended', 'user.suspended'],
    [422, 'session.mfa.require_mfa_verification', 'unavailable', 'session.mfa.require_mfa_verification'],
  ] as const) {
    it(`tells whoever keeps logs where it took the person: ${step}`, async () => {
      const { element } = await start({ 'POST /api/experience/submit': () => json({ code, message: 'No.' }, status) });
      const problem = new Promise<SieProblemEvent>((resolve) => element.addEventListener('sie-problem', resolve, { once: true }));
      const [identifier, password] = element.querySelectorAll('input');
      if (identifier) identifier.value = 'alice';
      if (password) password.value = 'secret';
      element.querySelector('form')?.requestSubmit();
      expect(await problem).to.include({ code: told, where: step });
    });
  }

  it('asks once, and shows that it does, however often "Try again" is pressed', async () => {
    let isBroken = true;
    const { element, asked } = await start(
      { 'GET /api/.well-known/sign-in-exp': () => (isBroken ? json({}, 400) : json(settings)) },
      'sie-problem',
    );
    await element.updateComplete;
    const before = asked.length;
    isBroken = false;
    const ready = new Promise((resolve) => element.addEventListener('sie-ready', resolve));
    const button = element.querySelector('button');
    button?.click();
    await element.updateComplete;
    expect(button?.getAttribute('aria-busy')).to.equal('true');
    button?.click();
    await ready;
    expect(asked.slice(before).filter((name) => name.endsWith('sign-in-exp'))).to.have.length(1);
  });

  describe('whose file of a screen cannot be had', () => {
    const entries = screens as Record<string, (typeof screens)[keyof typeof screens]>;
    const { 'sign-in': signIn, password } = entries;
    afterEach(() => Object.assign(entries, { 'sign-in': signIn, password }));

    const broken = (tag: string) => ({ tag, load: () => Promise.reject(new TypeError('Failed to fetch')) });
    const identifierFirst = {
      ...settings,
      signIn: { methods: [{ identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true }] },
    };

    it('says so where it is the first, and can be asked to try again', async () => {
      entries['sign-in'] = broken('sie-unknown-screen');
      const { element } = await start({}, 'sie-problem');
      await element.updateComplete;
      expect(element.querySelector('[role=alert]')?.textContent).to.contain('could not be loaded');
      if (signIn) entries['sign-in'] = signIn;
      const ready = new Promise((resolve) => element.addEventListener('sie-ready', resolve));
      element.querySelector('button')?.click();
      await ready;
      expect(element.querySelector('[name=identifier]')).not.to.equal(null);
    });

    it('stays on the step and keeps the input when the screen cannot be loaded', async () => {
      const { element } = await start({ 'GET /api/.well-known/sign-in-exp': () => json(identifierFirst) });
      entries['password'] = broken('sie-password-screen');
      const told = new Promise((resolve) => element.addEventListener('sie-problem', resolve, { once: true }));
      const input = element.querySelector('input');
      if (input) input.value = 'alice@example.com';
      element.querySelector('form')?.requestSubmit();
      await told;
      await element.updateComplete;
      expect(element.dataset['step']).to.equal('sign-in');
      expect(element.querySelector('.sie-notice')?.textContent).to.contain('could not be loaded');
      expect(element.querySelector('input')).to.equal(input);
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await waitUntil(() => element.querySelector('.sie-notice') === null);
      if (password) entries['password'] = password;

      const changed = () => new Promise((resolve) => element.addEventListener('sie-step-change', resolve, { once: true }));
      const forward = changed();
      element.querySelector('form')?.requestSubmit();
      await forward;
      expect(element.dataset['step']).to.equal('password');
      await waitUntil(() => element.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled === false);
      const back = changed();
      element.querySelector<HTMLButtonElement>('.sie-back')?.click();
      await back;
      expect(element.dataset['step']).to.equal('sign-in');
    });
  });

  it('says the heading of the next step where the focus goes past it', async () => {
    const identifierFirst = {
      ...settings,
      signIn: { methods: [{ identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true }] },
    };
    const { element } = await start({ 'GET /api/.well-known/sign-in-exp': () => json(identifierFirst) });
    const status = element.querySelector('[role=status]');
    expect(status?.textContent.trim()).to.equal('');
    const changed = new Promise((resolve) => element.addEventListener('sie-step-change', resolve, { once: true }));
    const [input] = element.querySelectorAll('input');
    if (input) input.value = 'alice@example.com';
    element.querySelector('form')?.requestSubmit();
    await changed;
    await element.updateComplete;
    const said = status?.textContent.trim();
    // A heading that has the focus is read anyway.
    expect(said).to.equal(document.activeElement?.matches('.sie-title') ? '' : element.querySelector('.sie-title')?.textContent);
    expect(element.querySelector('[role=status]')).to.equal(status);
  });

  it('signs in to its own app beside another on the page, and leaves the session of the tab alone', async () => {
    sessionStorage.clear();
    const { element, apps, asked } = await start();
    const other = await fixture<SignInExperience>(html`<sign-in-experience app-id="other"></sign-in-experience>`);
    await new Promise((resolve) => other.addEventListener('sie-ready', resolve, { once: true }));
    const left = new Promise<void>((resolve) => {
      element.addEventListener('sie-before-redirect', (event) => {
        event.preventDefault();
        resolve();
      });
    });
    const [identifier, password] = element.querySelectorAll('input');
    if (identifier && password) [identifier.value, password.value] = ['alice', 'secret'];
    element.querySelector('form')?.requestSubmit();
    await left;
    expect(new Set(apps.filter((_, index) => asked[index]?.includes('/api/experience')))).to.deep.equal(new Set(['app']));
    expect(sessionStorage.getItem('sie:1:session')).to.equal(null);
  });

  it('keeps the tenant’s CSS within the shadow root that it stands in', async () => {
    const server = answering({
      'GET /api/.well-known/sign-in-exp': () => json({ ...settings, customCss: 'h2 { color: rgb(1, 2, 3); }' }),
    });
    ({ restore } = server);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const element = document.createElement('sign-in-experience');
    const ready = new Promise((resolve) => element.addEventListener('sie-ready', resolve, { once: true }));
    root.append(element);
    await ready;
    const heading = element.querySelector('.sie-title');
    expect(heading && getComputedStyle(heading).color).to.equal('rgb(1, 2, 3)');
    expect([...root.querySelectorAll('style')].map(({ dataset }) => Object.keys(dataset))).to.deep.equal([
      ['sieGuard'],
      ['customCss'],
    ]);
    expect(document.querySelectorAll('style[data-custom-css]')).to.have.length(0);
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

  it('gives up what it asked for when it is taken away, and asks nothing more', async () => {
    let given: AbortSignal | null | undefined;
    let answer = (_: Response): void => undefined;
    const { element, asked } = await start({
      'POST /api/experience/verification/password': (signal) => {
        given = signal;
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const [identifier, password] = element.querySelectorAll('input');
    if (identifier && password) [identifier.value, password.value] = ['alice', 'secret'];
    element.querySelector('form')?.requestSubmit();
    await waitUntil(() => given);
    expect(given?.aborted).to.equal(false);
    const before = asked.length;
    element.remove();
    await waitUntil(() => given?.aborted);
    answer(json({ verificationId: 'v' }));
    // By the time that a server has answered, one more call would have been made.
    await fetch(import.meta.url);
    expect(asked).to.have.length(before);
  });

  for (const [routing, events] of [
    ['memory', ['change', 'pageshow']],
    ['url', ['change', 'pageshow', 'popstate']],
  ] as const) {
    it(`listens to the page around it no longer than it stands there, with the routing "${routing}"`, async () => {
      const { href } = location;
      const { title, documentElement } = document;
      const { lang } = documentElement;
      if (routing === 'url') history.replaceState(null, '', '/sign-in?app_id=app');
      const heard = listenersAround();
      try {
        ({ restore } = answering({}));
        const element = document.createElement('sign-in-experience');
        element.setAttribute('routing', routing);
        const ready = new Promise((resolve) => element.addEventListener('sie-ready', resolve, { once: true }));
        document.body.append(element);
        await ready;
        expect(heard.types()).to.include.members([...events]);
        element.remove();
        // It may only have been moved: that shows when the task is over.
        await waitUntil(() => heard.types().length === 0);
      } finally {
        heard.restore();
        history.replaceState(null, '', href);
        document.title = title;
        documentElement.lang = lang;
      }
    });
  }
});
