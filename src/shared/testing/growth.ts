/** Makes an input of a size, and returns what reads it. */
export type Reader = (size: number) => () => unknown;

export const reader =
  <Input>(make: (size: number) => Input, read: (input: Input) => unknown): Reader =>
  (size) => {
    const input = make(size);
    return () => read(input);
  };

/** Reads a text that is one piece again and again; its size is in UTF-16 code units. */
export const readerOf = (read: (text: string) => unknown, piece: string): Reader =>
  reader((size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size), read);

/** What is called linear, with room for collected garbage and for machines that do something else at the same time. */
export const enough = 2.8;

/**
 * By which factor the time grows with every doubling of an input: 2 where it is linear, 4 where it is quadratic. From five doublings,
 * so that a few milliseconds lost to other processes make no difference, and from the fastest runs.
 * @param size of the largest input
 */
export function growth(read: Reader, size: number): number {
  // Another process may disturb a whole measurement; what is not linear is too slow in each.
  let factor = Infinity;
  for (let attempt = 0; factor > enough && attempt < 3; attempt += 1) factor = Math.min(factor, measure(read, size));
  return factor;
}

/** One measurement. Other processes make it too high or too low. */
export function measure(read: Reader, size: number): number {
  const [small, large] = [read(Math.floor(size / 32)), read(size)];
  // Clocks are coarse, so inputs are read as often as it takes to see.
  let times = 1;
  // The fastest of three: the first runs are slow, because they compile.
  const fastest = () => Math.min(timeOf(small, times), timeOf(small, times), timeOf(small, times));
  while (fastest() < 1 && times < 1024) times *= 2;
  const timesLarge = Math.ceil(times / 32);
  let [fastestSmall, fastestLarge, factor] = [Infinity, Infinity, Infinity];
  for (let round = 0; factor > enough && round < (factor > 3.5 ? 3 : 10); round += 1) {
    fastestSmall = Math.min(fastestSmall, timeOf(small, times) / times);
    fastestLarge = Math.min(fastestLarge, timeOf(large, timesLarge) / timesLarge);
    factor = (fastestLarge / Math.max(fastestSmall, 0.5 / times)) ** (1 / 5);
  }
  return factor;
}

function timeOf(run: () => unknown, times: number): number {
  const start = performance.now();
  for (let count = 0; count < times; count += 1) run();
  return performance.now() - start;
}

/** What the measure must not call linear. Not a pattern: engines differ in which of them they make linear. */
export function quadratic(text: string): number {
  let sum = 0;
  for (const letter of text)
    for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index) ^ letter.charCodeAt(0);
  return sum;
}
