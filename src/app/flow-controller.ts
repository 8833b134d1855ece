import type { ReactiveController } from 'lit';
import type { DialogQuestion } from '../elements/confirm-dialog/confirm-dialog.ts';
import type { Flow, FlowState, Question, Step } from '../flow/index.ts';
import { failureCode } from '../flow/failure-code.ts';
import type { problemText } from '../localization/problem-words.ts';
import { markLanguage } from '../localization/language.ts';
import { offlineText } from '../localization/offline-words.ts';
import { screens } from '../screens/registry.ts';
import { SieBeforeRedirectEvent, SieProblemEvent } from './events.ts';
import { setUp } from './session-setup.ts';
import type { SignInExperience } from './sign-in-experience.ts';

/** Owns the flow of a root element: begins it, follows it, brings the screen of each step before it is shown. */
export class FlowController implements ReactiveController {
  flow: Flow | undefined;
  /** What is on the screen. It lags behind the flow while a screen is being loaded. */
  shown: FlowState | undefined;
  /** Why nothing can be shown, in words. */
  failure: string | undefined;
  /** Everything is being set up. */
  isBeginning = false;
  /** The question of the flow in words. The same question stays the same object: a new one would be asked anew. */
  dialog: { readonly question: Question; readonly words: DialogQuestion } | undefined;
  /** Words for problems, once there was one. */
  problemText: typeof problemText | undefined;
  private lifetime = new AbortController();
  /** One setting up, with all that follows from it. */
  private attempt = new AbortController();
  /** The flow went to a step whose screen cannot be had, and is on its way back. */
  private isReturning = false;
  private hasMissedFile = false;
  /** Taken out of the document just now. */
  private isLeaving = false;
  /** Steps that the flow came back to, and what they are on the screen: the same step is the same screen, with what was typed. */
  private readonly kept = new WeakMap<Step, Step>();

  constructor(private readonly host: SignInExperience) {
    host.addController(this);
  }

  hostConnected(): void {
    // Moved within the document: what the person was doing goes on.
    if (this.isLeaving) {
      this.isLeaving = false;
      return;
    }
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    // The first touch of anything: by the time it is pressed, what the press needs is there.
    const prepare = () => void (this.flow?.prepare(), this.host.prepare());
    for (const type of ['pointerdown', 'keydown', 'input']) {
      this.host.addEventListener(type, prepare, { signal, once: true, passive: true });
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

  /** A move takes the element out and puts it in again in one task; what is out after that is gone. */
  hostDisconnected(): void {
    this.isLeaving = true;
    setTimeout(() => {
      if (this.isLeaving) this.end();
    });
  }

  private end(): void {
    this.isLeaving = false;
    this.lifetime.abort();
    this.attempt.abort();
    this.flow?.dispose();
    this.flow = this.shown = undefined;
    this.isBeginning = this.isReturning = false;
  }

  /** Sets everything up. Also what "Try again" does when that failed. */
  async begin(): Promise<void> {
    if (this.isBeginning) return;
    this.isBeginning = true;
    this.host.requestUpdate();
    this.attempt.abort();
    const { signal } = (this.attempt = new AbortController());
    try {
      // A page that is fetched ahead must not use up what works once (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API).
      if ((document as { prerendering?: boolean }).prerendering) {
        await new Promise((shown) => document.addEventListener('prerenderingchange', shown, { once: true }));
      }
      await this.start(signal);
    } catch (error) {
      if (!signal.aborted) await this.fail(failureCode(error) ?? 'unknown');
    }
    if (signal.aborted) return;
    this.isBeginning = false;
    this.host.requestUpdate();
  }

  private async start(signal: AbortSignal): Promise<void> {
    const { routing, appId, organizationId, uiLocales } = this.host;
    const { flow, onNativeMessage } = await setUp({
      host: this.host,
      routing,
      session: { appId, organizationId, uiLocales },
      mayLeave: (url) => this.host.dispatchEvent(new SieBeforeRedirectEvent(url)),
      report: (where) => this.host.dispatchEvent(new SieProblemEvent('contract', where)),
    });
    if (signal.aborted) return flow.dispose();
    this.follow(flow, signal);
    if (onNativeMessage) {
      const say = (message: string) => flow.notify({ tone: 'danger', code: 'native.message', message });
      signal.addEventListener('abort', onNativeMessage(window, say));
    } else if (routing === 'url' && flow.settings.googleOneTap) {
      // Before the first step is known it would be offered on steps that have nothing to do with it. The page works without it.
      const arrived = new Promise((resolve) => signal.addEventListener('abort', flow.subscribe(resolve)));
      void Promise.all([import('./one-tap.ts'), arrived]).then(
        ([{ followOneTap }]) => followOneTap(flow, this.host, signal),
        ignore,
      );
    }
    await flow.start();
  }

  /** Nothing can be shown: says why. */
  private async fail(code: string): Promise<void> {
    const { host } = this;
    if (code === incomplete) this.missFile();
    await this.bringWords();
    this.failure = this.problemText?.({ code }) ?? offlineText();
    this.shown = undefined;
    for (const target of host.routing === 'url' ? [host, document.documentElement] : [host]) markLanguage(target);
    host.dispatchEvent(new SieProblemEvent(code, 'start'));
    host.requestUpdate();
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
    // Said by the flow, so that it goes when the person types.
    const sayIncomplete = () => this.flow?.notify({ tone: 'danger', code: incomplete });
    try {
      // Without a wait where there is nothing to wait for: the first screen shows in the same task.
      const loading = this.flow && load?.(this.flow.offer);
      if (loading) await loading;
      if (state.question && state.question !== this.dialog?.question) await this.bringDialog(state.question);
    } catch {
      if (this.flow?.state !== state) return;
      // A file that cannot be had: said where the person is, and what they pressed can be pressed again.
      if (this.stepOf(state) === this.shown?.step) {
        this.flow.resume();
        return sayIncomplete();
      }
      if (!this.shown || this.isReturning) return this.fail(incomplete);
      this.isReturning = true;
      return this.flow.back();
    }
    if (this.isReturning && this.flow?.state === state) {
      this.isReturning = false;
      if (this.shown?.step.name === state.step.name) this.kept.set(state.step, this.shown.step);
      return sayIncomplete();
    }
    const shown = { ...state, step: this.stepOf(state) };
    if (shown.problem ?? shown.notice) await this.bringWords();
    if (this.flow?.state !== state) return;
    if (!state.question) this.dialog = undefined;
    this.tell(shown, this.shown);
    this.shown = shown;
    this.failure = undefined;
    this.host.requestUpdate();
  }

  /** Reports what went wrong, once. */
  private tell({ step, problem: atField, notice }: FlowState, before: FlowState | undefined): void {
    const problem =
      atField ?? (notice?.tone === 'danger' ? notice : undefined) ?? (step === before?.step ? undefined : failureOf(step));
    if (!problem || problem === before?.problem || problem === before?.notice) return;
    this.host.dispatchEvent(new SieProblemEvent(problem.code, step.name, problem.requestId));
    if (problem.code === incomplete) this.missFile();
  }

  /** The step, or the one that its screen has been made for. */
  private stepOf({ step }: FlowState): FlowState['step'] {
    return this.kept.get(step) ?? step;
  }

  /**
   * Chromium before 156, Firefox before 154 and Safari before 27 keep the failure of an `import()` for as long as the page lives
   * (https://github.com/whatwg/html/issues/6768, 2026-11): pressing again cannot help there, loading the page anew does.
   */
  private missFile(): void {
    if (this.hasMissedFile && navigator.onLine) location.reload();
    this.hasMissedFile = true;
  }

  private async bringWords(): Promise<void> {
    const late = await import('./problem-text.ts').catch(() => undefined);
    this.problemText ??= late?.problemTextFor(() => this.flow?.settings);
  }

  private async bringDialog(question: Question): Promise<void> {
    const { dialogQuestion } = await import('./questions.ts');
    if (this.flow) this.dialog = { question, words: dialogQuestion(question, this.flow.settings) };
  }
}

const ignore = (): void => undefined;

/** What went wrong, where the step is all that is said about it. */
function failureOf(step: Step): { readonly code: string; readonly requestId?: string } | undefined {
  if (step.name === 'error' || step.name === 'unavailable' || step.name === 'account-suspended') return step;
  return step.name === 'unknown-session' ? { code: step.name } : undefined;
}

/** A file of the page itself cannot be had. */
const incomplete = 'page.incomplete';
