import type { Settings } from '../client/schemas/settings.ts';
import { readCaptcha, readGoogleOneTap } from '../client/schemas/third-parties.ts';
import { FlowProblem } from '../flow/problem.ts';
import type { Flow } from '../flow/index.ts';
import { currentLanguage } from '../localization/language.ts';
import { msg } from '../localization/messages.ts';
import { CaptchaProblem, solveCaptcha as solve } from '../platform/captcha/captcha.ts';
import { showOneTap } from '../platform/google-one-tap.ts';

/**
 * A captcha token for the server, for a tenant that wants one. A widget is drawn into the `sie-captcha` of the screen shown.
 * @throws FlowProblem `captcha.unreachable` or `captcha.failed`, or the signal's reason
 */
export async function solveCaptcha(host: HTMLElement, settings: Settings, signal: AbortSignal): Promise<string> {
  const config = readCaptcha(settings);
  if (!config) throw new FlowProblem('captcha.failed');
  try {
    return await solve({
      config,
      box: host.querySelector<HTMLElement>('.sie-captcha'),
      label: msg('Confirm that you are a person', { id: 'sie.captcha.label' }),
      theme: host.dataset['theme'] === 'dark' ? 'dark' : 'light',
      language: currentLanguage(),
      nonce: host.nonce,
      signal,
    });
  } catch (error) {
    throw error instanceof CaptchaProblem ? new FlowProblem(error.code) : error;
  }
}

/** Context of Google's prompt, by step. */
const contexts: Readonly<Record<string, 'signin' | 'signup' | undefined>> = { 'sign-in': 'signin', register: 'signup' };

/** Shows Google One Tap on the first screens where the tenant has enabled it, until the signal aborts. */
export function followOneTap(flow: Flow, host: HTMLElement, signal: AbortSignal): void {
  if (signal.aborted) return;
  const settings = readGoogleOneTap(flow.settings);
  let context: 'signin' | 'signup' | undefined;
  let shown = new AbortController();
  const follow = () => {
    const { step } = flow.state;
    // An app that limits the screen to certain identifiers (`focused`) wants no social provider.
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
