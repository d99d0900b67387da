import { describe, expect, it } from 'vitest';
import type { NewReport } from '../../src/moderation/reports.ts';
import { createReports } from '../../src/moderation/reports.ts';
import type { Gallery, Handled, Spot } from '../../src/reporting/gallery.ts';
import { createReporting } from '../../src/reporting/report.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { listeningLog } from '../support/edge-log.ts';
import { after, DAY, MINUTE, moderation } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const MESSAGE = '500000000000000009';
const MODERATOR = '300000000000000044';
const SPOT: Spot = { channelId: CHANNEL, messageId: MESSAGE };
const FILE = { name: 'fox.png', type: 'image/png', alt: null, data: 'AAAA' };

/** One message with a picture; `next` says what comes of the changes to it, one after another. */
function wall(next: Handled[] = []) {
  const state = { shows: true };
  const change = (shows: boolean) => {
    const handled = next.shift() ?? 'done';
    if (handled === 'done') state.shows = shows;
    return Promise.resolve(handled);
  };
  const gallery: Gallery = {
    take: () => Promise.resolve(state.shows ? { content: 'A fox', files: [FILE] } : 'refused'),
    cover: () => change(false),
    uncover: () => change(true),
    remove: () => change(false),
  };
  return { gallery, state };
}

const forget = () => Promise.resolve();

async function scene(next: Handled[] = []) {
  const { store, cases, blocks, clock } = await moderation();
  const { gallery, state } = wall(next);
  const reports = createReports(store, cases, () => {});
  const settings = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  const { log } = listeningLog();
  const room = { reports, cases, blocks, settings, gallery, forget, log };
  const reporting = createReporting(room);
  let reporters = 0;
  /** One more member reports it, so many minutes after noon. */
  async function report(minutes = 0) {
    reporters += 1;
    const given: NewReport = {
      interactionId: after(minutes * MINUTE),
      messageId: MESSAGE,
      userId: `3000000000000001${String(reporters).padStart(2, '0')}`,
      channel: CHANNEL,
      pictures: 1,
      record: null,
      reason: null,
      counts: true,
      author: USER,
    };
    await reporting.file(GUILD, given);
    await reporting.hideIfDue(GUILD, given);
  }
  const ruling = {
    interactionId: after(5 * MINUTE),
    guildId: GUILD,
    userId: MODERATOR,
    messageId: MESSAGE,
  };
  const kinds = async () => (await cases.newest(GUILD)).cases.map(({ facts }) => facts.kind);
  return { report, reporting, reports, ruling, state, kinds, clock, cases };
}

describe('hiding by itself', () => {
  it('is tried again with the next report where Discord was not reached', async () => {
    const { report, state, kinds } = await scene(['lost']);
    for (let count = 0; count < 3; count += 1) await report();
    expect(state.shows).toBe(true);
    await report();
    expect(state.shows).toBe(false);
    await report();
    expect(await kinds()).toEqual(['hide', 'report']);
  });

  it('keeps the pictures where hiding them anew is refused', async () => {
    const { report, reporting, ruling, state } = await scene(['done', 'refused']);
    for (let count = 0; count < 3; count += 1) await report();
    const refused = await reporting.decide(ruling, { kind: 'hide' });
    expect(refused).toEqual({ kind: 'not-done', why: 'refused' });
    expect(await reporting.decide(ruling, { kind: 'dismiss' })).toMatchObject({ kind: 'decided' });
    expect(state.shows).toBe(true);
  });
});

describe('showing again', () => {
  it('ends where the message is no more, and keeps nothing of it', async () => {
    const { report, reporting, reports, ruling } = await scene(['done', 'gone']);
    await report();
    await reporting.decide(ruling, { kind: 'hide' });
    expect(await reporting.showAgain(ruling)).toEqual({ kind: 'gone' });
    expect(await reports.hidden(GUILD, MESSAGE)).toBeUndefined();
    expect(await reporting.showAgain(ruling)).toEqual({ kind: 'not-hidden' });
  });
});

describe('a decision', () => {
  it('is too late once the report is not kept any more, and a new one is a case of its own', async () => {
    const { report, reporting, ruling, state, clock, kinds } = await scene();
    await report();
    clock.now += 366 * DAY;
    for (const kind of ['hide', 'dismiss', 'delete'] as const) {
      expect(await reporting.decide(ruling, { kind })).toEqual({ kind: 'no-report' });
    }
    const block = { kind: 'block', reason: 'Gore', lastsMs: null } as const;
    expect(await reporting.decide(ruling, block)).toEqual({ kind: 'no-report' });
    expect(await reporting.showAgain(ruling)).toEqual({ kind: 'no-report' });
    expect(state.shows).toBe(true);
    await report(366 * 24 * 60);
    expect(await kinds()).toEqual(['report', 'report']);
    expect(await reporting.decide(ruling, { kind: 'hide' })).toMatchObject({ kind: 'decided' });
  });

  it('keeps nothing of hidden pictures whose message a moderator deletes otherwise', async () => {
    const { report, reporting, reports, ruling } = await scene();
    for (let count = 0; count < 3; count += 1) await report();
    expect(await reports.hidden(GUILD, SPOT.messageId)).toBeDefined();
    const what = { author: OTHER_USER, pictures: 1, channel: CHANNEL };
    await reporting.deleted(ruling, what);
    expect(await reports.hidden(GUILD, SPOT.messageId)).toBeUndefined();
  });
});
