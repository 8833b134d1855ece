import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings } from '../client/index.ts';
import type { DialogQuestion } from '../elements/confirm-dialog/confirm-dialog.ts';
import type { Flow, FlowState, Question, SignInOptions, Step } from '../flow/index.ts';
import { failureCode } from '../flow/problem.ts';
import type { problemText } from '../localization/problem-messages.ts';
import { markLanguage } from '../localization/language.ts';
import { chunkMissingText } from '../localization/messages.ts';
import { loadLaterScreens, type ScreenEntry, screens } from '../screens/registry.ts';
import { lazy } from '../shared/lazy.ts';
import type { Theme } from '../theme/branding.ts';
import { bootstrapFlow, loadThirdParties } from './bootstrap-flow.ts';
import { problemEvent, SieBeforeRedirectEvent, SieProblemEvent } from './events.ts';
import type { Preview } from './preview.ts';

/** What the controller needs of its root element. */
export interface FlowHost extends ReactiveControllerHost, HTMLElement {
  readonly routing: 'url' | 'memory';
  readonly appId: string | undefined;
  readonly organizationId: string | undefined;
  readonly uiLocales: string | undefined;
  theme: Theme | 'auto';
  /** Preloads the slow-request UI. */
  prepare(): Promise<void>;
  applyBranding(settings: Settings, signal: AbortSignal): void;
}

/** Owns the flow of a root element: starts it, follows its state, loads the screen of each step before the step is shown. */
export class FlowController implements ReactiveController {
  flow: Flow | undefined;
  /** State that is displayed. Lags behind the flow while a screen is loading. */
  displayedState: FlowState | undefined;
  /** Text of the error when nothing can be shown. */
  failure: string | undefined;
  /** The flow is being bootstrapped. */
  isBeginning = false;
  /** Texts for the flow's question. The object stays the same for the same question: a new one would open the dialog again. */
  dialog: { readonly question: Question; readonly words: DialogQuestion } | undefined;
  /** Puts problems into words; set before the first problem is shown. */
  problemText: typeof problemText | undefined;
  private lifetime = new AbortController();
  /** Aborted when the flow is bootstrapped again. */
  private attempt = new AbortController();
  /** The screen of a step cannot be loaded, and the flow is going back. */
  private isReturning = false;
  private hasMissedChunk = false;
  /** Disconnected in this task; perhaps only moved. */
  private isLeaving = false;
  /** Steps that the flow returned to, and the step object whose screen is still displayed, with what was typed. */
  private readonly stepAliases = new WeakMap<Step, Step>();

  constructor(private readonly host: FlowHost) {
    host.addController(this);
  }

  hostConnected(): void {
    // Moved within the document: keep the flow.
    if (this.isLeaving) {
      this.isLeaving = false;
      return;
    }
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    this.host.addEventListener('sie-ready', () => this.fetchAhead(), { signal });
    window.addEventListener('pageshow', (event) => event.persisted && this.flow?.resume(), { signal });
    if (this.host.routing === 'url' && window.parent !== window && /[?&]preview=true(&|$)/.test(location.search)) {
      return this.preview(signal);
    }
    void this.begin();
  }

  /** Fetches what the usual journeys need after the first screen: one file in the hosted page. A failure shows when it is needed. */
  private fetchAhead(): void {
    this.flow?.prepare();
    void this.host.prepare();
    for (const load of [loadLaterScreens, loadProblemTexts, loadDialogTexts]) void load.optional();
  }

  /** The console's live preview: shows nothing before the parent frame posts settings. */
  private preview(signal: AbortSignal): void {
    const show = (flow: Flow) => this.follow(flow, signal);
    let preview: Preview | undefined;
    const start = async () => {
      const late = await loadPreview.optional();
      return (preview ??= late && new late.Preview(this.host, show));
    };
    void start();
    // The console posts as soon as the frame has loaded, when the file may still be on its way.
    window.addEventListener('message', (event) => void start().then((started) => started?.receive(event)), { signal });
  }

  /** A move disconnects and connects in one task; an element that is still disconnected afterwards was removed. */
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
    this.flow = this.displayedState = undefined;
    this.isBeginning = this.isReturning = false;
  }

  /** Bootstraps the flow. Also the action of "Try again" when that failed. */
  async begin(): Promise<void> {
    if (this.isBeginning) return;
    this.isBeginning = true;
    this.host.requestUpdate();
    this.attempt.abort();
    const { signal } = (this.attempt = new AbortController());
    try {
      // A prerendered page must not use up single-use links (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API).
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
    const { flow, onNativeMessage } = await bootstrapFlow({
      host: this.host,
      routing,
      session: { appId, organizationId, uiLocales },
      loadScreen: ({ name }, signInOptions) => loadForStep(screens[name], signInOptions),
      mayLeave: (url) => this.host.dispatchEvent(new SieBeforeRedirectEvent(url)),
      report: (where) => this.host.dispatchEvent(new SieProblemEvent('contract', where)),
    });
    if (signal.aborted) return flow.dispose();
    this.follow(flow, signal);
    if (onNativeMessage) {
      const say = (message: string) => flow.notify({ tone: 'danger', code: 'native.message', message });
      signal.addEventListener('abort', onNativeMessage(window, say));
    } else if (routing === 'url' && flow.settings.googleOneTap) {
      // Only once the first step is known: One Tap belongs to first screens. The page works without it.
      const arrived = new Promise((resolve) => signal.addEventListener('abort', flow.subscribe(resolve)));
      void Promise.all([loadThirdParties.optional(), arrived]).then(([late]) => late?.followOneTap(flow, this.host, signal));
    }
    await flow.start();
  }

  /** Shows an error instead of a step. */
  private async fail(code: string): Promise<void> {
    const { host } = this;
    if (code === chunkLoadFailed) this.onChunkMissing();
    await this.loadProblemText();
    this.failure = this.problemText?.({ code }) ?? chunkMissingText();
    this.displayedState = undefined;
    for (const target of host.routing === 'url' ? [host, document.documentElement] : [host]) markLanguage(target);
    host.dispatchEvent(new SieProblemEvent(code, 'start'));
    host.requestUpdate();
  }

  /** Shows a flow in place of the previous one. */
  private follow(flow: Flow, signal: AbortSignal): void {
    this.flow?.dispose();
    this.flow = flow;
    this.host.applyBranding(flow.settings, signal);
    signal.addEventListener(
      'abort',
      flow.subscribe((state) => void this.show(state)),
    );
  }

  private async show(state: FlowState): Promise<void> {
    const { load } = screens[state.step.name];
    // A notice of the flow, so that typing removes it.
    const notifyChunkLoadFailed = () => this.flow?.notify({ tone: 'danger', code: chunkLoadFailed });
    try {
      // No `await` when nothing has to be loaded: the first screen shows in the same task.
      const loading = this.flow && load?.(this.flow.options);
      if (loading) await loading;
      if (state.question && state.question !== this.dialog?.question) await this.loadDialog(state.question);
    } catch {
      if (this.flow?.state !== state) return;
      // A chunk cannot be loaded: stay, say so, and let the person press again.
      if (this.stepOf(state) === this.displayedState?.step) {
        this.flow.resume();
        return notifyChunkLoadFailed();
      }
      if (!this.displayedState || this.isReturning) return this.fail(chunkLoadFailed);
      this.isReturning = true;
      return this.flow.back();
    }
    if (this.isReturning && this.flow?.state === state) {
      this.isReturning = false;
      if (this.displayedState?.step.name === state.step.name) this.stepAliases.set(state.step, this.displayedState.step);
      return notifyChunkLoadFailed();
    }
    const shown = { ...state, step: this.stepOf(state) };
    // The text for a missing chunk is here already; waiting for another one would only delay it.
    const said = shown.problem ?? shown.notice;
    if (said && said.code !== chunkLoadFailed) await this.loadProblemText();
    if (this.flow?.state !== state) return;
    if (!state.question) this.dialog = undefined;
    this.report(shown, this.displayedState);
    this.displayedState = shown;
    this.failure = undefined;
    this.host.requestUpdate();
  }

  private report(state: FlowState, before: FlowState | undefined): void {
    const event = problemEvent(state, before);
    if (!event) return;
    this.host.dispatchEvent(event);
    if (event.code === chunkLoadFailed) this.onChunkMissing();
  }

  /** The step object that the displayed screen was created for, or the step itself. */
  private stepOf({ step }: FlowState): FlowState['step'] {
    return this.stepAliases.get(step) ?? step;
  }

  /**
   * Reloads the page when a file is missing for the second time: in many browsers nothing else repeats an `import()`, see `lazy`. Never
   * a page of somebody else, which may hold what was typed elsewhere.
   */
  private onChunkMissing(): void {
    if (this.hasMissedChunk && navigator.onLine && this.host.routing === 'url') location.reload();
    this.hasMissedChunk = true;
  }

  private async loadProblemText(): Promise<void> {
    const late = await loadProblemTexts.optional();
    this.problemText ??= late?.problemTextFor(() => this.flow?.settings);
  }

  private async loadDialog(question: Question): Promise<void> {
    const { dialogTexts } = await loadDialogTexts();
    if (this.flow) this.dialog = { question, words: dialogTexts(question, this.flow.settings) };
  }
}

const loadDialogTexts = lazy(() => import('./dialog-texts.ts'));
const loadPreview = lazy(() => import('./preview.ts'));
const loadProblemTexts = lazy(() => import('./problem-text.ts'));

/** What a step shows at once: its screen, and the text of a notice that may come with it. Undefined when all of it is loaded. */
function loadForStep({ load }: ScreenEntry, options: SignInOptions): Promise<unknown> | undefined {
  const loading = load?.(options);
  return loadProblemTexts.loaded ? loading : Promise.all([loading, loadProblemTexts.optional()]);
}

/** Code of the problem that a file of the page cannot be loaded, see `ChunkLoadError`. */
const chunkLoadFailed = 'chunk_load_failed';
