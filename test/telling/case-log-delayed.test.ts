import { expect, it, onTestFinished } from 'vitest';
import { createCases } from '../../src/moderation/cases.ts';
import { type ReviewRow, reviewDocument } from '../../src/reviews/documents.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { createCaseLog } from '../../src/telling/case-log.ts';
import { after, MINUTE, report } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER } from '../support/snowflakes.ts';
import { tellingRoom } from '../support/telling.ts';

it('the log of cases says no more that something is delayed once it is over', async () => {
  const { room, store, said, waiting } = await tellingRoom();
  const settings = createSettings(store, { price: 6, budget: 100, cooldownMs: 0 });
  await settings.change(GUILD, (now) => ({
    answer: 0,
    settings: { ...now, logChannel: CHANNEL },
  }));
  const log = createCaseLog({ ...room, settings, buttonsFor: () => [] });
  onTestFinished(() => log.stop());
  const cases = createCases(store, () => log.ring());
  const beside = reviewDocument(after());
  const review = { v: 1, kind: 'over', guild: GUILD, case: 1 } as const;
  for (const number of [1, 2]) {
    await cases.open(GUILD, report());
    await cases.delay<ReviewRow>(GUILD, number, beside, () => ({ ...review, case: number }));
  }
  const closing = { interactionId: after(MINUTE), by: OTHER_USER, outcome: 'dismissed' } as const;
  await cases.close(GUILD, 1, closing);
  log.start();
  await waiting(1);
  expect(said.filter(({ content }) => /not shown yet/.test(content))).toMatchObject([
    { content: expect.stringContaining('**Case 2**') as string },
  ]);
  expect(await store.keys('untold:')).toEqual([]);
  expect(await store.read(beside)).toEqual({ ...review, case: 2 });
});
