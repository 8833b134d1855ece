import type { ClientOptions, FetchOptions, Schedule } from '../index.ts';

/** What was really recorded from a server, by `METHOD path status code?`. */
export interface Recorded {
  readonly path: string;
  readonly request?: unknown;
  readonly response: unknown;
}

export async function recordedAnswers(): Promise<ReadonlyMap<string, readonly Recorded[]>> {
  const response = await fetch(new URL('../../../demo/recorded-answers.json', import.meta.url));
  const answers = Object.entries((await response.json()) as Record<string, Recorded[]>);
  // A 304 never reaches the page: the browser answers from its cache.
  return new Map(answers.filter(([key]) => !key.includes(' 304')));
}

/** The response that was recorded under a key of {@link recordedAnswers}. */
export function replay(key: string, { response }: Recorded): Response {
  const status = Number(key.split(' ')[2]);
  const body = typeof response === 'string' ? response : JSON.stringify(response);
  return new Response(status === 204 ? null : body, { status });
}

export function json(body: unknown, { status = 200, headers = {} }: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

/** A `fetch` that answers by turns, and keeps the requests as a browser would send them. */
export function fakeFetch(...answers: readonly (Response | Error | Promise<Response>)[]) {
  const requests: Request[] = [];
  const left = [...answers];
  const fetch: NonNullable<ClientOptions['fetch']> = async (url: string, options: FetchOptions) => {
    requests.push(new Request(url, options));
    const answer = await left.shift();
    if (answer === undefined) throw new Error(`No answer left for ${url}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { fetch, requests };
}

/** Never answers. */
export const silence = (): Promise<Response> => new Promise(() => undefined);

/** Timers that only a test moves. */
export function fakeTimers() {
  const pending = new Set<{ readonly run: () => void; readonly after: number }>();
  let changed: () => void = () => undefined;
  const schedule: Schedule = (run, after) => {
    const timer = { run, after };
    pending.add(timer);
    changed();
    return () => pending.delete(timer);
  };
  /** The timer of that many milliseconds, as soon as there is one. */
  const timer = async (after: number) => {
    for (;;) {
      const found = [...pending].find((it) => it.after === after);
      if (found) return found;
      await new Promise<void>((resolve) => (changed = resolve));
    }
  };
  return {
    schedule,
    pending: () => [...pending].map(({ after }) => after),
    async wait(after: number): Promise<void> {
      await timer(after);
    },
    /** Lets that many milliseconds be over. */
    async expire(after: number): Promise<void> {
      const due = await timer(after);
      pending.delete(due);
      due.run();
    },
  };
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('Expected a rejection.');
}
