/** Milliseconds of the fastest of some runs, which is the one that the least else happened in. */
function fastest(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/**
 * By which factor the time grows from a text of 2,000 characters to one of 32,000: up to 16 where it is linear, 256 where it is
 * quadratic. Less than a quarter of a millisecond counts as that, since clocks are too coarse for it.
 */
export function growth(read: (text: string) => unknown, piece: string): number {
  const textOf = (length: number) => piece.repeat(Math.ceil(length / piece.length));
  const [short, long] = [textOf(2_000), textOf(32_000)];
  return (
    fastest(() => read(long)) /
    Math.max(
      fastest(() => read(short)),
      0.25,
    )
  );
}
