import { expect } from '@open-wc/testing';
import { nativeBridge, type NativeRequest, onNativeMessage } from './native-bridge.ts';

const sdk = {
  platform: 'ios',
  callbackLink: 'io.logto://callback',
  supportedConnector: { universal: true, nativeTargets: ['wechat', 7, 'alipay'] },
  getPostMessage: () => (): void => undefined,
};
const request: NativeRequest = { callbackUri: 'https://auth.example.com/callback/c', redirectTo: 'alipay://' };

describe('the app around the page', () => {
  it('is there where it says what it can do', () => {
    const { post: _, ...bridge } = nativeBridge(sdk) ?? {};
    expect(bridge).to.deep.equal({
      platform: 'ios',
      callbackLink: 'io.logto://callback',
      universal: true,
      nativeTargets: ['wechat', 'alipay'],
    });
  });

  for (const [what, value] of [
    ['nothing', undefined],
    ['a text', 'sdk'],
    ['a list', [sdk]],
    ['an unknown platform', { ...sdk, platform: 'windows' }],
    ['no way to post', { ...sdk, getPostMessage: 'post' }],
    ['no connectors', { ...sdk, supportedConnector: null }],
  ] as const) {
    it(`is none for ${what}`, () => {
      expect(nativeBridge(value)).to.equal(undefined);
    });
  }

  it('has no link of its own where it is empty or no text, and supports only what it names', () => {
    expect(nativeBridge({ ...sdk, callbackLink: '' })?.callbackLink).to.equal(undefined);
    expect(nativeBridge({ ...sdk, callbackLink: 7 })?.callbackLink).to.equal(undefined);
    const bridge = nativeBridge({ ...sdk, supportedConnector: { universal: 'yes', nativeTargets: 'wechat' } });
    expect([bridge?.universal, bridge?.nativeTargets]).to.deep.equal([false, []]);
  });

  it('is posted what it asks for by a function that it gives at that moment, as its own method', () => {
    const posted: unknown[] = [];
    const app = {
      ...sdk,
      name: 'app',
      getPostMessage() {
        return (message: unknown) => void posted.push(this.name, message);
      },
    };
    nativeBridge(app)?.post(request);
    expect(posted).to.deep.equal(['app', request]);
  });

  it('is told off where it gives no such function, or fails', () => {
    expect(() => nativeBridge({ ...sdk, getPostMessage: () => undefined })?.post(request)).to.throw(TypeError, /no way to post/);
    const failing = () => {
      throw new Error('not ready');
    };
    expect(() => nativeBridge({ ...sdk, getPostMessage: failing })?.post(request)).to.throw('not ready');
  });
});

describe('messages of the app', () => {
  const heard: string[] = [];
  let stop = (): void => undefined;

  beforeEach(() => {
    heard.length = 0;
    stop = onNativeMessage(window, (message) => heard.push(message));
  });
  afterEach(() => stop());

  const arrive = (data: unknown, origin = location.origin) => window.dispatchEvent(new MessageEvent('message', { data, origin }));

  it('are heard by either of their names', () => {
    arrive({ message: 'No WeChat here' });
    arrive({ error: 'Cancelled' });
    arrive({ message: 'first', error: 'second' });
    expect(heard).to.deep.equal(['No WeChat here', 'Cancelled', 'first']);
  });

  for (const [what, data, origin] of [
    ['from another origin', { message: 'x' }, 'https://evil.example'],
    ['with a sender, such as the console’s live preview', { message: 'x', sender: 'ac_preview' }],
    ['that are a text', 'x'],
    ['that are nothing', null],
    ['that are a list', [{ message: 'x' }]],
    ['without words', { message: '' }],
    ['whose words are no text', { message: { html: 'x' } }],
  ] as const) {
    it(`${what} are none`, () => {
      arrive(data, origin);
      expect(heard).to.deep.equal([]);
    });
  }

  it('are heard no more afterwards', () => {
    stop();
    arrive({ message: 'x' });
    expect(heard).to.deep.equal([]);
  });
});
