import * as z from 'zod/mini';
import { expect } from '@open-wc/testing';
import {
  ApiError,
  ContractError,
  createClient,
  type ClientOptions,
  type Endpoint,
  NetworkError,
  json as jsonAnswer,
  noContent,
  TimeoutError,
} from './index.ts';
import { failureOf, fakeFetch, fakeTimers, json, silence } from './testing/answers.test-helper.ts';

const answer = jsonAnswer(z.object({ id: z.string() }));
const read: Endpoint<object, { id: string }> = { method: 'GET', path: '/api/thing', answer };
const put: Endpoint<object, void> = { method: 'PUT', path: '/api/thing', body: (request) => request, answer: noContent };
const post: Endpoint<object, void> = { ...put, method: 'POST' };
const anonymous: Endpoint<object, { id: string }> = { ...read, anonymous: true };

describe('a call of the server', () => {
  describe('sends', () => {
    it('the language, the app and a JSON body with cookies of the same origin', async () => {
      const { fetch, requests } = fakeFetch(new Response(null, { status: 204 }));
      const client = createClient({ fetch, language: () => 'zh-CN', appId: () => 'app' });
      await client.call(put, { event: 'SignIn' });
      const [request] = requests;
      expect(request?.method).to.equal('PUT');
      expect(new URL(request?.url ?? '').pathname).to.equal('/api/thing');
      expect(request?.credentials).to.equal('same-origin');
      expect(Object.fromEntries(request?.headers ?? [])).to.deep.equal({
        'accept-language': 'zh-CN',
        'content-type': 'application/json',
        'logto-app-id': 'app',
      });
      expect(await request?.json()).to.deep.equal({ event: 'SignIn' });
    });

    it('no content type without a body, and no app where the call belongs to no interaction', async () => {
      const { fetch, requests } = fakeFetch(json({ id: '1' }));
      await createClient({ fetch, appId: () => 'app' }).call(anonymous, {});
      expect([...(requests[0]?.headers ?? [])]).to.deep.equal([]);
      expect(requests[0]?.body ?? null).to.equal(null);
    });

    it("the language of the call rather than the client's", async () => {
      const { fetch, requests } = fakeFetch(json({ id: '1' }));
      await createClient({ fetch, language: () => 'en' }).call(read, {}, { language: 'fr, de' });
      expect(requests[0]?.headers.get('Accept-Language')).to.equal('fr, de');
    });

    it('no header for an app id that a header cannot hold, so the call is not mistaken for offline', async () => {
      const { fetch, requests } = fakeFetch(json({ id: '1' }), json({ id: '1' }));
      for (const appId of ['应用', 'a\nb']) await createClient({ fetch, appId: () => appId }).call(read, {});
      expect(requests.map(({ headers }) => headers.has('Logto-App-Id'))).to.deep.equal([false, false]);
    });

    it('to the base URL, with the query parameters that have a value', async () => {
      const { fetch, requests } = fakeFetch(json({ id: '1' }));
      const search: typeof read = { ...read, query: () => ({ email: 'a+b@c.test', none: undefined, lng: 'zh en' }) };
      await createClient({ fetch, baseUrl: 'https://id.test' }).call(search, {});
      expect(requests[0]?.url).to.equal('https://id.test/api/thing?email=a%2Bb%40c.test&lng=zh+en');
    });
  });

  describe('takes as success', () => {
    for (const [what, response] of [
      ['204', () => new Response(null, { status: 204 })],
      ['an empty 200', () => new Response('')],
      ['201 with the plain reason phrase', () => new Response('Created', { status: 201 })],
    ] as const) {
      it(`${what} where nothing is expected`, async () => {
        const { fetch } = fakeFetch(response());
        expect(await createClient({ fetch }).call(post, {})).to.equal(undefined);
      });
    }

    it('a body with more than was asked for, without the rest', async () => {
      const { fetch } = fakeFetch(json({ id: '1', added: 'later' }));
      expect(await createClient({ fetch }).call(read, {})).to.deep.equal({ id: '1' });
    });

    for (const [what, body, issue] of [
      ['HTML', '<html>secret', 'not JSON'],
      ['half a body', '{"id":', 'not JSON'],
      ['nothing', '', 'not JSON'],
      ['a list', '[]', 'object expected'],
      ['a wrong type', '{"id":5}', 'id: string expected'],
    ] as const) {
      it(`not ${what} where an object is expected`, async () => {
        const { fetch } = fakeFetch(new Response(body));
        const error = await failureOf(createClient({ fetch }).call(read, {}));
        expect(error).to.be.instanceOf(ContractError);
        const { name, where, issues, message, cause } = error as ContractError;
        expect({ name, where, issues }).to.deep.equal({ name: 'ContractError', where: 'GET /api/thing', issues: [issue] });
        expect(message).not.to.contain('secret');
        expect(cause).to.be.instanceOf(Error);
      });
    }
  });

  describe('that the server refuses', () => {
    it("rejects with the server's code, sentence, data and request id", async () => {
      const body = { code: 'user.missing_profile', message: 'More, please.', data: { missingProfile: ['email'] } };
      const { fetch } = fakeFetch(json(body, { status: 422, headers: { 'Logto-Core-Request-Id': 'r1' } }));
      const error = (await failureOf(createClient({ fetch }).call(post, {}))) as ApiError;
      expect(error).to.be.instanceOf(ApiError);
      const { name, status, code, message, data, requestId } = error;
      expect({ name, status, requestId, code, message, data }).to.deep.equal({
        name: 'ApiError',
        status: 422,
        requestId: 'r1',
        ...body,
      });
      expect(error).not.to.have.property('retryAfter');
    });

    for (const [what, body, message] of [
      ['a message without a code', '{"message":"Internal error"}', 'Internal error'],
      ["a proxy's HTML page", '<html>', ''],
      ['an empty body', '', ''],
      ['a body that is null', 'null', ''],
      ['a body of wrong types', '{"code":5,"message":{}}', ''],
    ] as const) {
      it(`by ${what} rejects with the code 'unknown'`, async () => {
        const { fetch } = fakeFetch(new Response(body, { status: 502 }));
        const error = (await failureOf(createClient({ fetch }).call(post, {}))) as ApiError;
        expect({ status: error.status, code: error.code, message: error.message, data: error.data }).to.deep.equal({
          status: 502,
          code: 'unknown',
          message,
          data: undefined,
        });
      });
    }

    for (const [what, headers, retryAfter] of [
      ['seconds', { 'Retry-After': '120' }, 120_000],
      [
        "a date, by the server's clock",
        { 'Retry-After': 'Wed, 21 Oct 2015 07:28:30 GMT', Date: 'Wed, 21 Oct 2015 07:28:00 GMT' },
        30_000,
      ],
      ['a date gone by', { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
      ['nonsense', { 'Retry-After': 'soon' }, undefined],
    ] as const) {
      it(`tells when to come again: ${what}`, async () => {
        const { fetch } = fakeFetch(json({ code: 'slow.down' }, { status: 429, headers }));
        const error = (await failureOf(createClient({ fetch }).call(post, {}))) as ApiError;
        expect(error.retryAfter).to.equal(retryAfter);
      });
    }
  });

  describe('is tried again', () => {
    for (const endpoint of [read, put]) {
      for (const status of [408, 413, 429, 500, 502, 503, 504]) {
        it(`after ${status} on ${endpoint.method}, and then succeeds`, async () => {
          const timers = fakeTimers();
          const { fetch, requests } = fakeFetch(json({}, { status }), json({ id: '1' }));
          const call = createClient({ fetch, schedule: timers.schedule }).call(endpoint, {});
          await timers.expire(300);
          await call;
          expect(requests).to.have.length(2);
          expect(timers.pending()).to.deep.equal([]);
        });
      }
    }

    it('twice after lost connections, and then no more', async () => {
      const timers = fakeTimers();
      const lost = [1, 2, 3].map((turn) => new TypeError(`lost ${turn}`));
      const { fetch, requests } = fakeFetch(...lost);
      const failure = failureOf(createClient({ fetch, schedule: timers.schedule }).call(put, { typed: 'once' }));
      await timers.expire(300);
      await timers.expire(1_000);
      const error = (await failure) as NetworkError;
      expect(error).to.be.instanceOf(NetworkError);
      expect(error.cause).to.equal(lost[2]);
      expect(await Promise.all(requests.map((request) => request.json()))).to.deep.equal(Array(3).fill({ typed: 'once' }));
    });

    it('after the wait that the server asks for', async () => {
      const timers = fakeTimers();
      const { fetch } = fakeFetch(json({}, { status: 503, headers: { 'Retry-After': '2' } }), json({ id: '1' }));
      const call = createClient({ fetch, schedule: timers.schedule }).call(read, {});
      await timers.expire(2_000);
      expect(await call).to.deep.equal({ id: '1' });
    });

    it('never when the server asks for a longer wait than a person watches', async () => {
      const { fetch, requests } = fakeFetch(json({}, { status: 503, headers: { 'Retry-After': '4' } }));
      const error = (await failureOf(createClient({ fetch }).call(read, {}))) as ApiError;
      expect(error.retryAfter).to.equal(4_000);
      expect(requests).to.have.length(1);
    });

    it('never with POST', async () => {
      for (const answer of [json({}, { status: 503 }), new TypeError('lost')]) {
        const { fetch, requests } = fakeFetch(answer);
        await failureOf(createClient({ fetch }).call(post, {}));
        expect(requests).to.have.length(1);
      }
    });

    it('never when the server has decided or its body is wrong', async () => {
      for (const answer of [json({}, { status: 400 }), json({}, { status: 501 }), json({ id: 5 })]) {
        const { fetch, requests } = fakeFetch(answer);
        await failureOf(createClient({ fetch }).call(read, {}));
        expect(requests).to.have.length(1);
      }
    });
  });

  describe('ends', () => {
    it('with a TimeoutError after 10 seconds, and lets the connection go', async () => {
      const timers = fakeTimers();
      const { fetch, requests } = fakeFetch(silence());
      const failure = failureOf(createClient({ fetch, schedule: timers.schedule }).call(read, {}));
      await timers.expire(10_000);
      expect(await failure).to.be.instanceOf(TimeoutError);
      expect(requests[0]?.signal.aborted).to.equal(true);
    });

    it('with a TimeoutError when the body stalls', async () => {
      const timers = fakeTimers();
      const { fetch } = fakeFetch(new Response(new ReadableStream()));
      const failure = failureOf(createClient({ fetch, schedule: timers.schedule, timeout: 50 }).call(read, {}));
      await timers.expire(50);
      expect(await failure).to.be.instanceOf(TimeoutError);
    });

    it('in time even between two attempts, without another one', async () => {
      const timers = fakeTimers();
      const { fetch, requests } = fakeFetch(json({}, { status: 503 }));
      const failure = failureOf(createClient({ fetch, schedule: timers.schedule }).call(read, {}));
      await timers.wait(300);
      await timers.expire(10_000);
      expect(await failure).to.be.instanceOf(TimeoutError);
      await timers.expire(300);
      expect(requests).to.have.length(1);
    });

    it("with the caller's own reason, untouched", async () => {
      const timers = fakeTimers();
      const controller = new AbortController();
      const { fetch, requests } = fakeFetch(silence());
      const client = createClient({ fetch, schedule: timers.schedule });
      const failure = failureOf(client.call(read, {}, { signal: controller.signal }));
      controller.abort();
      const error = (await failure) as DOMException;
      expect(error).to.equal(controller.signal.reason);
      expect(error).to.be.instanceOf(DOMException);
      expect(error.name).to.equal('AbortError');
      expect(requests[0]?.signal.aborted).to.equal(true);
      expect(timers.pending()).to.deep.equal([]);
    });

    it('without a further attempt or a timer left behind, when the connection breaks because of that', async () => {
      const timers = fakeTimers();
      const controller = new AbortController();
      let calls = 0;
      const fetch: ClientOptions['fetch'] = (_, { signal }) => {
        calls += 1;
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
      };
      const client = createClient({ fetch, schedule: timers.schedule });
      const failure = failureOf(client.call(read, {}, { signal: controller.signal }));
      controller.abort();
      expect(await failure).to.equal(controller.signal.reason);
      await Promise.resolve();
      expect({ calls, timers: timers.pending() }).to.deep.equal({ calls: 1, timers: [] });
    });

    it('with an AbortError in browsers whose signals keep no reason', async () => {
      const listeners: (() => void)[] = [];
      const signal = {
        aborted: false,
        reason: undefined,
        addEventListener: (_: 'abort', listener: () => void) => listeners.push(listener),
        removeEventListener: () => undefined,
      } as unknown as AbortSignal;
      const { fetch } = fakeFetch(silence());
      const failure = failureOf(createClient({ fetch }).call(read, {}, { signal }));
      for (const listener of listeners) listener();
      expect(((await failure) as DOMException).name).to.equal('AbortError');
    });

    it('before anything is sent, when the caller has given up already', async () => {
      const { fetch, requests } = fakeFetch();
      const signal = AbortSignal.abort();
      expect(await failureOf(createClient({ fetch }).call(read, {}, { signal }))).to.equal(signal.reason);
      expect(requests).to.have.length(0);
    });
  });

  describe('uses a response that the page has asked for already', () => {
    it('once, by its URL', async () => {
      const { fetch, requests } = fakeFetch(json({ id: 'fetched' }));
      const started = new Map([['/api/thing?q=1', Promise.resolve(json({ id: 'started' }))]]);
      const preloaded = (url: string) => {
        const response = started.get(url);
        started.delete(url);
        return response;
      };
      const client = createClient({ fetch, preloaded });
      const search: typeof read = { ...read, query: () => ({ q: '1' }) };
      expect(await client.call(search, {})).to.deep.equal({ id: 'started' });
      expect(await client.call(search, {})).to.deep.equal({ id: 'fetched' });
      expect(requests).to.have.length(1);
    });

    it('and asks again itself when that failed', async () => {
      const timers = fakeTimers();
      const { fetch, requests } = fakeFetch(json({ id: 'fetched' }));
      const preloaded = () => Promise.reject<Response>(new TypeError('lost'));
      const call = createClient({ fetch, preloaded, schedule: timers.schedule }).call(read, {});
      await timers.expire(300);
      expect(await call).to.deep.equal({ id: 'fetched' });
      expect(requests).to.have.length(1);
    });

    it('but never in place of a PUT or POST', async () => {
      const { fetch, requests } = fakeFetch(new Response(null, { status: 204 }), new Response(null, { status: 204 }));
      const client = createClient({ fetch, preloaded: () => Promise.resolve(json({})) });
      await client.call(put, {});
      await client.call(post, {});
      expect(requests).to.have.length(2);
    });
  });
});
