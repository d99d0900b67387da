import { describe, expect, it } from 'vitest';
import type { Handled } from '../../src/reporting/gallery.ts';
import { hidingScene, MESSAGE } from '../support/hiding.ts';
import { DAY } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER } from '../support/snowflakes.ts';

async function scene(next: Handled[] = []) {
  const { boot, file, ...rest } = await hidingScene(next);
  const { reporting } = boot();
  /** One more member reports it, so many minutes after noon. */
  async function report(minutes = 0) {
    await file({}, minutes);
    await reporting.hideDue(GUILD, MESSAGE);
  }
  return { ...rest, report, reporting };
}

describe('hiding by itself', () => {
  it('is tried again with the next report where Discord was not reached', async () => {
    const { report, state, kinds } = await scene(['lost']);
    for (let count = 0; count < 3; count += 1) await report();
    expect(state.shows()).toBe(true);
    await report();
    expect(state.shows()).toBe(false);
    await report();
    expect(await kinds()).toEqual(['hide', 'report']);
  });

  it('keeps the pictures where hiding them anew is refused', async () => {
    const { report, reporting, ruling, state } = await scene(['done', 'refused']);
    for (let count = 0; count < 3; count += 1) await report();
    const refused = await reporting.decide(ruling, { kind: 'hide' });
    expect(refused).toEqual({ kind: 'not-done', why: 'refused' });
    expect(await reporting.decide(ruling, { kind: 'dismiss' })).toMatchObject({ kind: 'decided' });
    expect(state.shows()).toBe(true);
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
    expect(state.shows()).toBe(true);
    await report(366 * 24 * 60);
    expect(await kinds()).toEqual(['report', 'report']);
    expect(await reporting.decide(ruling, { kind: 'hide' })).toMatchObject({ kind: 'decided' });
  });

  it('keeps nothing of hidden pictures whose message a moderator deletes otherwise', async () => {
    const { report, reporting, reports, ruling } = await scene();
    for (let count = 0; count < 3; count += 1) await report();
    expect(await reports.hidden(GUILD, MESSAGE)).toBeDefined();
    const what = { author: OTHER_USER, pictures: 1, channel: CHANNEL };
    await reporting.deleted(ruling, what);
    expect(await reports.hidden(GUILD, MESSAGE)).toBeUndefined();
  });
});
