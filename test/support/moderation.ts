import { createBlocks } from '../../src/moderation/blocks.ts';
import { createCases, type NewCase } from '../../src/moderation/cases.ts';
import type { NewReport } from '../../src/moderation/reports.ts';
import type { Store } from '../../src/storage/store.ts';
import { temporaryStore } from './edge-store.ts';
import { CHANNEL, idAt, OTHER_USER, USER } from './snowflakes.ts';

/** Noon of the day on which everything happens, in milliseconds since 1970. */
export const NOON = Date.UTC(2026, 10, 22, 12);

/** An interaction so many milliseconds after noon. */
export const after = (ms = 0): string => idAt(NOON + ms);

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A report at noon, by one member about another. */
export const report = (fields: Partial<NewCase> = {}): NewCase => ({
  interactionId: after(),
  actor: OTHER_USER,
  target: USER,
  facts: { kind: 'report' },
  ...fields,
});

/** What one member says at noon of a picture of another's. */
export const newReport = (fields: Partial<NewReport> = {}): NewReport => ({
  interactionId: after(),
  messageId: '500000000000000009',
  userId: OTHER_USER,
  channel: CHANNEL,
  pictures: 1,
  record: null,
  reason: null,
  counts: true,
  author: USER,
  ...fields,
});

/** Cases and blocks on a store, whose host's clock stands at noon until it is moved. */
export async function moderation(stand: (real: Store) => Store = (real) => real) {
  const clock = { now: NOON };
  const real = await temporaryStore(() => clock.now);
  const store = stand(real);
  let rings = 0;
  const cases = createCases(store, () => {
    rings += 1;
  });
  const blocks = createBlocks(store, cases);
  return { clock, real, store, cases, blocks, rings: () => rings };
}
