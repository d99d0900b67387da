/** What is different since the last look. */
export interface Change<T> {
  /** New items, and those replaced since, in their order. */
  readonly changed: readonly T[];
  /** Ids of items that are gone. */
  readonly removed: readonly string[];
}

/** Tells what changed in a list whose items are replaced, never altered: each call looks once more. */
export function createFeed<T extends { readonly id: string }>(): (
  items: readonly T[],
) => Change<T> {
  let known = new Map<string, T>();
  return (items) => {
    const before = known;
    known = new Map(items.map((item) => [item.id, item]));
    return {
      changed: items.filter((item) => before.get(item.id) !== item),
      removed: [...before.keys()].filter((id) => !known.has(id)),
    };
  };
}
