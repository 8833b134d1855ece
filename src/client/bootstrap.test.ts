import { expect } from '@open-wc/testing';
import { type ApiError, type BootstrapOptions, ContractError, createClient, loadBootstrap } from './index.ts';
import { failureOf, fakeTimers, json, recordedAnswers } from './testing/answers.test-helper.ts';

const SETTINGS = '/api/.well-known/sign-in-exp';
const PHRASES = '/api/.well-known/phrases';

const settings = { signIn: { methods: [] }, supportEmail: 'fetched@a.test' };
const inlined = { signIn: { methods: [] }, supportEmail: 'inlined@a.test' };
const phrases = { translation: { action: { sign_in: 'Fetched' } } };
const fetchedPhrases = () => json(phrases, { headers: { 'Content-Language': 'fr' } });

interface Session {
  readonly appId?: string | null;
  readonly organizationId?: string | null;
}

const ssr = (session: Session = {}, lng = 'en') => ({
  signInExperience: { ...session, data: inlined },
  phrases: { lng, data: { translation: { action: { sign_in: 'Inlined' } } } },
});

/** Loads with a server that answers each path in any number of ways. */
async function load(options: Partial<BootstrapOptions>, answers: Record<string, () => Response | Promise<Response>> = {}) {
  const served: typeof answers = { [SETTINGS]: () => json(settings), [PHRASES]: fetchedPhrases, ...answers };
  const requests: Request[] = [];
  const client = createClient({
    fetch: async (url, init) => {
      requests.push(new Request(url, init));
      const answer = served[url.split('?')[0] ?? ''];
      if (!answer) throw new TypeError(`Nothing is served at ${url}`);
      return answer();
    },
    schedule: (run, after) => {
      // Retries follow at once; no call runs out of time.
      if (after < 10_000) queueMicrotask(run);
      return () => undefined;
    },
  });
  const bootstrap = await loadBootstrap({ client, ssr: '__LOGTO_SSR__', languages: ['en-US', 'en'], ...options });
  const asked = requests.map(({ url }) => url.slice(location.origin.length)).sort();
  return { ...bootstrap, asked, requests };
}

describe('the bootstrap', () => {
  it('asks the server for settings and words where the page holds a placeholder', async () => {
    const { settings: read, phrases: words, dropped, asked } = await load({ appId: 'app', organizationId: 'org' });
    expect(asked).to.deep.equal([PHRASES, `${SETTINGS}?appId=app&organizationId=org`]);
    expect(read.supportEmail).to.equal('fetched@a.test');
    expect(words).to.deep.equal({ language: 'fr', phrases: { 'action.sign_in': 'Fetched' } });
    expect(dropped).to.deep.equal([]);
  });

  it('asks for both at once', async () => {
    let settingsAnswered = (_: Response): void => undefined;
    const later = new Promise<Response>((resolve) => (settingsAnswered = resolve));
    const answered = await load(
      {},
      {
        [SETTINGS]: () => later,
        [PHRASES]: () => {
          settingsAnswered(json(settings));
          return fetchedPhrases();
        },
      },
    );
    expect(answered.asked).to.have.length(2);
  });

  it('takes over what the page has asked for already', async () => {
    const started = new Map([
      [`${SETTINGS}?appId=app`, json(settings)],
      [`${PHRASES}?lng=fr`, fetchedPhrases()],
    ]);
    const client = createClient({
      fetch: () => Promise.reject(new Error('Asked twice.')),
      preloaded: (url) => Promise.resolve(started.get(url) as Response),
      schedule: fakeTimers().schedule,
    });
    const { phrases: words } = await loadBootstrap({ client, ssr: undefined, appId: 'app', uiLocales: 'fr', languages: [] });
    expect(words?.language).to.equal('fr');
  });

  describe('with data that the server put into the page', () => {
    for (const [what, session, inPage] of [
      ['app and organization are absent', {}, {}],
      ['app and organization are null there', {}, { appId: null, organizationId: null }],
      ['app and organization are the same', { appId: 'a', organizationId: 'o' }, { appId: 'a', organizationId: 'o' }],
      ["the app's id is a URL, which the server leaves out", { appId: 'https://app.test/client.json' }, {}],
    ] as const) {
      it(`asks for nothing when ${what}`, async () => {
        const loaded = await load({ ssr: ssr(inPage), ...session });
        expect(loaded.asked).to.deep.equal([]);
        expect(loaded.settings.supportEmail).to.equal('inlined@a.test');
        expect(loaded.phrases).to.deep.equal({ language: 'en', phrases: { 'action.sign_in': 'Inlined' } });
      });
    }

    for (const [what, session, inPage] of [
      ['the app is another', { appId: 'a' }, { appId: 'b' }],
      ['the app is missing there', { appId: 'a' }, {}],
      ['the session has no app', {}, { appId: 'a' }],
      ['the organization is another', { appId: 'a', organizationId: 'o' }, { appId: 'a', organizationId: 'p' }],
      ['the organization is missing there', { organizationId: 'o' }, {}],
      ["the app's id is a URL and another is there", { appId: 'https://app.test/client.json' }, { appId: 'a' }],
      ["the app's id is a URL of another scheme", { appId: 'http://app.test/client.json' }, {}],
    ] as const) {
      it(`asks for settings alone when ${what}`, async () => {
        const loaded = await load({ ssr: ssr(inPage), ...session });
        expect(loaded.asked).to.have.length(1);
        expect(loaded.asked[0]).to.contain(SETTINGS);
        expect(loaded.settings.supportEmail).to.equal('fetched@a.test');
        expect(loaded.phrases?.language).to.equal('en');
      });
    }

    for (const [uiLocales, lng] of [
      ['zh-CN', 'zh-CN'],
      ['zh-cn en', 'zh-CN'],
      ['  fr de', 'fr'],
      ['', 'fr'],
      ['not!a!tag', 'fr'],
      ['zh_CN', 'zh-CN'],
    ] as const) {
      it(`takes its ${lng} words when the app asked for "${uiLocales}"`, async () => {
        const loaded = await load({ ssr: ssr({}, lng), uiLocales });
        expect(loaded.asked).to.deep.equal([]);
        expect(loaded.phrases?.language).to.equal(lng);
      });
    }

    for (const [uiLocales, lng, query] of [
      ['fr', 'en', 'fr'],
      ['fr en', 'en', 'fr+en'],
      ['en-GB', 'en', 'en-GB'],
      ['not!a!tag  fr', 'en', 'fr'],
      ['pt_br zh_TW.UTF-8', 'en', 'pt-BR+zh-TW'],
    ] as const) {
      it(`asks for words alone when the app asked for "${uiLocales}" and they are in ${lng}`, async () => {
        const loaded = await load({ ssr: ssr({}, lng), uiLocales });
        expect(loaded.asked).to.deep.equal([`${PHRASES}?lng=${query}`]);
        expect(loaded.settings.supportEmail).to.equal('inlined@a.test');
        expect(loaded.phrases?.language).to.equal('fr');
      });
    }

    for (const [what, broken] of [
      ['text', 'hello'],
      ['a number', 7],
      ['null', null],
      ['an empty object', {}],
      ['of wrong types', { signInExperience: 'x', phrases: [] }],
      ['without the data', { signInExperience: {}, phrases: { lng: 'en' } }],
      ['with unusable data', { signInExperience: { data: [] }, phrases: { lng: 'C', data: {} } }],
    ] as const) {
      it(`asks for everything when it is ${what}`, async () => {
        const loaded = await load({ ssr: broken });
        expect(loaded.asked).to.deep.equal([PHRASES, SETTINGS]);
      });
    }

    it('reports what is dropped of it, and what could not be used', async () => {
      const data = { ...inlined, termsOfUseUrl: 'javascript:alert(1)' };
      const { dropped } = await load({ ssr: { signInExperience: { data }, phrases: { lng: 'en', data: 'x' } } });
      expect(dropped.map(({ where }) => where)).to.deep.equal(['termsOfUseUrl', 'logtoSsr.phrases']);
    });
  });

  describe('in languages', () => {
    it("names the app's and the person's, in order, as a list that servers read", async () => {
      const { requests } = await load({ uiLocales: 'ar fr', languages: ['zh-CN', 'zh', 'C', '', 'en_US.UTF-8'] });
      expect(requests.map(({ headers }) => headers.get('Accept-Language'))).to.deep.equal(
        Array(2).fill('ar, fr, zh-CN, zh, en-US'),
      );
    });

    it("leaves the browser's own header when none is valid", async () => {
      const { requests } = await load({ languages: ['C'] });
      expect(requests.some(({ headers }) => headers.has('Accept-Language'))).to.equal(false);
    });
  });

  describe('without words from the server', () => {
    for (const [what, answer] of [
      ['an error status', () => json({ code: 'x' }, { status: 400 })],
      ['a lost connection', () => Promise.reject<Response>(new TypeError('lost'))],
      ['HTML', () => new Response('<html>', { headers: { 'Content-Language': 'en' } })],
      ['no translation', () => json({}, { headers: { 'Content-Language': 'en' } })],
      ['no language', () => json(phrases)],
      ['an invalid language', () => json(phrases, { headers: { 'Content-Language': 'C' } })],
    ] as const) {
      it(`still has settings: ${what}`, async () => {
        const loaded = await load({}, { [PHRASES]: answer });
        expect(loaded.settings.supportEmail).to.equal('fetched@a.test');
        expect(loaded).not.to.have.property('phrases');
        expect(loaded.dropped.map(({ where }) => where)).to.deep.equal(['phrases']);
      });
    }

    it('keeps those words that are texts', async () => {
      const translation = { action: { sign_in: 'Oui', broken: 5, list: null }, description: { a: { b: 'deep' } } };
      const answer = () => json({ translation }, { headers: { 'Content-Language': 'fr, en' } });
      const { phrases: words, dropped } = await load({}, { [PHRASES]: answer });
      expect(words).to.deep.equal({
        language: 'fr',
        phrases: { 'action.sign_in': 'Oui', 'description.a.b': 'deep' },
      });
      expect(dropped.map(({ where }) => where)).to.deep.equal(['phrases.action.broken', 'phrases.action.list']);
    });
  });

  it('fails with the reason when there are no settings', async () => {
    const refused = await failureOf(load({}, { [SETTINGS]: () => json({ code: 'x.y' }, { status: 404 }) }));
    expect((refused as ApiError).code).to.equal('x.y');
    const unusable = await failureOf(load({}, { [SETTINGS]: () => json({ message: 'Hello' }) }));
    expect(unusable).to.be.instanceOf(ContractError);
    expect((unusable as ContractError).issues).to.deep.equal(['signIn: object expected']);
  });

  it('ends when the caller gives up, whatever was still missing', async () => {
    const signal = AbortSignal.abort();
    expect(await failureOf(load({ signal }))).to.equal(signal.reason);
    expect(await failureOf(load({ signal, ssr: { signInExperience: ssr().signInExperience } }))).to.equal(signal.reason);
  });

  it('takes the settings that a real server puts into the page', async () => {
    const recorded = (await recordedAnswers()).get('GET /api/.well-known/sign-in-exp 200') ?? [];
    const data = recorded[2]?.response;
    const loaded = await load({ ssr: { ...ssr(), signInExperience: { data } } });
    expect(loaded.asked).to.deep.equal([]);
    expect(loaded.dropped).to.deep.equal([]);
    expect(loaded.settings.socialConnectors.map(({ target }) => target)).to.deep.equal(['dingtalk', 'alipay', 'alipay']);
  });
});
