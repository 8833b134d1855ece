import { expect } from '@open-wc/testing';
import { loadScript, type ScriptOptions } from './script-loader.ts';
import { standInScripts } from './testing/stand-in-scripts.ts';

const url = 'https://accounts.google.com/gsi/client';
/** A port that browsers refuse to speak to: fails at once, without a network. */
const refused = 'http://localhost:1';

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('It should not have worked.'),
    (error: unknown) => error as Error,
  );

describe('loading a script of another origin', () => {
  const signal = new AbortController().signal;
  const scripts = () => document.querySelectorAll('head > script').length;
  let asked: string[] = [];
  let restore: (() => void) | undefined;

  /** Its path becomes a comment of the code. */
  const code = (text: string) => `data:text/javascript,${encodeURIComponent(text)}//`;
  const load = (standIn: string, options: Partial<ScriptOptions> = {}) => {
    restore?.();
    restore = standInScripts(standIn, (address) => asked.push(address));
    return loadScript({ url, signal, ...options });
  };
  beforeEach(() => (asked = []));
  afterEach(() => restore?.());

  it('runs it and returns its element', async () => {
    const element = await load(code('window.ran = 1;'));
    expect((window as { ran?: number }).ran).to.equal(1);
    expect(element.isConnected).to.equal(true);
    element.remove();
  });

  it('sets the nonce of the page', async () => {
    const element = await load(code(''), { nonce: 'abc' });
    expect(element.nonce).to.equal('abc');
    element.remove();
  });

  it('loads only allowed scripts', async () => {
    const before = scripts();
    const error = await failureOf(load(code('window.ran = 2'), { url: 'https://evil.example/gsi/client' }));
    expect(error).to.be.instanceOf(TypeError);
    expect(asked).to.deep.equal([]);
    expect(scripts()).to.equal(before);
  });

  it('leaves no element when it cannot be loaded', async () => {
    const before = scripts();
    await failureOf(load(refused));
    expect(scripts()).to.equal(before);
  });

  it('fails when the script runs but is not ready in time', async () => {
    const before = scripts();
    const ready = () => new Promise<void>(() => undefined);
    const error = await failureOf(load(code(''), { timeout: 10, ready }));
    expect(error.name).to.equal('TimeoutError');
    expect(scripts()).to.equal(before);
  });

  it('uses another address after a timeout, since browsers delay a second request for the same one', async () => {
    const hangs = `${url}?hangs`;
    for (let tries = 0; tries < 3; tries += 1) await failureOf(load(refused, { url: hangs }));
    expect(asked).to.deep.equal([hangs, `${hangs}=&try=2`, `${hangs}=&try=3`]);
  });

  it('fails when the file is not the expected script', async () => {
    const before = scripts();
    const ready = () => Promise.reject(new Error('no such function'));
    expect((await failureOf(load(code(''), { ready }))).message).to.equal('no such function');
    expect(scripts()).to.equal(before);
  });

  it('rejects when it is aborted, before and while it loads', async () => {
    const before = scripts();
    const given = new AbortController();
    const loading = failureOf(load(code(''), { signal: given.signal, ready: () => new Promise(() => undefined) }));
    given.abort(new Error('gone'));
    expect((await loading).message).to.equal('gone');
    expect((await failureOf(load(code(''), { signal: given.signal }))).message).to.equal('gone');
    expect(scripts()).to.equal(before);
  });
});
