import { expect, waitUntil } from '@open-wc/testing';
import type { SignInExperience } from './sign-in-experience.ts';

interface PreviewWindow extends Window {
  readonly asked: readonly string[];
  postToItself(message: unknown): Promise<unknown>;
}

const connector = (target: string, platform: string) => ({ id: target, target, name: { en: target }, logo: null, platform });
const signInExperience = {
  signIn: { methods: [{ identifier: 'username', password: true }] },
  color: { primaryColor: '#5d34f2', isDarkModeEnabled: true },
  socialConnectors: [connector('web', 'Web'), connector('app', 'Native')],
};
const picture = { signInExperience, language: 'en', mode: 'light', platform: 'web', isNative: false };
const messageOf = (config: unknown) => ({ sender: 'ac_preview', config });

describe('live preview', () => {
  let frame: HTMLIFrameElement;
  afterEach(() => frame.remove());

  const open = async (query = '?preview=true') => {
    frame = document.createElement('iframe');
    frame.title = 'Preview';
    frame.src = `${new URL('./testing/preview.html', import.meta.url).pathname}${query}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as PreviewWindow;
    const root = page.document.querySelector<SignInExperience>('sign-in-experience');
    if (!root) return expect.fail('There is no page.');
    const post = (changes: object = {}) => page.postMessage(messageOf({ ...picture, ...changes }));
    const button = () => root.querySelector('button[type=submit]')?.textContent?.trim();
    const shows = (text: string) => waitUntil(() => button() === text, `"${button() ?? ''}" is not "${text}"`);
    return { page, root, post, shows };
  };

  it('shows settings that are posted as soon as the frame has loaded', async () => {
    const { root, post, shows } = await open();
    post();
    await shows('Sign in: en');
    expect(root.querySelector('[name=identifier]')).not.to.equal(null);
    expect(root.querySelector('[name=password]')).not.to.equal(null);
  });

  it('shows nothing and sends no request before', async () => {
    const { page, root } = await open();
    await root.updateComplete;
    expect(root.childElementCount).to.equal(0);
    expect(page.asked).to.deep.equal([]);
  });

  it('requests only phrases, once for each language', async () => {
    const { page, post, shows } = await open();
    for (const language of ['en', 'fr', 'en']) {
      post({ language });
      await shows(`Sign in: ${language}`);
    }
    expect(page.asked).to.deep.equal(
      ['en', 'fr'].map((language) => `${location.origin}/api/.well-known/phrases?lng=${language}`),
    );
  });

  it('follows later messages: settings, language, theme, platform', async () => {
    const { page, root, post, shows } = await open();
    post();
    await shows('Sign in: en');
    const { body, documentElement } = page.document;
    expect([root.dataset['theme'], body.className, documentElement.lang]).to.deep.equal(['light', 'desktop', 'en']);
    const signIn = { methods: [{ identifier: 'email', password: true, verificationCode: true }] };
    post({ signInExperience: { ...signInExperience, signIn }, language: 'ar', mode: 'dark', platform: 'mobile' });
    await shows('Sign in: ar');
    expect([root.dataset['theme'], body.className, documentElement.lang]).to.deep.equal(['dark', 'mobile', 'ar']);
    expect(root.querySelector('[name=password]')).to.equal(null);
    expect(root.querySelectorAll('form')).to.have.length(1);
  });

  it('shows what an app would show where the console asks for that', async () => {
    const { root, post, shows } = await open();
    const providers = () => [...root.querySelectorAll('sie-social-buttons button')].map((button) => button.textContent.trim());
    post({ language: 'en' });
    await shows('Sign in: en');
    expect(providers().join()).to.match(/web/);
    post({ language: 'fr', isNative: true });
    await shows('Sign in: fr');
    expect(providers().join()).to.match(/app/).and.not.to.match(/web/);
  });

  it('cannot be operated', async () => {
    const { page, root, post, shows } = await open();
    post();
    await shows('Sign in: en');
    expect(root.inert).to.equal(true);
    expect(page.getComputedStyle(root).pointerEvents).to.equal('none');
    expect(page.document.activeElement).to.equal(page.document.body);
    root.querySelector('form')?.requestSubmit();
    await root.updateComplete;
    expect(page.asked).to.have.length(1);
  });

  it('accepts only preview messages of the parent frame', async () => {
    const { page, post, shows } = await open();
    await page.postToItself(messageOf({ ...picture, language: 'de' }));
    page.postMessage({ sender: 'somebody', config: { ...picture, language: 'es' } });
    page.postMessage(messageOf('config'));
    page.postMessage('ac_preview');
    post({ language: 'fr' });
    await shows('Sign in: fr');
    expect(page.asked).to.deep.equal([`${location.origin}/api/.well-known/phrases?lng=fr`]);
  });

  it('accepts settings with missing or invalid parts', async () => {
    const { root, post, shows } = await open();
    post({ signInExperience: { signIn: signInExperience.signIn, color: 'red', socialConnectors: [{}] }, mode: 'sepia' });
    await shows('Sign in: en');
    expect(root.dataset['theme']).to.equal('light');
    post({ signInExperience: undefined, language: 'fr' });
    await waitUntil(() => root.querySelector('form') === null);
    expect(root.querySelector('h1')).not.to.equal(null);
  });

  it('ignores messages without settings, and reports them', async () => {
    const { page, root, post, shows } = await open();
    const reported: string[] = [];
    root.addEventListener('sie-problem', ({ where }) => reported.push(where));
    post();
    await shows('Sign in: en');
    post({ signInExperience: { signIn: 'none' }, language: 'fr' });
    post({ language: 'de' });
    await shows('Sign in: de');
    expect(reported).to.deep.equal(['signInExperience']);
    expect(page.asked.join()).not.to.contain('fr');
  });

  it('shows the last of several pictures posted at once', async () => {
    const { page, root, post, shows } = await open();
    let ready = 0;
    root.addEventListener('sie-ready', () => (ready += 1));
    for (const language of ['en', 'fr', 'de']) post({ language });
    await shows('Sign in: de');
    expect(page.document.documentElement.lang).to.equal('de');
    expect(ready).to.be.at.most(1);
  });

  it('is no preview without the parameter in the address', async () => {
    const { page } = await open('');
    await waitUntil(() => page.asked.length === 2);
    expect(page.asked.join()).to.contain('/api/.well-known/sign-in-exp');
  });
});
