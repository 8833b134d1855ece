import { lazy } from '../shared/lazy.ts';
import { parseWebUrl } from '../shared/web-address.ts';
import type { Ask, Attempts, Leave, RunResult } from './context.ts';
import { type Action, type CommandName, commandNames, targetOf } from './action.ts';
import type { Commands, Flow, FlowOptions } from './flow-api.ts';
import { createHistory, firstPath, firstStep, resolveFirstStep } from './history.ts';
import { createSignInOptions } from './sign-in-options.ts';
import { createStore, type FlowState } from './state.ts';
import type { Notice } from './problem.ts';
import type { Step } from './steps/step.ts';
import type * as Late from './run-command.ts';

/** An object with a function for each command. */
function commandsThat(run: (action: Action) => Promise<void>): Commands {
  const functions = commandNames.map((command) => [command, (input: unknown) => run({ command, input })] as const);
  return Object.fromEntries(functions) as Record<CommandName, (input: unknown) => Promise<void>>;
}

const loadLate = lazy(() => import('./run-command.ts'));

export function createFlow(options: FlowOptions): Flow {
  const { settings, memory, navigation } = options;
  const signInOptions = createSignInOptions(options);
  const store = createStore({ step: { name: 'sign-in' }, status: 'idle', agreed: memory.agreed() });
  /** The actions of the open question. Not part of the state because they may hold a password. */
  let asked: Ask | undefined;
  const attempts: Attempts = { held: new Map() };
  let running: AbortController | undefined;
  /** The chunk with commands, outcomes and all other addresses, once loaded. The first screen does not need it. */
  let late: typeof Late | undefined;

  const load = async () => (late ??= await loadLate.optional());

  const pathOf = (step: Step) => firstPath(step) ?? late?.stepToPath(step);
  const commandOf = (step: Step) => late?.commandOf(step);

  const publish = (change: Partial<FlowState>) => {
    const { step, status, agreed } = store.get();
    // A change that does not name a problem, notice or question removes it.
    store.set({ step, status, agreed, ...change });
  };

  const history = createHistory(navigation, memory);
  // A first screen that the app did not narrow down has no data.
  const write = (step: Step, how: { readonly replace: boolean }) =>
    history.write(pathOf(step), late?.stepToHistory(step) ?? {}, how);

  const resolve = (step: Step) => (late?.resolveStep ?? resolveFirstStep)(step, settings);

  const show = async (wanted: Step, { replace, notice }: { replace: boolean; notice?: Notice | undefined }): Promise<void> => {
    const step = resolve(wanted);
    const elsewhere = parseWebUrl(settings.unknownSessionRedirectUrl);
    if (step.name === 'unknown-session' && elsewhere) return leave({ leave: elsewhere, how: 'replace' });
    write(step, { replace });
    publish({ step, status: 'idle', ...(notice && { notice }) });
    const automatic = commandOf(step);
    if (automatic) await run({ command: automatic, input: step });
    else void readCode(step);
  };

  const leave = ({ leave: url, how, final }: Leave) => {
    publish({ status: 'redirecting', ...pending() });
    if (!final || (options.mayLeave?.(url.href) ?? true)) navigation.leave(url.href, how);
  };

  const pending = () => {
    const { pending: current } = store.get();
    return current && { pending: current };
  };

  const apply = async (result: RunResult): Promise<void> => {
    if (result === 'stay') return publish({ status: 'idle' });
    if ('ask' in result) {
      asked = result;
      return publish({ status: 'idle', question: result.ask });
    }
    if ('say' in result) return publish({ status: 'idle', ...result.say });
    if ('leave' in result) return leave(result);
    const { step } = store.get();
    const isUnattended = commandOf(step) !== undefined;
    // Leave a step that runs automatically in any case, because it has no button to press again.
    const loading = isUnattended ? undefined : options.loadScreen?.(resolve(result.go), signInOptions);
    if (loading) {
      const signal = running?.signal;
      const isLoaded = await loading.then(
        () => true,
        () => false,
      );
      if (signal?.aborted) return;
      if (!isLoaded) return apply(unreachable);
    }
    if (result.from) write(result.from, { replace: true });
    const oneShot = isUnattended || pathOf(step) === undefined;
    return show(result.go, { replace: (result.replace ?? false) || oneShot, notice: result.notice });
  };

  /** Without the chunk only a notice can be shown. Pressing again retries. */
  const unreachable: RunResult = { say: { notice: { tone: 'danger', code: 'chunk_load_failed' } } };

  const agree = (agreed: boolean, rest: Partial<FlowState> = {}) => {
    memory.rememberAgreed(agreed);
    publish({ ...rest, agreed });
  };

  const run = async (action: Action): Promise<void> => {
    const { status, step, agreed } = store.get();
    if (status !== 'idle') return;
    const { signal } = (running = new AbortController());
    const target = targetOf(action);
    publish({ status: 'busy', pending: { command: action.command, ...(target && { target }) } });
    await load();
    if (signal.aborted) return;
    const context = { ...options, native: options.native, attempts, step, signal };
    const result = late ? await late.runCommand(action, context, agreed) : unreachable;
    if (!signal.aborted) await apply(result);
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
    if (!('sentAt' in step) || step.identifier.type !== 'phone' || !options.oneTimeCode) return;
    const { signal } = (reading = new AbortController());
    const receivedCode = await options.oneTimeCode.receive(signal);
    if (receivedCode && !signal.aborted && store.get().status === 'idle') publish({ receivedCode });
  };

  /** An arrival that waits for the chunk is dropped when another one follows, or when the flow is disposed of. */
  let arrivals = 0;

  /** Shows the step of the current address; synchronously if the step is known without the chunk. */
  const arrive = (): Promise<void> => {
    const arrival = ++arrivals;
    const location = navigation.current();
    const step = firstStep(location, settings) ?? late?.pathToStep(location, settings);
    if (step) return show(step, { replace: true });
    return loadLate().then(
      (module) => {
        late = module;
        return arrival === arrivals ? show(module.pathToStep(navigation.current(), settings), { replace: true }) : undefined;
      },
      (error: unknown) => {
        if (arrival === arrivals) throw error;
      },
    );
  };

  const moved = () => {
    giveUp();
    void arrive().catch(() => void apply(unreachable));
  };
  const stopListening = navigation.onMove(moved);

  return {
    settings,
    options: signInOptions,
    get state() {
      return store.get();
    },
    do: commandsThat(run),
    subscribe: (listener) => store.subscribe(listener),
    start: arrive,
    prepare: () => void load(),
    back() {
      giveUp();
      arrivals += 1;
      if (!history.back()) void show(late?.previousStep(store.get().step) ?? { name: 'sign-in' }, { replace: true });
    },
    async answer(accepted) {
      if (!store.get().question || !asked) return;
      const { ask, accept, decline } = asked;
      asked = undefined;
      if (accepted && ask.code === 'terms') agree(true);
      else publish({});
      const action = accepted ? accept : decline;
      if (action) await run(action);
    },
    retry: run,
    setAgreed: (agreed) => agree(agreed, store.get()),
    findSsoConnectors: async (email, signal) => {
      await load();
      return (await late?.findSsoConnectors(options, email, signal).catch(() => undefined)) ?? [];
    },
    storeAvatar: async (picture, signal) => {
      await load();
      return late ? late.storeAvatar(options.client, picture, signal) : { problem: { code: 'chunk_load_failed' } };
    },
    draft: () => late?.draftOf(options.storages) ?? {},
    keepDraft: (values) => late?.keepDraft(options.storages, values),
    dismiss() {
      const { problem, notice } = store.get();
      if (problem ?? notice) publish({});
    },
    notify: (notice) => publish({ ...store.get(), notice }),
    resume() {
      giveUp();
      if (commandOf(store.get().step)) void show({ name: 'sign-in' }, { replace: true });
      else publish({ status: 'idle' });
    },
    dispose() {
      giveUp();
      arrivals += 1;
      stopListening();
    },
  };
}
