import { expect } from '@open-wc/testing';
import { ChunkLoadError, lazy } from './lazy.ts';

const module = { name: 'module' };
type Attempt = 'arrives' | 'fails' | 'never arrives';
type Result = 'module' | 'ChunkLoadError';

/** A loader whose attempts end as listed; the last one repeats. */
function loader(attempts: readonly Attempt[]) {
  let count = 0;
  const load = () => {
    const attempt = attempts[Math.min(count++, attempts.length - 1)];
    if (attempt === 'arrives') return Promise.resolve(module);
    return attempt === 'fails' ? Promise.reject(new TypeError('Failed to fetch')) : new Promise<typeof module>(() => undefined);
  };
  return { load, count: () => count };
}

const resultOf = (call: Promise<typeof module>): Promise<Result> =>
  call.then(
    () => 'module',
    (error: unknown) => {
      expect(error).to.be.instanceOf(ChunkLoadError);
      return (error as ChunkLoadError).name;
    },
  );

describe('lazy', () => {
  const cases: readonly (readonly [attempts: readonly Attempt[], results: readonly Result[], requests: number])[] = [
    [['arrives'], ['module', 'module', 'module'], 1],
    [['fails', 'arrives'], ['ChunkLoadError', 'module', 'module'], 2],
    [['fails'], ['ChunkLoadError', 'ChunkLoadError', 'ChunkLoadError'], 3],
    [['never arrives', 'arrives'], ['ChunkLoadError', 'module', 'module'], 2],
    [['never arrives'], ['ChunkLoadError', 'ChunkLoadError'], 2],
    [['never arrives', 'fails', 'arrives'], ['ChunkLoadError', 'ChunkLoadError', 'module'], 3],
  ];
  for (const [attempts, results, requests] of cases) {
    it(`${attempts.join(', then ')}: ${results.join(', ')} with ${String(requests)} requests`, async () => {
      const { load, count } = loader(attempts);
      const get = lazy(load, 1);
      for (const result of results) expect(await resultOf(get())).to.equal(result);
      expect(count()).to.equal(requests);
      expect(get.loaded).to.equal(results.at(-1) === 'module' ? module : undefined);
    });

    it(`${attempts.join(', then ')}: without an error where the module is optional`, async () => {
      const get = lazy(loader(attempts).load, 1);
      for (const result of results) expect(await get.optional()).to.equal(result === 'module' ? module : undefined);
    });
  }

  it('keeps the cause of a failure', async () => {
    const cause = new TypeError('Failed to fetch');
    const error: unknown = await lazy(() => Promise.reject(cause))().catch((reason: unknown) => reason);
    expect(error).to.include({ cause });
  });

  it('shares one request between calls at the same time, also a failed one', async () => {
    for (const attempt of ['arrives', 'fails'] as const) {
      const { load, count } = loader([attempt]);
      const get = lazy(load);
      await Promise.all([resultOf(get()), resultOf(get()), get.optional()]);
      expect(count(), attempt).to.equal(1);
    }
  });

  it('has a module that arrives after the timeout', async () => {
    let arrive = (_: typeof module): void => undefined;
    let requests = 0;
    const get = lazy(() => {
      requests += 1;
      return new Promise<typeof module>((resolve) => (arrive = resolve));
    }, 1);
    expect(await resultOf(get())).to.equal('ChunkLoadError');
    arrive(module);
    await Promise.resolve();
    await Promise.resolve();
    expect(get.loaded).to.equal(module);
    expect(await get()).to.equal(module);
    expect(requests).to.equal(1);
  });

  it('starts no third request when the first one fails after its timeout', async () => {
    const rejections: ((cause: unknown) => void)[] = [];
    const get = lazy(() => new Promise<typeof module>((_, reject) => rejections.push(reject)), 50);
    expect(await resultOf(get())).to.equal('ChunkLoadError');
    const second = resultOf(get());
    rejections[0]?.(new TypeError('Failed to fetch'));
    await Promise.resolve();
    const third = resultOf(get());
    expect(rejections).to.have.length(2);
    expect(await Promise.all([second, third])).to.deep.equal(['ChunkLoadError', 'ChunkLoadError']);
  });
});
