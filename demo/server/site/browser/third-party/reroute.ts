/**
 * Runs before the page's own scripts: what the page loads from captcha providers and from Google comes from the stand-ins on this
 * machine, so that the page itself needs no special mode. Addresses keep host and path, as those of all stand-ins.
 */
export {};

const hosts = ['challenges.cloudflare.com', 'www.google.com', 'recaptcha.net', 'accounts.google.com'];
const standInOrigin = document.currentScript?.dataset['origin'] ?? location.origin;

const reroute = (address: string): string => {
  const url = new URL(address, location.href);
  return hosts.includes(url.host) ? `${standInOrigin}/${url.host}${url.pathname}${url.search}` : address;
};

const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
Object.defineProperty(HTMLScriptElement.prototype, 'src', {
  ...src,
  set(this: HTMLScriptElement, address: string) {
    src?.set?.call(this, reroute(address));
  },
});

const { setAttribute } = Element.prototype;
HTMLScriptElement.prototype.setAttribute = function setScriptAttribute(name: string, value: string): void {
  setAttribute.call(this, name, name.toLowerCase() === 'src' ? reroute(value) : value);
};
