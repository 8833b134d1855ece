import * as z from 'zod/mini';
import { expect } from '@open-wc/testing';
import {
  type ApiError,
  type ContractError,
  createClient,
  type Endpoint,
  getPhrases,
  getSettings,
  json as jsonAnswer,
  noContent,
  submit,
  submitPasswordReset,
} from './index.ts';
import { failureOf, fakeFetch, fakeTimers, json } from './testing/answers.test-helper.ts';

const thing: Endpoint<object, { id: string }> = {
  method: 'POST',
  path: '/api/thing',
  answer: jsonAnswer(z.object({ id: z.string() })),
};
const act: Endpoint<object, void> = { ...thing, answer: noContent };
const kilobytes = (count: number) => 'x'.repeat(count * 1024);

/** A body that never ends, and whether it was let go. */
function endless(chunk = kilobytes(64)) {
  const bytes = new TextEncoder().encode(chunk);
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      seen.pulled += bytes.length;
      controller.enqueue(bytes);
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { body, seen };
}

async function packed(text: string): Promise<Response> {
  const zipped = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
  // What a browser does with `Content-Encoding: gzip`, which a made-up response cannot have.
  return new Response(zipped.stream().pipeThrough(new DecompressionStream('gzip')), {
    headers: { 'Content-Length': String(zipped.size) },
  });
}

const call = async <Answer>(endpoint: Endpoint<never, Answer>, response: Response): Promise<unknown> => {
  const { fetch } = fakeFetch(response);
  return createClient({ fetch, schedule: fakeTimers().schedule }).call(endpoint, {} as never);
};
const issuesOf = async (endpoint: Endpoint<never, unknown>, response: Response) => {
  const { name, issues, requestId } = (await failureOf(call(endpoint, response))) as ContractError;
  return { name, issues, requestId };
};
const contract = (issue: string, requestId?: string) => ({ name: 'ContractError', issues: [issue], requestId });

describe('an answer', () => {
  describe('is read no further than its endpoint says', () => {
    for (const [what, endpoint, size] of [
      ['of any call', thing, 256],
      ['of a call that answers nothing', act, 256],
      ['with settings', getSettings, 2048],
      ['with phrases', getPhrases, 2048],
    ] as const) {
      it(`${what}: ${size} kB`, async () => {
        const { body, seen } = endless();
        expect(await issuesOf(endpoint, new Response(body))).to.deep.equal(contract('too long'));
        expect(seen.pulled).to.be.within(size * 1024, (size + 256) * 1024);
        expect(seen.cancelled).to.equal(true);
      });
    }

    it('when it says that it is longer, without reading it', async () => {
      const { body, seen } = endless();
      const response = new Response(body, { headers: { 'Content-Length': '30000000' } });
      expect(await issuesOf(thing, response)).to.deep.equal(contract('too long'));
      expect(seen.pulled).to.be.at.most(128 * 1024);
    });

    it('when it says that it is shorter than it is, or says nonsense', async () => {
      for (const length of ['10', '-1', 'many', '']) {
        const response = new Response(endless().body, { headers: { 'Content-Length': length } });
        expect(await issuesOf(thing, response)).to.deep.equal(contract('too long'));
      }
    });

    it('when it is a small file that unpacks to much', async () => {
      expect(await issuesOf(thing, await packed(kilobytes(4096)))).to.deep.equal(contract('too long'));
    });

    it('also when it is an error, which keeps its status', async () => {
      const response = new Response(endless().body, { status: 503, headers: { 'Logto-Core-Request-Id': 'r1' } });
      const { name, status, code, requestId } = (await failureOf(call(thing, response))) as ApiError;
      expect({ name, status, code, requestId }).to.deep.equal({
        name: 'ApiError',
        status: 503,
        code: 'unknown',
        requestId: 'r1',
      });
    });

    it('and is read whole up to there, wherever its pieces are cut', async () => {
      const id = 'é€😀'.repeat(20_000);
      const bytes = new TextEncoder().encode(JSON.stringify({ id }));
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += 1021) controller.enqueue(bytes.slice(at, at + 1021));
          controller.close();
        },
      });
      expect(await call(thing, new Response(body))).to.deep.equal({ id });
    });
  });

  const page = '<!doctype html><title>Log in to the network</title>';
  for (const [what, endpoint, response, expected] of [
    ['the page of a network that asks people to log in', thing, () => new Response(page), contract('not JSON')],
    [
      'such a page where nothing is expected',
      act,
      () => new Response(page, { headers: { 'Content-Type': 'text/html' } }),
      contract('no web page expected'),
    ],
    ['such a page after empty lines', act, () => new Response(`\uFEFF\r\n  ${page}`), contract('no web page expected')],
    [
      'nothing at all',
      thing,
      () => new Response(null, { status: 204, headers: { 'Logto-Core-Request-Id': 'r1' } }),
      contract('not JSON', 'r1'),
    ],
    ['a list', thing, () => json([{ id: '1' }]), contract('object expected')],
    ['null', thing, () => json(null), contract('object expected')],
    ['a number', thing, () => json(1), contract('object expected')],
    ['a text', thing, () => json('id'), contract('object expected')],
    ['half of one', thing, () => new Response('{"id":"1'), contract('not JSON')],
    ['two of them', thing, () => new Response('{"id":"1"}{"id":"2"}'), contract('not JSON')],
    [
      'a submission without an address',
      submit,
      () => json({}, { headers: { 'Logto-Core-Request-Id': 'r2' } }),
      contract('redirectTo: string expected', 'r2'),
    ],
    ['a submission with an empty address', submit, () => json({ redirectTo: '' }), contract('redirectTo: address expected')],
    [
      'a submission with an address of another type',
      submit,
      () => json({ redirectTo: ['https://a.test'] }),
      contract('redirectTo: string expected'),
    ],
    ['a submission without a body', submit, () => new Response(null, { status: 204 }), contract('not JSON')],
    ['a list of submissions', submit, () => json([{ redirectTo: 'https://a.test' }]), contract('object expected')],
    ['a page for a submission', submit, () => new Response(page), contract('no web page expected')],
    ['a page after a reset', submitPasswordReset, () => new Response(page), contract('no web page expected')],
  ] as const) {
    it(`is not ${what}`, async () => {
      const found = await issuesOf(endpoint, response());
      // Both say the same about a page.
      const wanted = endpoint === submit && what.startsWith('a page') ? contract('not JSON') : expected;
      expect(found).to.deep.equal(wanted);
    });
  }

  it('may begin with a byte order mark, and be of any content type', async () => {
    const response = new Response('\uFEFF{"id":"1"}', { headers: { 'Content-Type': 'text/html; charset=gbk' } });
    expect(await call(thing, response)).to.deep.equal({ id: '1' });
  });

  it('that is a redirect is not followed', async () => {
    const { fetch: redirected, requests } = fakeFetch(
      Object.defineProperties(new Response(), {
        type: { value: 'opaqueredirect' },
        status: { value: 0 },
        ok: { value: false },
      }),
    );
    const error = (await failureOf(createClient({ fetch: redirected }).call(thing, {}))) as ContractError;
    expect({ name: error.name, issues: error.issues }).to.deep.equal({ name: 'ContractError', issues: ['redirect'] });
    expect(requests[0]?.redirect).to.equal('manual');
  });
});

const now = 'Wed, 21 Oct 2015 07:28:00 GMT';
const day = 24 * 60 * 60 * 1000;

describe('the wait that a server asks for', () => {
  for (const [value, expected, date = now] of [
    ['120', 120_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['007', 7_000],
    ['1.5', 1_500],
    ['120, 60', 120_000],
    ['86400', day],
    ['86401', day],
    ['99999999999999999999', day],
    ['9'.repeat(400), day],
    ['Wed, 21 Oct 2015 07:28:30 GMT', 30_000],
    ['Wednesday, 21-Oct-15 07:29:00 GMT', 60_000],
    ['Wed Oct 21 07:30:00 2015 GMT', 120_000],
    ['2015-10-21T07:28:30Z', 30_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['Tue, 20 Oct 2015 07:28:00 GMT', 0],
    ['Wed, 21 Oct 9999 07:28:00 GMT', day],
    ['-5', undefined],
    ['+5', undefined],
    ['5s', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['soon', undefined],
    ['2030', 2_030_000],
    ['12/12/2030', undefined],
    ['Wed, 99 Foo 2015 07:28:30 GMT', undefined],
    ['', undefined],
  ] as const satisfies readonly (readonly [string, number | undefined, string?])[]) {
    it(`is ${String(expected)} ms for “${value.slice(0, 40)}”`, async () => {
      const response = json({}, { status: 429, headers: { 'Retry-After': value, Date: date } });
      expect(((await failureOf(call(thing, response))) as ApiError).retryAfter).to.equal(expected);
    });
  }

  it("counts from the person's clock where the server tells no time", async () => {
    const until = new Date(Date.now() + 60_000).toUTCString();
    for (const headers of [{ 'Retry-After': until }, { 'Retry-After': until, Date: 'noon' }]) {
      const error = (await failureOf(call(thing, json({}, { status: 503, headers })))) as ApiError;
      expect(error.retryAfter).to.be.within(50_000, 60_000);
    }
  });
});
