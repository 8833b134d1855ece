import { readGoogleOneTap } from '../client/schemas/third-parties.ts';
import type { Flow } from '../flow/index.ts';
import { showOneTap } from '../platform/google-one-tap.ts';

/** What Google's prompt is about on the steps that show it. */
const contexts: Readonly<Record<string, 'signin' | 'signup' | undefined>> = { 'sign-in': 'signin', register: 'signup' };

/** Offers Google One Tap while a first screen is shown, where the tenant has it on, until the signal aborts. */
export function followOneTap(flow: Flow, host: HTMLElement, signal: AbortSignal): void {
  if (signal.aborted) return;
  const settings = readGoogleOneTap(flow.settings);
  let context: 'signin' | 'signup' | undefined;
  let shown = new AbortController();
  const follow = () => {
    const { step } = flow.state;
    // Where the app narrowed the screen down to identifiers it wants no provider.
    const wanted = 'focused' in step ? undefined : contexts[step.name];
    if (!settings || wanted === context) return;
    context = wanted;
    shown.abort();
    if (!wanted) return;
    shown = new AbortController();
    const { nonce } = host;
    void showOneTap({ settings, context: wanted, origin: location.origin, nonce, signal: shown.signal });
  };
  signal.addEventListener('abort', flow.subscribe(follow));
  signal.addEventListener('abort', () => shown.abort());
  follow();
}
