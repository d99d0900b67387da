/**
 * Those of some pictures whose seeds are among these, in their order. A seed that several have counts
 * for as many of them as it stands there: a service may answer each picture with the same.
 */
export function arrivedOf<T extends { readonly seed: number }>(
  pictures: readonly T[],
  seeds: Iterable<number | undefined>,
): T[] {
  const left = [...seeds];
  return pictures.filter(({ seed }) => {
    const at = left.indexOf(seed);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
