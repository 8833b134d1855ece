import { expect, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import { locales } from './generated/locales.ts';
import { currentLanguage, direction, intlLanguage, markLanguage, ownLanguage, setLanguage } from './language.ts';
import { msg, updateWhenLocaleChanges } from './messages.ts';

const signIn = () => msg('Sign in', { id: 'action.sign_in' });
const timeout = () => msg('This took too long. Please try again.', { id: 'error.timeout' });
const network = () => msg('You seem to be offline', { id: 'sie.problem.network' });

class WordsProbe extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    return `${currentLanguage()}: ${timeout()}`;
  }
}
customElements.define('words-probe', WordsProbe);

describe('language of the page', () => {
  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  it('takes the server’s phrases before our own words, in English too', async () => {
    await setLanguage({ language: 'en', phrases: { 'action.sign_in': 'Log on' } });
    expect(signIn()).to.equal('Log on');
    expect(timeout()).to.equal('This took too long. Please try again.');
  });

  it('fills what the server lacks with our translation', async () => {
    await setLanguage({ language: 'zh-CN', phrases: { 'action.sign_in': '登入' } });
    expect(signIn()).to.equal('登入');
    expect(network()).to.match(/\p{Script=Han}/u);
  });

  it('uses a translation for every region that reads its script, and no other', async () => {
    await setLanguage({ language: 'zh' });
    expect(network()).to.match(/\p{Script=Han}/u);
    await setLanguage({ language: 'ar-EG' });
    expect(network()).to.match(/\p{Script=Arabic}/u);
    await setLanguage({ language: 'zh-TW' });
    expect(network()).to.equal('You seem to be offline');
  });

  it('shows languages it never heard of, with English for what is missing', async () => {
    for (const language of ['vi-VN', 'x-klingon', 'not a language']) {
      await setLanguage({ language, phrases: { 'action.sign_in': `in ${language}` } });
      expect(currentLanguage()).to.equal(language);
      expect(signIn()).to.equal(`in ${language}`);
      expect(timeout()).to.equal('This took too long. Please try again.');
    }
  });

  it('counts empty phrases and things that are no text as missing', async () => {
    const phrases = { 'action.sign_in': '', 'error.timeout': { strings: [] } as unknown as string };
    await setLanguage({ language: 'en', phrases });
    expect(signIn()).to.equal('Sign in');
    expect(timeout()).to.equal('This took too long. Please try again.');
  });

  it('forgets the phrases of the language before', async () => {
    await setLanguage({ language: 'fr', phrases: { 'action.sign_in': 'Se connecter' } });
    await setLanguage({ language: 'de' });
    expect(signIn()).to.equal('Sign in');
  });

  it('ends in the language asked for last, whatever loads when', async () => {
    const calls = ['zh-CN', 'fr', 'ar', 'vi', 'pl', 'de'].map((language) =>
      setLanguage({ language, phrases: { 'action.sign_in': language } }),
    );
    await Promise.all(calls);
    expect(currentLanguage()).to.equal('de');
    expect(signIn()).to.equal('de');
  });

  it('ignores an earlier language whose words arrive late', async () => {
    const loaders = locales as Record<string, (typeof locales)[string]>;
    let arrive: (words: Awaited<ReturnType<(typeof locales)[string]>>) => void = () => undefined;
    loaders['eo-Latn'] = () => new Promise((resolve) => (arrive = resolve));
    void setLanguage({ language: 'eo' });
    await setLanguage({ language: 'de', phrases: { 'action.sign_in': 'Anmelden' } });
    arrive({ templates: { 'action.sign_in': 'Ensaluti' } });
    await nextFrame();
    delete loaders['eo-Latn'];
    expect(currentLanguage()).to.equal('de');
    expect(signIn()).to.equal('Anmelden');
  });

  it('keeps language and words together while elements render again', async () => {
    const probe = document.createElement('words-probe') as WordsProbe;
    document.body.append(probe);
    await probe.updateComplete;
    for (const language of ['fr', 'de', 'fr']) {
      await setLanguage({ language, phrases: { 'error.timeout': `slow in ${language}` } });
      await probe.updateComplete;
      expect(probe.textContent).to.equal(`${language}: slow in ${language}`);
    }
    probe.remove();
  });

  it('renders elements again for other phrases of the same language', async () => {
    const probe = document.createElement('words-probe') as WordsProbe;
    document.body.append(probe);
    for (const phrase of ['Too slow', 'Slow', 'Too slow']) {
      await setLanguage({ language: 'en', phrases: { 'error.timeout': phrase } });
      await probe.updateComplete;
      expect(probe.textContent).to.equal(`en: ${phrase}`);
    }
    probe.remove();
  });

  it('stays in the language that is shown while others are loading', async () => {
    await setLanguage({ language: 'fr', phrases: { 'action.sign_in': 'Se connecter' } });
    for (const language of ['zh-CN', 'ar', 'de', 'pl']) {
      void setLanguage({ language });
      expect([currentLanguage(), signIn()]).to.deep.equal(['fr', 'Se connecter']);
    }
  });

  it('announces each change as @lit/localize does', async () => {
    const statuses: string[] = [];
    const note = ({ detail }: WindowEventMap['lit-localize-status']) => statuses.push(detail.status);
    window.addEventListener('lit-localize-status', note);
    await setLanguage({ language: 'zh-CN' });
    window.removeEventListener('lit-localize-status', note);
    expect(statuses).to.deep.equal(['loading', 'ready']);
  });

  it('shows phrases when our translation cannot be loaded, and tries again the next time', async () => {
    let online = false;
    const loaders = locales as Record<string, (typeof locales)[string]>;
    loaders['eo-Latn'] = () =>
      online ? Promise.resolve({ templates: { 'error.timeout': 'Tro longe.' } }) : Promise.reject(new Error('offline'));
    try {
      await setLanguage({ language: 'eo', phrases: { 'action.sign_in': 'Ensaluti' } });
      expect([signIn(), timeout()]).to.deep.equal(['Ensaluti', 'This took too long. Please try again.']);
      online = true;
      await setLanguage({ language: 'eo', phrases: { 'action.sign_in': 'Ensaluti' } });
      expect([signIn(), timeout()]).to.deep.equal(['Ensaluti', 'Tro longe.']);
    } finally {
      delete loaders['eo-Latn'];
    }
  });

  it('is not fooled by ids that objects inherit', async () => {
    await setLanguage({ language: 'fr', phrases: {} });
    expect(msg('Plain', { id: 'constructor' })).to.equal('Plain');
  });

  it('uses the phrase for “other” where the server lists no form for a category', async () => {
    await setLanguage({ language: 'pl', phrases: { 'x.days_one': '{{count}} dzień', 'x.days_other': '{{count}} dni' } });
    expect(msg('{{count}} day', { id: 'x.days_one' })).to.equal('{{count}} dzień');
    expect(msg('{{count}} days', { id: 'x.days_few' })).to.equal('{{count}} dni');
  });
});

describe('direction', () => {
  for (const language of [
    'ar',
    'ar-EG',
    'fa-IR',
    'he',
    'iw',
    'ur',
    'ps',
    'dv',
    'ckb',
    'ku-Arab',
    'ug',
    'sd',
    'yi',
    'az-Arab',
    'en-Hebr',
  ]) {
    it(`of ${language} is right to left`, () => {
      expect(direction(language)).to.equal('rtl');
    });
  }

  for (const language of ['en', 'zh-CN', 'ku', 'tr-TR', 'x-klingon', 'ar-Latn', 'not a language', '']) {
    it(`of ${language || '(none)'} is left to right`, () => {
      expect(direction(language)).to.equal('ltr');
    });
  }

  it('is stated with the language on an element', () => {
    const element = document.createElement('main');
    markLanguage(element, 'fa-IR');
    expect(element.lang).to.equal('fa-IR');
    expect(element.dir).to.equal('rtl');
    markLanguage(element, 'de');
    expect(element.dir).to.equal('ltr');
  });
});

describe('intlLanguage', () => {
  it('is safe for Intl whatever the language', () => {
    expect(intlLanguage('pt-BR')).to.equal('pt-BR');
    expect(intlLanguage('x-klingon')).to.equal('en');
    expect(intlLanguage('zh_CN')).to.equal('zh-CN');
    expect(intlLanguage('C')).to.equal('en');
  });
});

describe('ownLanguage', () => {
  it('is the first preferred language we have words for', () => {
    expect(ownLanguage(['de', 'zh-SG', 'en'])).to.equal('zh-SG');
    expect(ownLanguage(['en-GB', 'ar'])).to.equal('en-GB');
    expect(ownLanguage(['de', 'x-klingon'])).to.equal('en');
    expect(ownLanguage([])).to.equal('en');
  });
});
