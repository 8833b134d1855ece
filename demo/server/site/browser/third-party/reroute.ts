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

interface TrustedTypes {
  isScriptURL(value: unknown): boolean;
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}
const { trustedTypes } = window as unknown as { readonly trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('demo-stand-ins', { createScriptURL: reroute });

/** As trusted as it came: a text stays a text, which a strict page refuses. */
const rerouted = (value: unknown): string =>
  (trustedTypes?.isScriptURL(value) ? policy?.createScriptURL(String(value)) : reroute(String(value))) as string;

const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
Object.defineProperty(HTMLScriptElement.prototype, 'src', {
  ...src,
  set(this: HTMLScriptElement, address: unknown) {
    src?.set?.call(this, rerouted(address));
  },
});

const { setAttribute } = Element.prototype;
HTMLScriptElement.prototype.setAttribute = function setScriptAttribute(name: string, value: string): void {
  setAttribute.call(this, name, name.toLowerCase() === 'src' ? rerouted(value) : value);
};
