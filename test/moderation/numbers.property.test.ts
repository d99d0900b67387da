import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBlocks } from '../../src/moderation/blocks.ts';
import { type Cases, createCases } from '../../src/moderation/cases.ts';
import { type Store, StoreError } from '../../src/storage/store.ts';
import { after, moderation, report } from '../support/moderation.ts';
import { GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const GUILDS = [GUILD, '200000000000000002'];
const MEMBERS = [USER, OTHER_USER];

/** Something that somebody does: which, in which server, about whom, in which part of the bot. */
const deed = fc.record({
  what: fc.constantFrom('open' as const, 'open' as const, 'block' as const, 'unblock' as const),
  guild: fc.constantFrom(...GUILDS),
  member: fc.constantFrom(...MEMBERS),
  part: fc.nat(2),
});

type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Several who open cases and know nothing of one another, on one store. */
const partsOn = (store: Store) =>
  Array.from({ length: 3 }, () => {
    const cases = createCases(store, () => {});
    return { cases, blocks: createBlocks(store, cases) };
  });

/** Does it; answers the number of its case, or null where there is none. */
async function perform(
  { what, guild, member, part }: Deed,
  mark: string,
  parts: ReturnType<typeof partsOn>,
): Promise<number | null> {
  const { cases, blocks } = parts[part] ?? parts[0] ?? {};
  if (cases === undefined || blocks === undefined) return null;
  const word = { userId: member, by: USER, reason: mark, interactionId: after() };
  switch (what) {
    case 'open':
      return cases.open(guild, report({ target: member, reason: mark }));
    case 'block':
      return (await blocks.block(guild, { ...word, lastsMs: null })).block.case;
    case 'unblock': {
      const answer = await blocks.unblock(guild, word);
      return answer.kind === 'unblocked' ? answer.case : null;
    }
  }
}

/** The marks of a server's cases, by their numbers from 1 up to the first that is not there. */
async function marksIn(cases: Cases, guild: string): Promise<(string | null)[]> {
  const marks: (string | null)[] = [];
  for (let number = 1; ; number += 1) {
    const found = await cases.find(guild, number);
    if (found === undefined) return marks;
    marks.push(found.reason);
  }
}

/** Every case of a member, page by page. */
async function numbersOf(cases: Cases, guild: string, member: string): Promise<number[]> {
  const numbers: number[] = [];
  let next: number | null = null;
  do {
    const page = await cases.ofMember(guild, member, next);
    numbers.push(...page.cases.map(({ number }) => number));
    ({ next } = page);
  } while (next !== null);
  return numbers;
}

it('numbers have no gap and none is given twice, whoever opens cases at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 60 }), async (deeds) => {
      const { store, cases } = await moderation();
      const parts = partsOn(store);
      const given = await Promise.all(deeds.map((each, index) => perform(each, `${index}`, parts)));
      for (const guild of GUILDS) {
        const own = deeds.flatMap(({ guild: where, member }, index) => {
          const number = given[index] ?? null;
          return where === guild && number !== null ? [{ number, member, mark: `${index}` }] : [];
        });
        const inOrder = own.toSorted((a, b) => a.number - b.number);
        expect(await marksIn(cases, guild)).toEqual(inOrder.map(({ mark }) => mark));
        expect(inOrder.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1));
        for (const member of MEMBERS) {
          const theirs = inOrder.filter((each) => each.member === member);
          expect(await numbersOf(cases, guild, member)).toEqual(
            theirs.map(({ number }) => number).toReversed(),
          );
        }
        const untold = await store.keys(`untold:${guild}:`);
        expect(untold).toHaveLength(own.length);
      }
    }),
    { numRuns: 30 },
  );
});

/** A store whose writes fail as they are told to: before they are made, or after. */
const failing =
  (faults: readonly ('before' | 'after' | undefined)[]) =>
  (real: Store): Store => {
    let count = 0;
    return {
      ...real,
      async update(...call) {
        const fault = faults[count % faults.length];
        count += 1;
        if (fault === 'before') throw new StoreError('before');
        const answer = await real.update(...call);
        if (fault === 'after') throw new StoreError('after');
        return answer;
      },
    };
  };

it('numbers have no gap where the database fails, before it writes or after', async () => {
  const fault = fc.constantFrom('before' as const, 'after' as const, undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { minLength: 1, maxLength: 10 }),
      fc.array(deed, { maxLength: 30 }),
      async (faults, deeds) => {
        const { real, store } = await moderation(failing(faults));
        const parts = partsOn(store);
        const results = await Promise.allSettled(
          deeds.map((each, index) => perform(each, `${index}`, parts)),
        );
        const { cases } = partsOn(real)[0] ?? {};
        for (const guild of cases === undefined ? [] : GUILDS) {
          const marks = cases && (await marksIn(cases, guild));
          expect(new Set(marks).size).toBe(marks?.length);
          expect(await real.keys(`case:${guild}:`)).toHaveLength(marks?.length ?? -1);
          for (const [index, result] of results.entries()) {
            const number = result.status === 'fulfilled' ? result.value : null;
            if (deeds[index]?.guild !== guild || number === null) continue;
            expect(marks?.[number - 1]).toBe(`${index}`);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});
