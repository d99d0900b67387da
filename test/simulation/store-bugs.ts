import type { MemberMonth } from '../../src/credits/documents.ts';
import type { Documents, Store } from '../../src/storage/store.ts';

type Named = Record<string, unknown>;

/** A store that never keeps some documents, and says that there are none. */
export function forgetting(real: Store, isForgotten: (key: string) => boolean): Store {
  return {
    ...real,
    update: (documents, change) =>
      real.update(documents, (values) => {
        const { answer, write } = change(values);
        const kept = Object.entries(write ?? {}).filter(([name]) => {
          return !isForgotten((documents as Documents)[name]?.key ?? '');
        });
        return { answer, write: Object.fromEntries(kept) as NonNullable<typeof write> };
      }),
  };
}

/** A store that shows no open holds of a member to whoever makes a new one. */
export function hidingHolds(real: Store): Store {
  return {
    ...real,
    update: (documents, change) =>
      real.update(documents, (values) => {
        const { member, hold } = values as Named & { readonly member?: MemberMonth };
        if (member === undefined || !('hold' in documents) || hold !== undefined) {
          return change(values);
        }
        const { answer, write } = change({ ...values, member: withoutHolds(member) });
        const { member: written } = (write ?? {}) as { readonly member?: MemberMonth };
        if (write === undefined || written === undefined) return { answer };
        return { answer, write: { ...write, member: addHolds(written, member) } };
      }),
  };
}

const withoutHolds = (month: MemberMonth): MemberMonth => ({
  ...month,
  held: 0,
  days: Object.fromEntries(
    Object.entries(month.days).map(([day, tally]) => [day, { ...tally, held: 0 }]),
  ),
});

/** A member's month with the holds that another one has. */
function addHolds(month: MemberMonth, hidden: MemberMonth): MemberMonth {
  const days = { ...month.days };
  for (const [day, { used, held }] of Object.entries(hidden.days)) {
    const tally = days[day] ?? { used, held: 0 };
    days[day] = { ...tally, held: tally.held + held };
  }
  return { ...month, held: month.held + hidden.held, days };
}
