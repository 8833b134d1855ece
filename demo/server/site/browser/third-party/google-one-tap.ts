/**
 * Stands in for Google's script: offers One Tap where `#g_id_onload` says so, and posts the credential with a token that it also
 * leaves in a cookie. Source: developers.google.com/identity/gsi/web, "HTML API reference", "Verify the Google ID token".
 */
export {};

const providerOrigin = new URL((document.currentScript as HTMLScriptElement).src).origin;

const send = (address: string, credential: string): void => {
  const token = crypto.randomUUID();
  document.cookie = `g_csrf_token=${token}; path=/; samesite=lax`;
  const form = Object.assign(document.createElement('form'), { method: 'post', action: address, hidden: true });
  for (const [name, value] of Object.entries({ credential, g_csrf_token: token })) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  form.submit();
};

const offer = (settings: DOMStringMap): void => {
  const frame = document.createElement('iframe');
  const address = new URL('/accounts.google.com/gsi/select', providerOrigin);
  address.searchParams.set('client_id', settings['client_id'] ?? '');
  Object.assign(frame, { src: address.href, title: 'Sign in with Google', id: 'google-one-tap-stand-in' });
  Object.assign(frame.style, {
    position: 'fixed',
    insetBlockStart: '16px',
    insetInlineEnd: '16px',
    inlineSize: 'min(400px, calc(100vw - 32px))',
    blockSize: 'min(540px, calc(100vh - 32px))',
    border: '1px solid GrayText',
    borderRadius: '8px',
    zIndex: '9999',
  });
  document.body.append(frame);

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== providerOrigin || event.source !== frame.contentWindow) return;
    frame.remove();
    if (typeof event.data === 'string' && event.data !== '') send(settings['login_uri'] ?? '', event.data);
  });
};

const start = (): void => {
  const element = document.getElementById('g_id_onload');
  if (element) offer(element.dataset);
};
Object.assign(window, {
  google: { accounts: { id: { cancel: () => document.getElementById('google-one-tap-stand-in')?.remove() } } },
});
queueMicrotask(start);
