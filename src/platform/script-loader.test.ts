import { expect } from '@open-wc/testing';
import { loadScript } from './script-loader.ts';

const script = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
/** A port that browsers refuse to speak to: fails at once, without a network. */
const refused = 'http://localhost:1/script.js';

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('It should not have worked.'),
    (error: unknown) => error as Error,
  );

describe('loading a script of another origin', () => {
  const signal = new AbortController().signal;
  const scripts = () => document.querySelectorAll('head > script').length;

  it('runs it and answers its element', async () => {
    const element = await loadScript({ url: script('window.ran = 1'), signal });
    expect((window as { ran?: number }).ran).to.equal(1);
    expect(element.isConnected).to.equal(true);
    element.remove();
  });

  it('gives it the nonce of the page', async () => {
    const element = await loadScript({ url: script(''), nonce: 'abc', signal });
    expect(element.nonce).to.equal('abc');
    element.remove();
  });

  it('leaves nothing behind when it cannot be had', async () => {
    const before = scripts();
    await failureOf(loadScript({ url: refused, signal }));
    expect(scripts()).to.equal(before);
  });

  it('gives up when it is there and does not get ready in time', async () => {
    const before = scripts();
    const ready = () => new Promise<void>(() => undefined);
    const error = await failureOf(loadScript({ url: script(''), signal, timeout: 10, ready }));
    expect(error.name).to.equal('TimeoutError');
    expect(scripts()).to.equal(before);
  });

  it('asks by another address after it was given up, as a browser lets the same one wait for the first', async () => {
    const url = 'http://localhost:1/hangs.js?render=explicit';
    const asked: string[] = [];
    const watch = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) asked.push((node as HTMLScriptElement).src);
    });
    watch.observe(document.head, { childList: true });
    for (let tries = 0; tries < 3; tries += 1) await failureOf(loadScript({ url, signal }));
    watch.disconnect();
    expect(asked).to.deep.equal([url, `${url}&try=2`, `${url}&try=3`]);
  });

  it('gives up when it brings something else than it should', async () => {
    const before = scripts();
    const ready = () => Promise.reject(new Error('no such function'));
    expect((await failureOf(loadScript({ url: script(''), signal, ready }))).message).to.equal('no such function');
    expect(scripts()).to.equal(before);
  });

  it('gives up when nobody wants it any more, before and while it loads', async () => {
    const before = scripts();
    const given = new AbortController();
    const loading = failureOf(loadScript({ url: script(''), signal: given.signal, ready: () => new Promise(() => undefined) }));
    given.abort(new Error('gone'));
    expect((await loading).message).to.equal('gone');
    expect((await failureOf(loadScript({ url: script(''), signal: given.signal }))).message).to.equal('gone');
    expect(scripts()).to.equal(before);
  });
});
