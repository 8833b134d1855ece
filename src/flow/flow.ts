import type { Client } from '../client/request.ts';
import type { Settings } from '../client/schemas/settings.ts';
import type { Clock } from '../platform/clock.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import type { Navigation } from '../platform/navigation.ts';
import type { OneTimeCodeReader } from '../platform/one-time-code.ts';
import { autoSteps } from './auto-steps.ts';
import { type CommandInput, type CommandName, commands } from './commands/registry.ts';
import type { Command, Context, Leave, Next } from './context.ts';
import { isRecord } from './guards.ts';
import type { Memory } from './memory.ts';
import { createOffer, type Offer } from './offer.ts';
import { outcomeOf, problemOf } from './outcomes.ts';
import { isWebUrl } from './policy/redirects.ts';
import { agreementNeeded } from './policy/terms.ts';
import { pathToStep, stepToPath, stepToState } from './routes.ts';
import type { FlowState, Notice, Question } from './state.ts';
import type { Action, Step } from './steps.ts';
import { createStore } from './store.ts';

export interface FlowOptions {
  readonly client: Client;
  readonly settings: Settings;
  readonly memory: Memory;
  readonly navigation: Navigation;
  readonly clock: Clock;
  readonly native?: NativeBridge | undefined;
  readonly oneTimeCode?: OneTimeCodeReader | undefined;
  readonly randomToken: () => string;
  /** Asked before the page leaves for the app; false: the host page takes it from here. */
  readonly mayLeave?: (url: string) => boolean;
}

type Commands = { readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<void> };

/** A sign-in under way: where we are, and what can be done. */
export interface Flow {
  readonly state: FlowState;
  readonly settings: Settings;
  readonly offer: Offer;
  readonly do: Commands;
  subscribe(listener: (state: FlowState) => void): () => void;
  /** Goes to the step of the present address. Call once, after subscribing. */
  start(): Promise<void>;
  /** One step back, giving up what is running. */
  back(): void;
  /** Gives up what is running and stays. */
  cancel(): void;
  answer(accepted: boolean): Promise<void>;
  /** Does again what failed. */
  retry(action: Action): Promise<void>;
  setAgreed(agreed: boolean): void;
  /** The person is mending what was wrong: takes the problem and the notice away. */
  dismiss(): void;
  /** Says something that came from outside, e.g. from the app around the page. */
  notify(notice: Notice): void;
  /** The page is shown again from the browser's back/forward cache: nothing is running any more. */
  resume(): void;
  dispose(): void;
}

export function createFlow(options: FlowOptions): Flow {
  const { settings, memory, navigation } = options;
  const store = createStore<FlowState>({ step: { name: 'sign-in' }, status: 'idle', agreed: false });
  let running: AbortController | undefined;
  let depth = depthOf(navigation.current().state);

  const publish = (change: Partial<FlowState>) => {
    const { step, status, agreed } = store.get();
    // Problems, notices and questions belong to one moment: a change that does not name them ends them.
    store.set({ step, status, agreed, ...change });
  };

  const urlOf = (path: string) => {
    const { appId } = memory.session();
    return appId ? `${path}?${new URLSearchParams({ app_id: appId }).toString()}` : path;
  };

  /** Writes the step into the address. Steps without a path of their own leave it as it is. */
  const project = (step: Step, replace: boolean) => {
    const path = stepToPath(step);
    if (path === undefined) return;
    if (!replace) depth += 1;
    navigation[replace ? 'replace' : 'push'](urlOf(path), { ...(stepToState(step) as object), depth });
  };

  const show = async (step: Step, { replace, notice }: { replace: boolean; notice?: Notice | undefined }): Promise<void> => {
    project(step, replace);
    publish({ step, status: 'idle', ...(notice && { notice }) });
    const automatic = autoSteps[step.name];
    if (automatic) await run({ command: automatic, input: step });
    else void readCode(step);
  };

  const leave = ({ leave: url, how, final }: Leave) => {
    publish({ status: 'redirecting', ...doing() });
    if (!final || (options.mayLeave?.(url) ?? true)) navigation.leave(url, how);
  };

  const doing = () => {
    const { doing: current } = store.get();
    return current && { doing: current };
  };

  const apply = async (next: Next): Promise<void> => {
    if (next === 'stay') return publish({ status: 'idle' });
    if ('leave' in next) return leave(next);
    const oneShot = autoSteps[store.get().step.name] !== undefined || stepToPath(store.get().step) === undefined;
    return show(next.go, { replace: (next.replace ?? false) || oneShot, notice: next.notice });
  };

  const fail = async (error: unknown, action: Action): Promise<void> => {
    const { step } = store.get();
    const problem = problemOf(error);
    if (problem.code === 'unknown') console.error(error);
    const outcome = outcomeOf({ step, action, problem });
    const notice: Notice = { ...problem, tone: 'danger' };
    switch (outcome.kind) {
      case 'field':
        return publish({ status: 'idle', problem: { ...problem, field: outcome.field } });
      case 'notice':
        return publish({ status: 'idle', notice });
      case 'confirm': {
        const { values, accept } = outcome;
        return publish({ status: 'idle', question: { code: problem.code, ...(values && { values }), accept } });
      }
      case 'go':
        if (outcome.step.name === 'unknown-session' && settings.unknownSessionRedirectUrl) {
          return leave({ leave: settings.unknownSessionRedirectUrl, how: 'replace' });
        }
        return show(outcome.step, { replace: true, notice: outcome.say && notice });
    }
  };

  const ask = (question: Question) => publish({ status: 'idle', question });

  const run = async (action: Action): Promise<void> => {
    const { status, agreed, step } = store.get();
    if (status !== 'idle') return;
    // The name comes from our own code or from the typed `do` object; its input type was checked there.
    const command = commands[action.command as CommandName] as Command<unknown>;
    if (command.needsAgreement && !agreed && agreementNeeded(settings)) {
      const decline: Action = { command: 'goTo', input: { step: { name: 'sign-in' }, replace: true } };
      return ask({ code: 'terms', accept: action, ...(autoSteps[step.name] && { decline }) });
    }
    const controller = (running = new AbortController());
    const target = command.target?.(action.input);
    publish({ status: 'busy', doing: { command: action.command, ...(target && { target }) } });
    const context: Context = { ...options, native: options.native, step, signal: controller.signal };
    try {
      const next = await command.run(context, action.input);
      if (!controller.signal.aborted) await apply(next);
    } catch (error) {
      if (!controller.signal.aborted) await fail(error, action);
    } finally {
      if (running === controller) running = undefined;
    }
  };

  const giveUp = () => {
    running?.abort();
    running = undefined;
    reading?.abort();
    reading = undefined;
  };

  let reading: AbortController | undefined;
  const readCode = async (step: Step): Promise<void> => {
    reading?.abort();
    if (step.name !== 'verification-code' || step.identifier.type !== 'phone' || !options.oneTimeCode) return;
    const { signal } = (reading = new AbortController());
    const receivedCode = await options.oneTimeCode.receive(signal);
    if (receivedCode && !signal.aborted && store.get().status === 'idle') publish({ receivedCode });
  };

  const moved = () => {
    giveUp();
    const location = navigation.current();
    depth = depthOf(location.state);
    void show(pathToStep(location, settings), { replace: true });
  };
  const stopListening = navigation.onMove(moved);

  const start = async (): Promise<void> => {
    const step = pathToStep(navigation.current(), settings);
    if (step.name === 'unknown-session' && isWebUrl(settings.unknownSessionRedirectUrl ?? '')) {
      return leave({ leave: settings.unknownSessionRedirectUrl ?? '', how: 'replace' });
    }
    return show(step, { replace: true });
  };

  const runNamed = (command: CommandName) => [command, (input: unknown) => run({ command, input })] as const;

  return {
    settings,
    offer: createOffer(options),
    get state() {
      return store.get();
    },
    do: Object.fromEntries((Object.keys(commands) as CommandName[]).map(runNamed)) as unknown as Commands,
    subscribe: (listener) => store.subscribe(listener),
    start,
    back() {
      giveUp();
      if (depth > 0) navigation.back();
      else void show({ name: 'sign-in' }, { replace: true });
    },
    cancel() {
      giveUp();
      if (store.get().status === 'busy') publish({ status: 'idle' });
    },
    async answer(accepted) {
      const { question, agreed } = store.get();
      if (!question) return;
      publish(accepted && question.code === 'terms' ? { agreed: true } : { agreed });
      const action = accepted ? question.accept : question.decline;
      if (action) await run(action);
    },
    retry: run,
    setAgreed: (agreed) => publish({ ...store.get(), agreed }),
    dismiss() {
      const { problem, notice } = store.get();
      if (problem ?? notice) publish({});
    },
    notify: (notice) => publish({ ...store.get(), notice }),
    resume() {
      giveUp();
      if (autoSteps[store.get().step.name]) void show({ name: 'sign-in' }, { replace: true });
      else publish({ status: 'idle' });
    },
    dispose() {
      giveUp();
      stopListening();
    },
  };
}

const depthOf = (state: unknown): number => (isRecord(state) && typeof state['depth'] === 'number' ? state['depth'] : 0);
