import { expect } from '@open-wc/testing';
import { showOneTap, type OneTapOptions } from './google-one-tap.ts';
import { standInScripts } from './testing/stand-in-scripts.ts';

const settings = {
  clientId: 'client',
  connectorId: 'a/b',
  autoSelect: true,
  closeOnTapOutside: false,
  itpSupport: true,
  isEnabled: true,
};

/** Stands in for Google: notes what it finds on the page. The path of the script becomes a comment. */
const google = `data:text/javascript,${encodeURIComponent(
  'window.google={accounts:{id:{found:document.getElementById("g_id_onload"),cancelled:0,cancel(){this.cancelled++}}}};//',
)}`;
const id = () =>
  (window as unknown as { google: { accounts: { id: { found: HTMLElement | null; cancelled: number } } } }).google.accounts.id;

describe('Google One Tap', () => {
  const show = async (changes: Partial<OneTapOptions> = {}, standIn = google) => {
    const restore = standInScripts(standIn);
    const controller = new AbortController();
    const origin = 'https://auth.example.com';
    const { signal } = controller;
    await showOneTap({ settings, context: 'signin', origin, signal, ...changes });
    restore();
    return () => controller.abort();
  };
  const traces = () => document.querySelectorAll('#g_id_onload, script[src*="/gsi/client"]').length;

  it('passes client id, context and callback address to Google', async () => {
    const leave = await show({ context: 'signup' });
    const { found } = id();
    const data = Object.fromEntries([...(found?.attributes ?? [])].map(({ name, value }) => [name, value]));
    expect(data).to.deep.equal({
      id: 'g_id_onload',
      'data-client_id': 'client',
      'data-context': 'signup',
      'data-login_uri': 'https://auth.example.com/callback/a%2Fb',
      'data-auto_select': 'true',
      'data-cancel_on_tap_outside': 'false',
      'data-itp_support': 'true',
    });
    leave();
  });

  it('removes prompt, element and script with its screen', async () => {
    const leave = await show();
    expect(traces()).to.equal(2);
    leave();
    expect(traces()).to.equal(0);
    expect(id().cancelled).to.equal(1);
  });

  it('does not reject when Google cannot be reached, and leaves no element', async () => {
    await show({}, 'http://localhost:1');
    expect(traces()).to.equal(0);
  });

  it('is not shown when its screen was removed before', async () => {
    await show({ signal: AbortSignal.abort() });
    expect(traces()).to.equal(0);
  });
});
