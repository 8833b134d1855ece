import { expect } from '@open-wc/testing';
import { browserOneTimeCodeReader } from './browser-one-time-code.ts';

/** A window of Chrome on Android, whose `credentials.get` answers as told. */
const android = (get: (options: CredentialRequestOptions) => Promise<unknown>) =>
  ({ OTPCredential: Object, navigator: { credentials: { get } } }) as unknown as Window;
const { signal } = new AbortController();

describe('reading a code from a text message', () => {
  it('is not offered where the browser cannot', () => {
    expect(browserOneTimeCodeReader({ navigator: {} } as Window)).to.equal(undefined);
  });

  it('asks for text messages alone, with the signal that ends it', async () => {
    const asked: unknown[] = [];
    const reader = browserOneTimeCodeReader(
      android((options) => {
        asked.push(options);
        return Promise.resolve({ code: '123456' });
      }),
    );
    expect(await reader?.receive(signal)).to.equal('123456');
    expect(asked).to.deep.equal([{ otp: { transport: ['sms'] }, signal }]);
  });

  it('has none to tell when the person declines, nothing comes, or it is ended', async () => {
    for (const answer of [() => Promise.resolve(null), () => Promise.reject(new DOMException('aborted', 'AbortError'))]) {
      expect(await browserOneTimeCodeReader(android(answer))?.receive(signal)).to.equal(undefined);
    }
  });
});
