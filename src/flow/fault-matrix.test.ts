import { expect } from '@open-wc/testing';
import * as client from '../client/index.ts';
import { createClient, type Endpoint } from '../client/request.ts';
import { commands } from './commands.ts';
import { steps } from './steps/index.ts';
import type { StepName } from './steps/step.ts';
import { type LineFault, lineFaults } from './testing/faults.test-helper.ts';
import { type Journey, journeys } from './testing/journeys.test-helper.ts';
import { Visit } from './testing/visit.test-helper.ts';

/** Requests for settings and phrases are made before there is a flow. */
const atTheBeginning: readonly unknown[] = [client.getSettings, client.getPhrases];
/** Commands without a request. */
const withoutCalls: readonly string[] = ['goTo', 'openLanding', 'returnToApp'];

/** Steps that run automatically. */
const automatic: readonly string[] = Object.entries(steps).flatMap(([name, { run }]) => (run ? [name] : []));

/** Steps that apps, messages and providers link to, and steps that say what failed. */
const openedOrFailed: readonly string[] = [
  ...[
    'register',
    'forgot-password',
    'single-sign-on',
    'direct',
    'reset-token',
    'account-check',
    'native-callback',
    'social-landing',
  ],
  ...['unknown-session', 'account-suspended', 'unavailable', 'error', 'not-found'],
];

const isEndpoint = (value: unknown): value is Endpoint<never, unknown> =>
  typeof value === 'object' && value !== null && 'path' in value && 'answer' in value;

/** A journey without faults. */
async function cleanVisit(journey: Journey): Promise<Visit> {
  const visit = new Visit(journey);
  await visit.begin();
  await visit.finish();
  return visit;
}

/** A failed SSO lookup for an identifier does not stop the person. */
const isPassedOver = ({ line, flow, needsAnswer }: Visit, { code, isNoFaultWithoutAnswer }: LineFault, before: string): boolean =>
  (isNoFaultWithoutAnswer === true && !needsAnswer) ||
  (line.broken?.name === 'GET /sso-connectors' &&
    before !== 'single-sign-on' &&
    code !== 'network' &&
    flow.state.step.name !== 'unknown-session');

/** One call with one fault, and the expected result. */
async function cell(journey: Journey, at: number, how: LineFault, clean: Visit): Promise<void> {
  const visit = new Visit(journey);
  const { line } = visit;
  line.fault = { at, how };
  await visit.begin();
  let before = visit.seen[0] ?? '';
  let shown: { readonly code?: string } | undefined;
  for (let turns = 0; !line.broken; turns++) {
    if (turns === 25) throw new Error('The call is never asked.');
    before = visit.flow.state.step.name;
    shown = await visit.turn();
  }
  const { broken } = line;
  const { step, status, problem, notice, question } = visit.flow.state;
  const passedOver = isPassedOver(visit, how, before);
  const stored = line.broken.name === 'POST /user-assets/avatar';
  if (!passedOver) {
    expect(status, 'no command is running').to.equal('idle');
    const said = shown ?? problem ?? notice ?? (step.name === 'error' ? step : undefined);
    if (how.code === 'lost' && !stored) expect(step.name).to.equal('unknown-session');
    else if (!stored || how.code !== 'lost') {
      expect(said, 'the shown problem').to.deep.include({ code: how.code, ...(how.reference && { reference: how.reference }) });
      expect(question).to.equal(undefined);
      // A step that runs automatically shows the failure on the error screen, with a retry button.
      const isAlone = step.name === 'error' || [before, visit.seen.at(-1)].some((name = '') => automatic.includes(name));
      if (isAlone) expect(step).to.have.property('retry');
      else expect(step.name, 'the step that was there').to.equal(before);
    }
    if (how.wait && !stored) {
      expect(said).to.have.nested.property('wait.until', visit.now + how.wait);
      const asked = line.calls.length;
      await visit.turn();
      expect(line.calls, 'pressed too early').to.have.length(asked);
      expect(visit.flow.state.notice ?? visit.flow.state.step).to.deep.include({ code: how.code });
    }
  }
  line.fault = line.broken = undefined;
  visit.now += how.wait ?? 0;
  const asked = line.calls.length;
  await visit.finish();
  if (passedOver || how.isServed || how.code === 'lost') return;
  expect(visit.restarts, 'restarts').to.equal(0);
  expect(visit.seen, 'the steps of the journey').to.deep.equal(clean.seen);
  const again = line.calls.slice(asked);
  expect(
    again.find(({ name }) => name === broken.name),
    'asked again with the same',
  ).to.deep.equal(broken);
  // Everything before the last call has been accepted. A reset may be done again.
  if (broken.name === 'POST /submit' && !journey.ends) expect(again[0]?.name).to.equal('POST /submit');
}

// Thousands of calls fail here, and collecting the stacks of their errors takes a quarter of the time.
Object.assign(Error, { stackTraceLimit: 0 });

const clean = new Map<Journey, Visit>();
for (const journey of Object.values(journeys)) clean.set(journey, await cleanVisit(journey));
const faults = Object.entries(lineFaults);
const cellsOf = (visit: Visit) => visit.line.calls.length * faults.length;
const cells = [...clean.values()].reduce((sum, visit) => sum + cellsOf(visit), atTheBeginning.length * faults.length);

describe(`The fault matrix of ${String(cells)} cells`, function () {
  this.timeout(60_000);
  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => unhandled.push(event.reason);
  let looked = 0;
  before(() => addEventListener('unhandledrejection', note));
  after(() => removeEventListener('unhandledrejection', note));

  it('has a journey for every endpoint and every command', async () => {
    const used = new Set<unknown>(atTheBeginning);
    const run = new Set<string>(withoutCalls);
    for (const [name, command] of Object.entries(commands)) {
      const original = command.run as (...input: unknown[]) => unknown;
      Object.assign(command, { run: (...input: unknown[]) => (run.add(name), original.apply(command, input)) });
    }
    for (const journey of Object.values(journeys)) {
      for (const endpoint of (await cleanVisit(journey)).line.endpoints.values()) used.add(endpoint);
    }
    // The commands that continue after a connection failure.
    for (const name of ['resumeVerification', 'submitInteraction']) run.add(name);
    const unused = Object.entries(client).filter(([, value]) => isEndpoint(value) && !used.has(value));
    expect(unused.map(([name]) => name)).to.deep.equal([]);
    expect(Object.keys(commands).filter((name) => !run.has(name))).to.deep.equal([]);
  });

  it('has a journey that leads from another step to every step, unless it is opened by its address or says what failed', () => {
    const reached = [...clean.values()].flatMap(({ seen }) => seen.slice(1));
    expect(
      Object.keys(steps).filter((name) => !reached.includes(name as StepName) && !openedOrFailed.includes(name)),
    ).to.deep.equal([]);
  });

  for (const [name, journey] of Object.entries(journeys)) {
    const visit = clean.get(journey) as Visit;
    it(`holds for ${name}: ${String(cellsOf(visit))} cells`, async () => {
      const failures: string[] = [];
      for (const [at, call] of visit.line.calls.entries()) {
        for (const [fault, how] of faults) {
          looked += 1;
          await cell(journey, at, how, visit).catch((error: unknown) => {
            failures.push(`${String(at)} ${call.name} ${fault}: ${error instanceof Error ? error.message : String(error)}`);
          });
        }
      }
      expect(failures.join('\n')).to.equal('');
    });
  }

  it('holds for settings and phrases', async () => {
    const [asked, words] = [{ method: { identifier: 'email' } }, { translation: { action: { continue: 'Continue' } } }];
    for (const [fault, how] of faults) {
      for (const broken of ['sign-in-exp', 'phrases']) {
        looked += 1;
        let isBroken = true;
        const timeouts = new Set<() => void>();
        let isStalled = false;
        // The other call ends first.
        const expireLast = () => {
          if (isBroken && isStalled && timeouts.size === 1) queueMicrotask(() => timeouts.forEach((expire) => expire()));
        };
        const stall = () => {
          isStalled = true;
          expireLast();
          return new Promise<never>(() => undefined);
        };
        const serve = (url: string) =>
          url.includes('phrases')
            ? new Response(JSON.stringify(words), { headers: { 'Content-Language': 'en' } })
            : new Response(JSON.stringify({ ...asked, signIn: { methods: [] } }));
        const loading = () =>
          client.loadBootstrap({
            ssr: undefined,
            languages: ['en'],
            client: createClient({
              fetch: async (url) =>
                isBroken && url.includes(broken) ? how.respond({ stall, serve: () => serve(url) }) : serve(url),
              schedule(run, after) {
                if (after < 10_000) queueMicrotask(run);
                else timeouts.add(run);
                return () => {
                  timeouts.delete(run);
                  expireLast();
                };
              },
            }),
          });
        const first = await loading().catch((error: unknown) => error);
        const where = `${broken} ${fault}`;
        if (broken === 'phrases') expect((first as client.Bootstrap).settings, where).to.be.an('object');
        else expect(first, where).to.be.instanceOf(client.ExperienceError);
        isBroken = false;
        expect((await loading()).phrases?.language, where).to.equal('en');
      }
    }
  });

  it('has more than 400 cells and no unhandled rejection', () => {
    expect(looked).to.equal(cells);
    expect(cells).to.be.greaterThan(400);
    expect(unhandled).to.deep.equal([]);
  });
});
