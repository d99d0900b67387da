import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAccounts } from '../../src/credits/accounts.ts';
import { floorDocument, holdDocument, memberMonthDocument } from '../../src/credits/documents.ts';
import { BrokenDocumentError } from '../../src/storage/store.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { limitsOf, orderOf } from '../support/ledger-books.ts';
import { CHANNEL, GUILD, idAt, OTHER_ROLE, OTHER_USER, ROLE } from '../support/snowflakes.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const order = (serial: number, fields: Parameters<typeof orderOf>[1] = {}) =>
  orderOf(idAt(NOON, serial), fields);

async function open(limits = limitsOf({ server: 30 })) {
  const store = await temporaryStore();
  const warnings: string[] = [];
  const accounts = createAccounts(store, 'boot-1', () => warnings.push('due'));
  const server = async () => (await accounts.gauges(order(0), limits))[0];
  return { store, accounts, limits, warnings, server };
}

describe('the accounts', () => {
  it('know which holds are open, and what is in them', async () => {
    const { accounts, limits, server } = await open();
    await accounts.hold(order(1), limits);
    await accounts.hold(order(2, { pictures: 3 }), limits);
    expect(await accounts.hold(order(3, { pictures: 2 }), limits)).toMatchObject({ left: 6 });
    expect(accounts.open()).toEqual({ holds: 2, credits: 24 });

    await accounts.resolve(order(2), 1);
    expect(accounts.open()).toEqual({ holds: 1, credits: 6 });
    await accounts.resolve(order(1), 0);
    expect(accounts.open()).toEqual({ holds: 0, credits: 0 });
    expect(await server()).toMatchObject({ used: 6, held: 0, limit: 30 });
  });

  it('count a channel always, and a role where it has a budget', async () => {
    const limits = limitsOf({ channels: { [CHANNEL]: 60 }, roles: { [ROLE]: 40 } });
    const { accounts } = await open();
    const place = order(1, { roleIds: [ROLE, OTHER_ROLE], pictures: 2 });
    await accounts.hold(place, limits);
    await accounts.resolve(place, 2);
    const gauges = await accounts.gauges(order(2, { roleIds: [ROLE, OTHER_ROLE] }), limits);
    expect(gauges).toMatchObject([
      { name: { of: 'server' }, used: 12 },
      { name: { of: 'channel', id: CHANNEL }, limit: 60, used: 12, held: 0 },
      { name: { of: 'role', id: ROLE }, limit: 40, used: 12, held: 0 },
      { name: { of: 'member-month' }, used: 12 },
      { name: { of: 'member-day' }, used: 12 },
    ]);
  });

  it('release what a role held after its budget is gone', async () => {
    const { accounts, store } = await open();
    const place = order(1, { roleIds: [ROLE] });
    await accounts.hold(place, limitsOf({ roles: { [ROLE]: 40 } }));
    expect(await accounts.resolve(place, 0)).toEqual({ kind: 'resolved', captured: 0 });
    expect(await store.keys('credits:')).toContain(`credits:${GUILD}:2026-11:r:${ROLE}`);
    const [, , role] = await accounts.gauges(place, limitsOf({ roles: { [ROLE]: 40 } }));
    expect(role).toMatchObject({ held: 0 });
  });

  it('keep a limit exactly, however many ask at once', async () => {
    const { accounts, server } = await open();
    const limits = limitsOf({ memberDay: 24, server: 60 });
    const verdicts = await Promise.all(
      Array.from({ length: 40 }, (_, serial) => {
        const userId = serial % 2 === 0 ? OTHER_USER : order(0).userId;
        return accounts.hold(order(serial, { userId }), limits);
      }),
    );
    expect(verdicts.filter(({ kind }) => kind === 'held')).toHaveLength(8);
    expect(await server()).toMatchObject({ held: 48 });
  });

  it('ring once when a warning is due', async () => {
    const { accounts, limits, warnings, store } = await open();
    for (const serial of [1, 2, 3, 4]) {
      await accounts.hold(order(serial), limits);
      await accounts.resolve(order(serial), 1);
    }
    expect(warnings).toEqual(['due']);
    expect(await store.keys('warning:')).toEqual([`warning:${GUILD}:2026-11:80`]);
  });

  it('warn a server whose budget was lowered when it is refused', async () => {
    const { accounts, limits, warnings, store } = await open();
    await accounts.hold(order(1), limits);
    await accounts.resolve(order(1), 1);
    const verdict = await accounts.hold(order(2), limitsOf({ server: 6 }));
    expect(verdict).toMatchObject({ kind: 'over-limit', limit: { of: 'server' }, left: 0 });
    expect(warnings).toEqual(['due']);
    expect(await store.keys('warning:')).toEqual([`warning:${GUILD}:2026-11:100`]);
  });

  it('find what an earlier run left, and skip what is broken', async () => {
    const { accounts, limits, store } = await open();
    const before = createAccounts(store, 'boot-0');
    await accounts.hold(order(1), limits);
    await before.hold(order(2), limits);
    await before.hold(order(3), limits);
    await breakRow(store, holdDocument(order(3).interactionId).key);
    const broken: string[] = [];
    const stale = await accounts.staleHolds((error) => broken.push(error.key));
    const { interactionId, guildId, userId } = order(2);
    expect(stale).toEqual([{ interactionId, guildId, userId }]);
    expect(broken).toEqual([`hold:${order(3).interactionId}`]);
  });

  it('refuse a server whose books do not fit together, and no other', async () => {
    const { accounts, limits, store } = await open();
    const member = memberMonthDocument(GUILD, '2026-11', order(1).userId);
    const used = { v: 2 as const, used: 6, held: 0, days: {} };
    await store.update({ member }, () => ({ answer: undefined, write: { member: used } }));
    const refused = accounts.hold(order(1), limits);
    await expect(refused).rejects.toThrow(BrokenDocumentError);
    await expect(refused).rejects.toMatchObject({ cause: { message: /used more/ } });
    const elsewhere = order(1, { guildId: '200000000000000009' });
    expect(await accounts.hold(elsewhere, limits)).toMatchObject({ kind: 'held' });
  });

  it('see the floor that was raised while they ran', async () => {
    const { accounts, limits, store } = await open();
    const floor = { v: 2 as const, floor: idAt(NOON + 1_000) };
    await store.update({ it: floorDocument }, () => ({ answer: undefined, write: { it: floor } }));
    expect(await accounts.hold(order(1), limits)).toEqual({ kind: 'seen-before' });
  });
});

/** Writes something that is no hold in the place of one. */
const breakRow = (store: Awaited<ReturnType<typeof temporaryStore>>, key: string) =>
  store.update({ it: { key, schema: z.unknown() } }, () => ({
    answer: undefined,
    write: { it: { v: 2 } },
  }));
