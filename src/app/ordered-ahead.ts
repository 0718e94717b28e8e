// Work that waits (for the network), some of it begun ahead, given back in the order it was asked for.

/** At most `width` are under way or wait to be taken; where the taker stops early, what is under way is awaited and dropped. */
export async function* orderedAhead<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<{ readonly value: R } | { readonly error: unknown }>[] = [];
  const outcome = async (): Promise<R> => {
    const done = await underWay.shift()!;
    if ("error" in done) throw done.error;
    return done.value;
  };
  try {
    for await (const item of source) {
      // A failure is told when its turn comes, and is nobody's unhandled rejection until then.
      underWay.push(
        work(item).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        ),
      );
      if (underWay.length >= width) yield await outcome();
    }
    while (underWay.length > 0) yield await outcome();
  } finally {
    await Promise.all(underWay);
  }
}
