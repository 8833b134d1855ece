import type { ReactiveController } from 'lit';
import type { DialogQuestion } from '../elements/confirm-dialog/confirm-dialog.ts';
import type { Flow, FlowState, Question } from '../flow/index.ts';
import type { problemText } from '../localization/problem-words.ts';
import { markLanguage } from '../localization/language.ts';
import { offlineText } from '../localization/offline-words.ts';
import { screens } from '../screens/registry.ts';
import { SieBeforeRedirectEvent, SieProblemEvent } from './events.ts';
import { setUp, type SetupOptions } from './session-setup.ts';
import type { SignInExperience } from './sign-in-experience.ts';

/** Owns the flow of a root element: begins it, follows it, brings the screen of each step before it is shown. */
export class FlowController implements ReactiveController {
  flow: Flow | undefined;
  /** What is on the screen. It lags behind the flow while a screen is being loaded. */
  shown: FlowState | undefined;
  /** Why nothing could be set up, in words. */
  failure: string | undefined;
  /** The question of the flow in words. The same question stays the same object: a new one would be asked anew. */
  dialog: { readonly question: Question; readonly words: DialogQuestion } | undefined;
  /** Words for problems, once there was one. */
  problemText: typeof problemText | undefined;
  private lifetime = new AbortController();

  constructor(private readonly host: SignInExperience) {
    host.addController(this);
  }

  hostConnected(): void {
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    // The first touch of anything: by the time it is pressed, what the press needs is there.
    for (const type of ['pointerdown', 'keydown', 'input']) {
      this.host.addEventListener(type, () => this.flow?.prepare(), { signal, once: true, passive: true });
    }
    window.addEventListener('pageshow', (event) => event.persisted && this.flow?.resume(), { signal });
    if (this.host.routing === 'url' && window.parent !== window && /[?&]preview=true(&|$)/.test(location.search)) {
      return this.preview(signal);
    }
    void this.begin();
  }

  /** The console's live preview: nothing shows before the frame around posts what. */
  private preview(signal: AbortSignal): void {
    const show = (flow: Flow) => this.follow(flow, signal);
    const bring = import('./preview.ts').then(({ Preview }) => new Preview(this.host, show));
    // The console posts as soon as the frame has loaded, when the file may still be on its way.
    window.addEventListener('message', (event) => void bring.then((preview) => preview.receive(event)), { signal });
  }

  hostDisconnected(): void {
    this.lifetime.abort();
    this.flow?.dispose();
    this.flow = this.shown = undefined;
  }

  /** Sets everything up. Also what "Try again" does when that failed. */
  async begin(): Promise<void> {
    const { signal } = this.lifetime;
    const { routing, appId, organizationId, uiLocales } = this.host;
    const options: SetupOptions = {
      routing,
      session: { appId, organizationId, uiLocales },
      mayLeave: (url) => this.host.dispatchEvent(new SieBeforeRedirectEvent(url)),
      report: (where) => this.host.dispatchEvent(new SieProblemEvent('contract', where)),
    };
    this.failure = undefined;
    try {
      const { flow, inApp } = await setUp(options);
      if (signal.aborted) return flow.dispose();
      this.follow(flow, signal);
      if (inApp) {
        const say = (message: string) => flow.notify({ tone: 'danger', code: 'native.message', message });
        const { onNativeMessage } = await import('../platform/native-messages.ts');
        signal.addEventListener('abort', onNativeMessage(window, say));
      } else if (routing === 'url' && flow.settings.googleOneTap) {
        // The page works without it.
        void import('./one-tap.ts').then(({ followOneTap }) => followOneTap(flow, this.host, signal), ignore);
      }
      await flow.start();
    } catch (error) {
      if (signal.aborted) return;
      const code = error instanceof Error ? failureCodes[error.name] : undefined;
      await this.bringWords();
      this.failure = this.problemText?.({ code: code ?? 'unknown' }) ?? offlineText();
      const { host } = this;
      for (const target of host.routing === 'url' ? [host, document.documentElement] : [host]) markLanguage(target);
      host.dispatchEvent(new SieProblemEvent(code ?? 'unknown', 'start'));
      this.host.requestUpdate();
    }
  }

  /** Shows a flow, in place of the one before. */
  private follow(flow: Flow, signal: AbortSignal): void {
    this.flow?.dispose();
    this.flow = flow;
    this.host.dress(flow.settings, signal);
    signal.addEventListener(
      'abort',
      flow.subscribe((state) => void this.show(state)),
    );
  }

  private async show(state: FlowState): Promise<void> {
    const { load } = screens[state.step.name];
    let shown = state;
    try {
      // Without a wait where there is nothing to wait for: the first screen shows in the same task.
      const loading = this.flow && load?.(this.flow.offer);
      if (loading) await loading;
      if (state.question && state.question !== this.dialog?.question) await this.bringDialog(state.question);
    } catch {
      // A file that cannot be had: said where the person is, and what they pressed can be pressed again.
      shown = { ...(this.shown ?? state), status: 'idle', notice: { tone: 'danger', code: 'network' } };
    }
    if (shown.problem ?? shown.notice) await this.bringWords();
    if (this.flow?.state !== state) return;
    if (!state.question) this.dialog = undefined;
    const problem = shown.problem ?? (shown.notice?.tone === 'danger' ? shown.notice : undefined);
    if (problem && problem !== this.shown?.problem && problem !== this.shown?.notice) {
      this.host.dispatchEvent(new SieProblemEvent(problem.code, shown.step.name, problem.requestId));
    }
    this.shown = shown;
    this.host.requestUpdate();
  }

  private async bringWords(): Promise<void> {
    this.problemText ??= (await import('../localization/problem-words.ts').catch(() => undefined))?.problemText;
  }

  private async bringDialog(question: Question): Promise<void> {
    const { dialogQuestion } = await import('./questions.ts');
    if (this.flow) this.dialog = { question, words: dialogQuestion(question, this.flow.settings) };
  }
}

const ignore = (): void => undefined;

/** Names of the client's errors, as codes. */
const failureCodes: Readonly<Record<string, string | undefined>> = {
  NetworkError: 'network',
  TimeoutError: 'timeout',
  ContractError: 'contract',
};
