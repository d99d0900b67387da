import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createCaseLog } from '../../src/telling/case-log.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { createDueReports } from '../../src/moderation/due-reports.ts';
import { createReports } from '../../src/moderation/reports.ts';
import type { Document, Store } from '../../src/storage/store.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { after, MINUTE, newReport, report } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER } from '../support/snowflakes.ts';
import { type Answer, tellingRoom } from '../support/telling.ts';

const OTHER_GUILD = '200000000000000002';
const OTHER_CHANNEL = '400000000000000002';
const MESSAGE = '500000000000000009';

/** Two servers with log channels, cases that ring, and who tells of them. */
async function scene(answer?: Answer, stored?: Store) {
  const { room, ...rest } = await tellingRoom(answer, stored);
  const settings = createSettings(rest.store, { price: 6, budget: 100, cooldownMs: 0 });
  const log = createCaseLog({ ...room, settings, buttonsFor: () => [] });
  onTestFinished(() => log.stop());
  const set = (guildId: string, logChannel: string | undefined) =>
    settings.change(guildId, ({ v, limits }) => ({
      answer: 0,
      settings: { v, limits, ...(logChannel !== undefined && { logChannel }) },
    }));
  await set(GUILD, CHANNEL);
  await set(OTHER_GUILD, OTHER_CHANNEL);
  return {
    ...rest,
    log,
    settings,
    set,
    cases: createCases(rest.store, () => log.ring()),
    left: () => rest.store.keys('untold:'),
    /** What was said, by its first part: `**Case 1**`. */
    told: () => rest.said.map(({ channelId, content }) => [channelId, content.split(' · ')[0]]),
  };
}

const reportBy = (number: number) =>
  newReport({ messageId: MESSAGE, userId: `30000000000000010${number}` });

const STUCK =
  /^\*\*Case 1\*\* · 2 members reported these pictures, but they are still there · \[message\]\(.*\)\nDiscord does not let the bot hide them: /;

const closing = { interactionId: after(MINUTE), by: OTHER_USER, outcome: 'dismissed' } as const;

describe('the log of cases', () => {
  it('tells each one once, in the order of their numbers, in the server’s channel', async () => {
    const { log, cases, told, left, waiting } = await scene();
    for (let index = 0; index < 3; index += 1) await cases.open(GUILD, report());
    await cases.open(OTHER_GUILD, report());
    log.start();
    await waiting(1);
    expect(told()).toEqual([
      [CHANNEL, '**Case 1**'],
      [OTHER_CHANNEL, '**Case 1**'],
      [CHANNEL, '**Case 2**'],
      [CHANNEL, '**Case 3**'],
    ]);
    expect(await left()).toEqual([]);
  });

  it('tells each count of reports once, also where one more comes meanwhile', async () => {
    const real = await temporaryStore();
    let number = 0;
    const again = (): Promise<unknown> => {
      number += 1;
      return reports.file(GUILD, reportBy(number));
    };
    const store: Store = Object.assign(Object.create(real) as Store, {
      async read(document: Document<unknown>) {
        if (document.key.startsWith('report:') && number === 2) await again();
        return real.read(document);
      },
    });
    const { log, said } = await scene(undefined, store);
    const reports = createReports(
      real,
      createCases(real, () => {}),
      () => log.ring(),
    );
    await again();
    await again();
    log.start();
    await expect.poll(() => said.length).toBe(3);
    expect(said.map(({ content }) => /\d reports/.exec(content)?.[0])).toEqual([
      undefined,
      '2 reports',
      '3 reports',
    ]);
  });

  it.each([
    ['while nobody has decided', [expect.stringMatching(STUCK)]],
    ['not after somebody has', []],
  ])('tells of pictures that could not be hidden, %s', async (when, told) => {
    const { log, store, cases, said, left, waiting } = await scene();
    const ring = () => log.ring();
    const reports = createReports(store, cases, ring);
    await reports.file(GUILD, reportBy(1));
    await reports.file(GUILD, reportBy(2));
    await createDueReports(store, ring).stuck(GUILD, MESSAGE, { case: 1, reports: 2 });
    if (when.startsWith('not')) await cases.close(GUILD, 1, closing);
    log.start();
    await waiting(1);
    expect(await left()).toEqual([]);
    const contents = said.map(({ content }) => content);
    expect(contents.filter((text) => text.includes('still'))).toEqual(told);
  });

  it('is rung by a new case and by an end', async () => {
    const { log, cases, said, waiting } = await scene();
    log.start();
    await waiting(1);
    await cases.open(GUILD, report());
    await waiting(2);
    await cases.close(GUILD, 1, closing);
    await waiting(3);
    expect(said.map(({ content }) => content.split(' · ')[1])).toEqual([
      `<@${OTHER_USER}> reported a picture of <@300000000000000001>`,
      `<@${OTHER_USER}> dismissed the report about <@300000000000000001>`,
    ]);
  });

  it('tells what happened before how it ended', async () => {
    const { log, cases, said, waiting } = await scene();
    await cases.open(GUILD, report());
    await cases.close(GUILD, 1, closing);
    log.start();
    await waiting(1);
    expect(said.map(({ content }) => / (reported|dismissed) /.exec(content)?.[1])).toEqual([
      'reported',
      'dismissed',
    ]);
  });

  it('tells nothing of what was typed', async () => {
    const { log, cases, said, waiting } = await scene();
    await cases.open(GUILD, report({ excerpt: { text: 'A secret fox', keepDays: 30 } }));
    log.start();
    await waiting(1);
    expect(said).toHaveLength(1);
    expect(said[0]?.content).not.toContain('secret');
  });

  it('is silent, and forgets what it had to tell, where a server wants none', async () => {
    const { log, set, cases, said, left, waiting } = await scene();
    await set(GUILD, undefined);
    await cases.open(GUILD, report());
    log.start();
    await waiting(1);
    expect([said, await left()]).toEqual([[], []]);
    expect(await cases.find(GUILD, 1)).toBeDefined();
  });

  it('tries again with the same nonce after an answer that was lost, also after a restart', async () => {
    const first = await scene(() => ({ kind: 'lost' }));
    await first.cases.open(GUILD, report());
    await first.cases.open(GUILD, report());
    first.log.start();
    await first.waiting(1);
    await first.log.stop();
    expect(first.told()).toEqual([[CHANNEL, '**Case 1**']]);
    const second = await scene(undefined, first.store);
    second.log.start();
    await second.waiting(1);
    expect(second.said[0]).toEqual(first.said[0]);
    expect(second.said[1]?.nonce).not.toBe(second.said[0]?.nonce);
    expect(second.said[0]?.nonce).toMatch(/^[\w-]{25}$/);
    expect(await second.left()).toEqual([]);
  });

  it('says that a case is damaged, and goes on', async () => {
    const { log, store, cases, said, left, waiting, lines } = await scene();
    await cases.open(GUILD, report());
    await cases.open(GUILD, report());
    const raw = { key: `case:${GUILD}:000000001`, schema: z.unknown() };
    await store.update({ raw }, () => ({ answer: 0, write: { raw: { v: 9 } } }));
    log.start();
    await waiting(1);
    expect(said.map(({ content }) => content)).toEqual([
      '**Case 1** · It is damaged and cannot be read. Please tell the bot’s operator.',
      expect.stringContaining('**Case 2**'),
    ]);
    expect(await left()).toEqual([]);
    expect(lines.join()).toContain('a case cannot be read');
  });

  it('tells the operator where Discord refuses', async () => {
    const { log, cases, left, waiting, lines } = await scene(() => ({
      kind: 'refused',
      why: 'may-not-write',
      code: 50013,
    }));
    await cases.open(GUILD, report());
    log.start();
    await waiting(1);
    expect(await left()).toEqual([]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', guild: GUILD, case: 1, news: 'begun', code: 50013 },
    ]);
  });
});

describe('a log channel that takes nothing', () => {
  it('is shown to managers until it takes something, and only while it is the log channel', async () => {
    let mayWrite = false;
    const refused = { kind: 'refused', why: 'may-not-write', code: 50_013 } as const;
    const { log, cases, settings, set, waiting } = await scene(() =>
      mayWrite ? { kind: 'said' } : refused,
    );
    const muteOf = async () => (await settings.overview(GUILD, after(MINUTE))).mute;
    expect(await muteOf()).toBeUndefined();
    await cases.open(GUILD, report());
    log.start();
    await waiting(1);
    expect(await muteOf()).toBe('may-not-write');
    await set(GUILD, OTHER_CHANNEL);
    expect(await muteOf()).toBeUndefined();
    await set(GUILD, CHANNEL);
    mayWrite = true;
    await cases.open(GUILD, report());
    await waiting(2);
    expect(await muteOf()).toBeUndefined();
  });
});
