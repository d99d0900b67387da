import { describe, expect, it } from 'vitest';
import { hostClock } from '../src/clock.ts';
import type { LeftBehind } from '../src/conversation.ts';
import { createAccounts } from '../src/credits/accounts.ts';
import { recover } from '../src/recover.ts';
import { StoreError } from '../src/storage/store.ts';
import { listeningLog } from './support/edge-log.ts';
import { temporaryStore } from './support/edge-store.ts';
import { limitsOf, orderOf } from './support/ledger-books.ts';
import { GUILD, idAt, USER } from './support/snowflakes.ts';

type Standing = Awaited<ReturnType<LeftBehind['look']>>;

const FIRST = idAt('2026-11-22T12:00:00Z');
const SECOND = idAt('2026-11-22T12:00:01Z');
const limits = limitsOf({ server: 120 });

/** Books in which an earlier run held two pictures for each of these interactions. */
async function scene(held: readonly string[] = [FIRST]) {
  const store = await temporaryStore();
  const before = createAccounts(store, 'before');
  const accounts = createAccounts(store, 'now');
  for (const interactionId of held) {
    await before.hold(orderOf(interactionId, { pictures: 2 }), limits);
  }
  const cut = new AbortController();
  const steps: string[] = [];
  const leave = (standing: Standing, fields: Partial<LeftBehind> = {}): LeftBehind => ({
    interactionId: FIRST,
    guildId: GUILD,
    userId: USER,
    look: () => Promise.resolve(standing),
    tell(notice) {
      steps.push(`tell ${notice.kind}`);
      return Promise.resolve(true);
    },
    async close() {
      const { held: open } = await figures();
      steps.push(`close with ${open} held`);
    },
    ...fields,
  });
  const figures = async () => {
    const [{ used, held: open }] = await accounts.gauges(orderOf(FIRST), limits);
    return { used, held: open };
  };
  const room = { accounts, log: listeningLog().log, clock: hostClock, cut: cut.signal };
  return { leave, steps, figures, cut, run: (left: LeftBehind[]) => recover(left, room) };
}

describe('a start after a crash', () => {
  it('charges what was received', async () => {
    const { leave, steps, figures, run } = await scene();
    await run([leave({ kind: 'there', waiting: false, received: 1 })]);
    expect(steps).toEqual(['close with 0 held']);
    expect(await figures()).toEqual({ used: 6, held: 0 });
  });

  it('tells whoever waits, charges nothing, and closes last', async () => {
    const { leave, steps, figures, run } = await scene();
    await run([leave({ kind: 'there', waiting: true, received: 0 })]);
    expect(steps).toEqual(['tell interrupted', 'close with 0 held']);
    expect(await figures()).toEqual({ used: 0, held: 0 });
  });

  it('neither tells nor charges anybody twice', async () => {
    const { leave, figures, run } = await scene();
    const received = leave({ kind: 'there', waiting: false, received: 2 });
    await run([received]);
    await run([received]);
    expect(await figures()).toEqual({ used: 12, held: 0 });
  });

  it('charges nothing where the message is gone', async () => {
    const { leave, steps, figures, run } = await scene();
    await run([leave({ kind: 'gone' })]);
    expect(steps).toEqual(['close with 0 held']);
    expect(await figures()).toEqual({ used: 0, held: 0 });
  });

  it('tells whoever’s message cannot be found, and charges nothing', async () => {
    const { leave, steps, figures, run } = await scene();
    await run([leave({ kind: 'absent' })]);
    expect(steps).toEqual(['tell interrupted', 'close with 0 held']);
    expect(await figures()).toEqual({ used: 0, held: 0 });
  });

  it('leaves it to the next start where nobody knows', async () => {
    const { leave, steps, figures, run } = await scene();
    await run([leave({ kind: 'unknown' })]);
    expect(steps).toEqual([]);
    expect(await figures()).toEqual({ used: 0, held: 12 });
  });

  it('leaves it open where the member could not be told', async () => {
    const { leave, steps, run } = await scene([]);
    const silent = leave(
      { kind: 'there', waiting: true, received: 0 },
      { tell: () => Promise.resolve(false) },
    );
    await run([silent]);
    expect(steps).toEqual([]);
  });

  it('leaves all as it is where the bot must stop again', async () => {
    const { leave, steps, figures, cut, run } = await scene();
    const left = leave(
      { kind: 'unknown' },
      {
        look: async () => {
          cut.abort();
          return { kind: 'unknown' };
        },
      },
    );
    await run([left]);
    expect(steps).toEqual([]);
    expect(await figures()).toEqual({ used: 0, held: 12 });
  });

  it('tells people outside servers, who have no books', async () => {
    const { leave, steps, run } = await scene([]);
    await run([leave({ kind: 'there', waiting: true, received: 0 }, { guildId: null })]);
    expect(steps).toEqual(['tell interrupted', 'close with 0 held']);
  });

  it('releases holds that nobody waits for', async () => {
    const { leave, figures, run } = await scene([FIRST, SECOND]);
    await run([leave({ kind: 'there', waiting: false, received: 2 })]);
    expect(await figures()).toEqual({ used: 12, held: 0 });
  });

  it('goes on with the others where one cannot be closed', async () => {
    const { leave, figures, run } = await scene([FIRST, SECOND]);
    const stuck = leave(
      { kind: 'there', waiting: false, received: 1 },
      { close: () => Promise.reject(new StoreError('The database failed.')) },
    );
    await expect(run([stuck])).rejects.toThrow(StoreError);
    expect(await figures()).toEqual({ used: 6, held: 0 });
  });

  it('does not touch the holds of this run', async () => {
    const store = await temporaryStore();
    const accounts = createAccounts(store, 'now');
    const order = orderOf(FIRST);
    await accounts.hold(order, limits);
    const { log } = listeningLog();
    await recover([], { accounts, log, clock: hostClock, cut: new AbortController().signal });
    const [server] = await accounts.gauges(order, limits);
    expect(server).toMatchObject({ used: 0, held: 6 });
  });
});
