/**
 * Authorization pages of the providers by connector target, as prefixes of `<host><path>` over https. From the providers' public
 * documentation (2026-11). Connectors whose host depends on the customer (OAuth, OIDC and SAML connectors, enterprise SSO) are not
 * listed: for those the person confirms the redirect.
 */
const pages: Readonly<Record<string, RegExp>> = {
  alipay: /^(openauth|auth)\.alipay\.com\//,
  amazon: /^www\.amazon\.(com|co\.uk|co\.jp|de)\/ap\/oa/,
  apple: /^appleid\.apple\.com\/auth\//,
  azuread: /^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|live\.com|chinacloudapi\.cn)\//,
  dingtalk: /^(login|oapi)\.dingtalk\.com\//,
  discord: /^discord(app)?\.com\/(api\/)?oauth2\//,
  facebook: /^(www|m)\.facebook\.com\/(v[\d.]+\/)?dialog\/oauth/,
  feishu: /^(accounts|open|passport)\.(feishu\.cn|larksuite\.com)\//,
  github: /^github\.com\/login\/oauth\/authorize/,
  gitlab: /^gitlab\.com\/oauth\/authorize/,
  google: /^accounts\.google\.com\/o\/oauth2\//,
  huggingface: /^huggingface\.co\/oauth\/authorize/,
  kakao: /^kauth\.kakao\.com\/oauth\//,
  kook: /^www\.kookapp\.cn\/app\/oauth2\//,
  line: /^access\.line\.me\/oauth2\//,
  linkedin: /^www\.linkedin\.com\/oauth\//,
  naver: /^nid\.naver\.com\/oauth2/,
  patreon: /^www\.patreon\.com\/oauth2\//,
  qq: /^graph\.qq\.com\/oauth2/,
  slack: /^slack\.com\/(openid\/connect|oauth)/,
  wechat: /^open\.weixin\.qq\.com\/connect\//,
  wecom: /^(open\.weixin|login\.work\.weixin|open\.work\.weixin)\.qq\.com\//,
  weibo: /^api\.weibo\.com\/oauth2\//,
  x: /^(api\.)?(x|twitter)\.com\/(i\/)?oauth2?\//,
  xiaomi: /^account\.xiaomi\.com\/oauth2\//,
};

/** Whether a URL is a page of the provider that `target` names. */
export function isProviderPage({ protocol, host, pathname }: URL, target: string): boolean {
  return protocol === 'https:' && Object.hasOwn(pages, target) && (pages[target]?.test(host + pathname) ?? false);
}
