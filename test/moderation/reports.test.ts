import { describe, expect, it } from 'vitest';
import { FORGOTTEN } from '../../src/moderation/case-documents.ts';
import { forgetModeration } from '../../src/moderation/forget.ts';
import { createDueReports } from '../../src/moderation/due-reports.ts';
import { createReports, type NewReport } from '../../src/moderation/reports.ts';
import type { Store } from '../../src/storage/store.ts';
import { after, MINUTE, moderation, newReport, NOON } from '../support/moderation.ts';
import { GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const MESSAGE = '500000000000000009';
const THIRD = '300000000000000033';

const reportBy = (userId: string, fields: Partial<NewReport> = {}) =>
  newReport({ messageId: MESSAGE, userId, ...fields });

async function scene() {
  const { cases, store } = await moderation();
  const due = createDueReports(store, () => {});
  return { cases, store, due, reports: createReports(store, cases, () => {}) };
}

describe('reports of one message', () => {
  it('are one case, also when they come at once', async () => {
    const { cases, reports } = await scene();
    const filed = await Promise.all(
      [OTHER_USER, THIRD].map((user) => reports.file(GUILD, reportBy(user))),
    );
    expect(filed.map((each) => each.kind)).toEqual(['filed', 'filed']);
    expect((await reports.of(GUILD, MESSAGE))?.by).toHaveLength(2);
    expect((await cases.newest(GUILD)).cases).toHaveLength(1);
  });

  it('count each member once', async () => {
    const { reports } = await scene();
    expect(await reports.file(GUILD, reportBy(OTHER_USER))).toMatchObject({ counted: 1 });
    expect(await reports.file(GUILD, reportBy(OTHER_USER))).toEqual({ kind: 'reported-before' });
    const more = await reports.file(GUILD, reportBy(THIRD, { counts: false }));
    expect(more).toMatchObject({ kind: 'filed', counted: 1 });
  });

  it('end when moderators have decided', async () => {
    const { cases, reports } = await scene();
    await reports.file(GUILD, reportBy(OTHER_USER));
    const closing = { interactionId: after(MINUTE), by: THIRD, outcome: 'dismissed' as const };
    await cases.close(GUILD, 1, closing);
    expect(await reports.file(GUILD, reportBy(THIRD))).toEqual({ kind: 'decided' });
  });

  it('are 25 at most', async () => {
    const { reports } = await scene();
    for (let index = 0; index < 25; index += 1) {
      await reports.file(GUILD, reportBy(`3000000000000001${String(index).padStart(2, '0')}`));
    }
    expect(await reports.file(GUILD, reportBy(THIRD))).toEqual({ kind: 'enough' });
  });

  it('that do not count give way to those that do', async () => {
    const { reports } = await scene();
    for (let index = 0; index < 25; index += 1) {
      const user = `3000000000000001${String(index).padStart(2, '0')}`;
      await reports.file(GUILD, reportBy(user, { counts: false }));
    }
    const idle = reportBy(OTHER_USER, { counts: false });
    expect(await reports.file(GUILD, idle)).toEqual({ kind: 'enough' });
    const counted = await reports.file(GUILD, reportBy(THIRD));
    expect(counted).toMatchObject({ kind: 'filed', counted: 1 });
    expect((await reports.of(GUILD, MESSAGE))?.by).toHaveLength(25);
  });
});

describe('what is due from reports', () => {
  it('is written with each report in one write', async () => {
    let writes = 0;
    const counting = (real: Store): Store =>
      Object.assign(Object.create(real) as Store, {
        update(...order: Parameters<Store['update']>) {
          writes += 1;
          return real.update(...order);
        },
      });
    const { store, cases } = await moderation(counting);
    const reports = createReports(store, cases, () => {});
    await reports.file(GUILD, reportBy(OTHER_USER));
    await reports.file(GUILD, reportBy(THIRD));
    expect(writes).toBe(2);
  });

  it('is left by each one that counts', async () => {
    const { reports, due } = await scene();
    await reports.file(GUILD, reportBy(OTHER_USER, { counts: false }));
    expect(await due.all()).toEqual([]);
    for (const userId of [THIRD, '300000000000000055']) {
      await reports.file(GUILD, reportBy(userId));
      expect(await due.all()).toEqual([{ guildId: GUILD, messageId: MESSAGE }]);
      await due.over(GUILD, MESSAGE);
    }
    await reports.file(GUILD, reportBy(THIRD));
    await reports.file(GUILD, reportBy('300000000000000066', { counts: false }));
    expect(await due.all()).toEqual([]);
  });

  it('is not let go of for a report that comes meanwhile', async () => {
    const { reports, due } = await scene();
    await reports.file(GUILD, reportBy(OTHER_USER));
    await Promise.all([
      due.still(GUILD, MESSAGE, 2),
      reports.file(GUILD, reportBy(THIRD)),
      due.still(GUILD, MESSAGE, 2),
    ]);
    expect(await due.still(GUILD, MESSAGE, 2)).toMatchObject({ due: { hiding: null } });
  });
});

describe('forgetting a member', () => {
  it('takes their name and words out of what they reported, which still counts', async () => {
    const { store, reports } = await scene();
    await reports.file(GUILD, reportBy(OTHER_USER, { reason: 'My words' }));
    await forgetModeration(store, OTHER_USER, NOON);
    expect((await reports.of(GUILD, MESSAGE))?.by).toEqual([
      { user: FORGOTTEN, reason: null, counts: true },
    ]);
  });

  it('lets go of reports about them, and of their hidden pictures', async () => {
    const { store, reports, due } = await scene();
    await reports.file(GUILD, reportBy(OTHER_USER));
    const file = { name: 'fox.png', type: 'image/png', alt: null, data: 'AAAA' };
    await reports.keepHidden(GUILD, MESSAGE, { v: 1, author: USER, content: 'x', files: [file] });
    await forgetModeration(store, THIRD, NOON);
    expect(await reports.hidden(GUILD, MESSAGE)).toBeDefined();
    expect(await due.all()).toHaveLength(1);
    await forgetModeration(store, USER, NOON);
    expect(await due.all()).toEqual([]);
    expect(await reports.of(GUILD, MESSAGE)).toBeUndefined();
    expect(await reports.hidden(GUILD, MESSAGE)).toBeUndefined();
  });

  it('lets go of hidden pictures that only their message says are theirs', async () => {
    const { store, reports } = await scene();
    const file = { name: 'fox.png', type: 'image/png', alt: null, data: 'AAAA' };
    const content = `> A fox\nasked by <@${USER}>`;
    await reports.keepHidden(GUILD, MESSAGE, { v: 1, author: null, content, files: [file] });
    await forgetModeration(store, THIRD, NOON);
    expect(await reports.hidden(GUILD, MESSAGE)).toBeDefined();
    await forgetModeration(store, USER, NOON);
    expect(await reports.hidden(GUILD, MESSAGE)).toBeUndefined();
  });
});
