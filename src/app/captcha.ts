import { readCaptcha } from '../client/schemas/third-parties.ts';
import type { Settings } from '../client/schemas/settings.ts';
import { FlowProblem } from '../flow/flow-problem.ts';
import { currentLanguage } from '../localization/language.ts';
import { msg } from '../localization/messages.ts';
import { CaptchaProblem, solveCaptcha as solve } from '../platform/captcha/captcha.ts';

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
