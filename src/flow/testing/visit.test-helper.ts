import { type Client, createClient, type Endpoint, type FetchOptions } from '../../client/request.ts';
import { noContent } from '../../client/guard.ts';
import { type MemoryNavigation, memoryNavigation, memoryStorage } from '../../platform/in-memory.ts';
import { createFlow } from '../flow.ts';
import type { Flow } from '../flow-api.ts';
import { createMemory, openSession } from '../memory.ts';
import type { Problem } from '../problem.ts';
import type { StepOf, StepName } from '../steps/step.ts';
import { experienceServer } from './experience-server.test-helper.ts';
import type { LineFault } from './faults.test-helper.ts';
import { settingsWith } from './harness.ts';
import type { Journey } from './journeys.test-helper.ts';

const app = 'https://auth.example.com/oidc/auth/abc';

/** The connection between a real client and the server: counts calls, and fails one of them until `fault` is removed. */
function createLine(journey: Journey) {
  const server = experienceServer(journey.person ?? {});
  const calls: { readonly name: string; readonly body: string }[] = [];
  const endpoints = new Map<string, Endpoint<never, unknown>>();
  const timeouts = new Set<() => void>();
  const line = {
    server,
    calls,
    endpoints,
    /** Which call is broken, and how. */
    fault: undefined as { readonly at: number; readonly how: LineFault } | undefined,
    /** The call that was broken. */
    broken: undefined as { readonly name: string; readonly body: string } | undefined,
    client: {} as Client,
  };
  const stall = () => {
    queueMicrotask(() => {
      for (const expire of timeouts) expire();
    });
    return new Promise<never>(() => undefined);
  };
  const fetch = async (url: string, { method, body }: FetchOptions): Promise<Response> => {
    const [path = ''] = url.split('?');
    const name = `${method} ${path.replace('/api/experience', '') || '/'}`;
    const text = typeof body === 'string' ? body : '';
    const { fault } = line;
    const call = { name, body: text };
    const serve = () => server.answer(name, JSON.parse(text || '{}') as Record<string, unknown>);
    if (!fault || !(line.broken?.name === name || calls.length === fault.at)) {
      calls.push(call);
      return serve();
    }
    // The attempts of the client are one call.
    if (!line.broken) calls.push(call);
    line.broken = call;
    // For an endpoint without a response body this fault is a success, so the server processes the request.
    if (fault.how.isNoFaultWithoutAnswer && endpoints.get(name)?.answer === noContent) serve();
    return fault.how.respond({ stall, serve });
  };
  const client = createClient({
    fetch,
    schedule(run, after) {
      if (after >= 10_000) {
        timeouts.add(run);
        return () => timeouts.delete(run);
      }
      queueMicrotask(run);
      return () => undefined;
    },
  });
  line.client = {
    call(endpoint, request, options) {
      const path = typeof endpoint.path === 'string' ? endpoint.path : endpoint.path(request);
      endpoints.set(`${endpoint.method} ${path.replace('/api/experience', '') || '/'}`, endpoint);
      return client.call(endpoint, request, options);
    },
  };
  return line;
}

/** A person on a journey, in one tab, over several page loads. */
export class Visit {
  readonly line: ReturnType<typeof createLine>;
  flow!: Flow;
  /** The visited steps in order, without those that show errors. */
  readonly seen: StepName[] = [];
  restarts = 0;
  /** Received responses of providers; each has its own `state`. */
  private answers = 0;
  now = 1_000_000;
  private navigation!: MemoryNavigation;
  private readonly session = new Map<string, string>();
  private readonly local = new Map<string, string>();

  constructor(private readonly journey: Journey) {
    this.line = createLine(journey);
  }

  /** The person comes from the app. */
  begin(): Promise<void> {
    const { url = '/sign-in' } = this.journey;
    // A new visit uses a new link.
    const fresh = url.replace('one_time_token=t', `$&${String(this.restarts)}`);
    return this.open(`${fresh}${fresh.includes('?') ? '&' : '?'}app_id=app`);
  }

  get isOver(): boolean {
    const { state } = this.flow;
    const { ends } = this.journey;
    return this.navigation.left.at(-1)?.url === app || (ends === state.step.name && state.notice?.code === 'password.changed');
  }

  /** Does the action of the current step. Returns a problem that the step itself shows. */
  async turn(): Promise<Problem | undefined> {
    const { flow, journey, navigation } = this;
    const { problem, question, status, step } = flow.state;
    const provider = /provider\.example\/(\w+)/.exec(navigation.left.at(-1)?.url ?? '')?.[1];
    const act = journey.at?.[step.name] as ((flow: Flow, at: StepOf<StepName>) => Promise<Problem | undefined>) | undefined;
    if (status === 'redirecting' && provider) {
      const { state } = this;
      this.answers += 1;
      await this.open(`/callback/${provider}?code=c&state=${state}`);
    } else if (question) await flow.answer(true);
    else if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    // A code whose response was lost is used.
    else if (step.name === 'verification-code' && problem) await flow.do.resendCode(step);
    else if (act) return act(flow, step);
    else {
      this.restarts += 1;
      this.line.server.restart();
      await this.begin();
    }
    return undefined;
  }

  /** Continues to the end. */
  async finish(): Promise<void> {
    for (let turns = 0; !this.isOver; turns++) {
      if (turns === 25) throw new Error(`No way on from ${JSON.stringify(this.flow.state)}`);
      await this.turn();
    }
  }

  private get state(): string {
    return `state-${String(this.answers)}`;
  }

  /** Whether the response body of the failed call is read. */
  get needsAnswer(): boolean {
    return this.line.endpoints.get(this.line.broken?.name ?? '')?.answer !== noContent;
  }

  private async open(url: string): Promise<void> {
    this.flow?.dispose();
    this.navigation = memoryNavigation({ url });
    const storages = { session: memoryStorage(this.session), local: memoryStorage(this.local) };
    const memory = createMemory(storages);
    openSession(this.navigation, memory);
    this.flow = createFlow({
      client: this.line.client,
      memory,
      storages,
      navigation: this.navigation,
      clock: { now: () => this.now },
      settings: settingsWith(this.journey.settings),
      randomToken: () => this.state,
    });
    this.flow.subscribe(({ step: { name } }) => {
      if (name !== 'error' && name !== this.seen.at(-1)) this.seen.push(name);
    });
    await this.flow.start();
  }
}
