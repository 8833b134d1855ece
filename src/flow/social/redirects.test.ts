import { expect } from '@open-wc/testing';
import { isProviderPage } from './provider-pages.ts';
import { appLink, bridgeUrl, webUrl } from './redirects.ts';
import { parseUrl } from '../../shared/web-address.ts';

const hrefOf = (judge: () => URL): string => {
  try {
    return judge().href;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('webUrl', () => {
  for (const [text, href] of [
    ['https://a.example/x', 'https://a.example/x'],
    ['http://localhost:3001/oidc', 'http://localhost:3001/oidc'],
    ['HTTPS://A.EXAMPLE', 'https://a.example/'],
    ['https:a.example', 'redirect.unsafe'],
    ['https:/a.example', 'redirect.unsafe'],
    ['https:\\\\a.example', 'redirect.unsafe'],
    [' https://a.example', 'https://a.example/'],
    ['javascript:alert(1)', 'redirect.unsafe'],
    [' javascript:alert(1)', 'redirect.unsafe'],
    ['data:,x', 'redirect.unsafe'],
    ['//a.example', 'redirect.unsafe'],
    ['/x', 'redirect.unsafe'],
    ['', 'redirect.unsafe'],
    ['https:', 'redirect.unsafe'],
    ['ftp://a', 'redirect.unsafe'],
    ['feed:https://a.example', 'redirect.unsafe'],
    ['https://a@b.example', 'redirect.unsafe'],
    [undefined, 'redirect.unsafe'],
  ] as const) {
    it(`${JSON.stringify(text)}: ${href}`, () => expect(hrefOf(() => webUrl(text))).to.equal(href));
  }
});

/** Schemes that a page or the system handles in another way than by opening an app. */
const never = [
  'javascript:x',
  'vbscript:x',
  'data:text/html,x',
  'blob:https://a.example/x',
  'file:///x',
  'filesystem:https://a.example/x',
  'about:blank',
  'view-source:https://a.example',
  'feed:https://a.example',
  'jar:https://a.example!/x',
  'intent://a.example#Intent;end',
  'android-app://a/b',
  'content://x',
  'ws://a.example',
  'ftp://a.example',
  'mailto:a@a.example',
  'sms:1',
  'ms-word:x',
  'microsoft-edge:https://a.example',
  'x-safari-https://a.example',
  'googlechromes://a.example',
  '/x',
  'x',
  '',
];

describe('a link for the native bridge', () => {
  for (const url of [
    'alipay://?app_id=1',
    'alipays://platformapi/startapp',
    'wechat://?app_id=1&state=s',
    'weixin://dl',
    'com.example.provider://auth',
    'https://idp.example/auth',
  ]) {
    it(`may be a provider's page or app: ${url}`, () => expect(hrefOf(() => bridgeUrl(url))).to.equal(url));
  }
  it('may be an app that the deployer configured', () => {
    expect(hrefOf(() => bridgeUrl('otherpay://x', ['otherpay:']))).to.equal('otherpay://x');
    expect(hrefOf(() => bridgeUrl('otherpay://x'))).to.equal('redirect.unsafe');
  });
  it('may be nothing else', () => {
    for (const url of never) {
      const [scheme = ''] = url.split(':');
      expect(
        hrefOf(() => bridgeUrl(url)),
        url,
      ).to.equal('redirect.unsafe');
      if (/^(javascript|data|vbscript|blob|file|about|ftp|ws)$/.test(scheme)) {
        expect(
          hrefOf(() => bridgeUrl(url, [`${scheme}:`])),
          `${url}, stated`,
        ).to.equal('redirect.unsafe');
      }
    }
  });
});

describe('the link of the app that receives a provider’s response', () => {
  for (const [link, stated, href] of [
    ['io.logto.app://callback', [], 'io.logto.app://callback'],
    ['com.example.app:/oauth', [], 'com.example.app:/oauth'],
    ['IO.Example.App://callback', [], 'io.example.app://callback'],
    ['logto-callback://com.example.app/web', [], 'logto-callback://com.example.app/web'],
    ['logto-callback://web', [], 'logto-callback://web'],
    ['myapp://callback', [], 'redirect.unsafe'],
    ['myapp://callback', ['myapp:'], 'myapp://callback'],
    ['myapp://anything?x=1', ['MyApp:'], 'myapp://anything?x=1'],
    ['myapp://callback?x=1', ['myapp://callback'], 'myapp://callback?x=1'],
    ['myapp://other', ['myapp://callback'], 'redirect.unsafe'],
    ['myapp2://callback', ['myapp:'], 'redirect.unsafe'],
    // Only configured links are allowed.
    ['com.evil.app://callback', ['myapp:'], 'redirect.unsafe'],
    ['logto-callback://com.evil.app/web', ['logto-callback://com.example.app/web'], 'redirect.unsafe'],
    ['logto-callback://com.example.app/web', ['logto-callback://com.example.app/web'], 'logto-callback://com.example.app/web'],
    ['logto-callback://u@com.example.app/web', ['logto-callback://com.example.app/web'], 'redirect.unsafe'],
    ['logto-callback://u@com.evil.app/web', [], 'redirect.unsafe'],
    ['https://app.example.com/return', [], 'redirect.unsafe'],
    ['https://app.example.com/return', ['https://app.example.com/return'], 'https://app.example.com/return'],
    ['https:app.example.com/return?x=1', ['https://app.example.com/return'], 'https://app.example.com/return?x=1'],
    ['https://app.example.com/other', ['https://app.example.com/return'], 'redirect.unsafe'],
    ['https://app.example.com/return/../other', ['https://app.example.com/return'], 'redirect.unsafe'],
    ['https://app.example.com.evil.example/return', ['https://app.example.com/return'], 'redirect.unsafe'],
    ['https://app.example.com@evil.example/return', ['https://app.example.com/return'], 'redirect.unsafe'],
    ['https://app.example.com:8443/return', ['https://app.example.com/return'], 'redirect.unsafe'],
    ['http://app.example.com/return', ['https://app.example.com/return'], 'redirect.unsafe'],
    ['https:evil.example/return', ['https://app.example.com/return'], 'redirect.unsafe'],
    // Schemes of the web cannot be configured.
    ['https://evil.example/x', ['https:'], 'redirect.unsafe'],
    ['http:evil.example', ['http:', 'https:'], 'redirect.unsafe'],
    ['javascript:alert(1)', ['javascript:'], 'redirect.unsafe'],
    ['.app://x', [], 'redirect.unsafe'],
    ['app.://x', [], 'redirect.unsafe'],
    ['a..b://x', [], 'redirect.unsafe'],
    ['1.2://x', [], 'redirect.unsafe'],
    ['evil.example/x', [], 'redirect.unsafe'],
  ] as const) {
    it(`${link} where ${stated.join(' ') || 'nothing'} is stated: ${href}`, () => {
      expect(hrefOf(() => appLink(link, stated))).to.equal(href);
    });
  }
  it('never has a scheme that a page or the system handles in another way', () => {
    for (const url of never) {
      expect(
        hrefOf(() => appLink(url)),
        url,
      ).to.equal('redirect.unsafe');
    }
  });
});

describe('a page of the provider itself', () => {
  for (const [target, url] of [
    ['alipay', 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm?app_id=1'],
    ['apple', 'https://appleid.apple.com/auth/authorize?x'],
    ['azuread', 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize'],
    ['dingtalk', 'https://login.dingtalk.com/oauth2/auth?client_id=1'],
    ['discord', 'https://discord.com/oauth2/authorize'],
    ['facebook', 'https://www.facebook.com/v20.0/dialog/oauth?client_id=1'],
    ['feishu', 'https://passport.feishu.cn/suite/passport/oauth/authorize'],
    ['github', 'https://github.com/login/oauth/authorize?client_id=1'],
    ['google', 'https://accounts.google.com/o/oauth2/v2/auth'],
    ['line', 'https://access.line.me/oauth2/v2.1/authorize'],
    ['qq', 'https://graph.qq.com/oauth2.0/authorize'],
    ['wechat', 'https://open.weixin.qq.com/connect/qrconnect?appid=1#wechat_redirect'],
    ['wecom', 'https://open.work.weixin.qq.com/wwopen/sso/qrConnect'],
    ['x', 'https://twitter.com/i/oauth2/authorize'],
    ['x', 'https://x.com/i/oauth2/authorize'],
  ] as const) {
    it(`${target}: ${url}`, () => expect(isProviderPage(parseUrl(url)!, target)).to.equal(true));
  }
  for (const [target, url] of [
    ['google', 'https://accounts.google.com.evil.example/o/oauth2/v2/auth'],
    ['google', 'https://evil.example/accounts.google.com/o/oauth2/'],
    ['google', 'https://evil.example/?https://accounts.google.com/o/oauth2/'],
    ['google', 'https://www.google.com/url?q=https://evil.example'],
    ['google', 'https://accounts.google.com/Logout?continue=https://evil.example'],
    ['google', 'http://accounts.google.com/o/oauth2/v2/auth'],
    ['google', 'https://accounts.google.com:8443/o/oauth2/v2/auth'],
    ['google', 'https://accountsxgoogle.com/o/oauth2/v2/auth'],
    ['google', 'https://login.dingtalk.com/oauth2/auth'],
    ['github', 'https://github.com/evil/login/oauth/authorize'],
    ['github', 'https://evil.github.com/login/oauth/authorize'],
    ['github', 'https://github.com/login?return_to=/evil'],
    ['facebook', 'https://www.facebook.com/evil'],
    ['facebook', 'https://l.facebook.com/l.php?u=https://evil.example'],
    ['dingtalk', 'https://login.dingtalk.com.evil.example/oauth2/auth'],
    ['dingtalk', 'https://login-dingtalk.com/oauth2/auth'],
    ['dingtalk', 'https://login.dingtalk.example/oauth2/auth'],
    ['wechat', 'https://mp.weixin.qq.com/connect/'],
    ['constructor', 'https://evil.example/'],
    ['__proto__', 'https://evil.example/'],
    ['acme', 'https://acme.example/'],
    ['', 'https://evil.example/'],
  ] as const) {
    it(`not ${target}: ${url}`, () => expect(isProviderPage(parseUrl(url)!, target)).to.equal(false));
  }
});
