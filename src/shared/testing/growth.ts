/** What is called linear here, with room for collected garbage and for machines that do something else at the same time. */
export const enough = 2.8;

/**
 * By which factor the time grows with every doubling of a text: 2 where it is linear, 4 where it is quadratic. From five doublings,
 * so that a few milliseconds lost to other processes make no difference, and from the fastest runs.
 * @param length of the longest text, in UTF-16 code units
 */
export function growth(read: (text: string) => unknown, piece: string, length: number): number {
  const [short, long] = [textOf(piece, Math.floor(length / 32)), textOf(piece, length)];
  // Clocks are coarse, so texts are read as often as it takes to see.
  let times = 1;
  while (timeOf(read, short, times) < 1 && times < 1024) times *= 2;
  let [fastestShort, fastestLong, factor] = [Infinity, Infinity, Infinity];
  for (let round = 0; factor > enough && round < (factor > 3.5 ? 3 : 10); round += 1) {
    fastestShort = Math.min(fastestShort, timeOf(read, short, times) / times);
    fastestLong = Math.min(fastestLong, timeOf(read, long, Math.ceil(times / 32)) / Math.ceil(times / 32));
    factor = (fastestLong / Math.max(fastestShort, 0.5 / times)) ** (1 / 5);
  }
  return factor;
}

const textOf = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

function timeOf(read: (text: string) => unknown, text: string, times: number): number {
  const start = performance.now();
  for (let run = 0; run < times; run += 1) read(text);
  return performance.now() - start;
}
