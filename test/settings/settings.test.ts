import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAccounts } from '../../src/credits/accounts.ts';
import { changeSettings } from '../../src/settings/change.ts';
import { settingsDocument } from '../../src/settings/documents.ts';
import type { SettingsChange } from '../../src/settings/orders.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { BrokenDocumentError } from '../../src/storage/store.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { CHANNEL, GUILD, idAt, OTHER_ROLE, ROLE, USER } from '../support/snowflakes.ts';

const OTHER_GUILD = '200000000000000002';
const NOW = idAt('2026-11-22T12:00:00Z');

async function scene(budget = 120) {
  const store = await temporaryStore();
  const settings = createSettings(store, { price: 6, budget, cooldownMs: 0 });
  const accounts = createAccounts(store, 'now');
  const set = (change: SettingsChange) =>
    settings.change(GUILD, (now) => changeSettings(now, change, { guildId: GUILD, budget }));
  let serial = 0;
  /** A picture of the member’s, drawn or still being made. */
  const draw = async (place: { channelId?: string; roleIds?: string[] }, delivered?: number) => {
    serial += 1;
    const interactionId = idAt('2026-11-22T12:00:00Z', serial);
    const ref = { interactionId, guildId: GUILD, userId: USER };
    const order = { ...ref, channelId: CHANNEL, roleIds: [], ...place, pictures: 1 };
    expect(await accounts.hold(order, (await settings.view(GUILD)).limits)).toMatchObject({
      kind: 'held',
    });
    if (delivered !== undefined) await accounts.resolve(ref, delivered);
  };
  return { store, settings, set, draw };
}

describe('a budget', () => {
  it('is everybody’s until the owner gives a server its own, and can go back', async () => {
    const { settings } = await scene();
    const budgetOf = async (guild: string) => {
      const { budget, budgetIsOwn, limits } = await settings.view(guild);
      return [budget, budgetIsOwn, limits.server];
    };
    expect(await budgetOf(GUILD)).toEqual([120, false, 120]);
    expect(await settings.setBudget(GUILD, 600)).toBeNull();
    expect(await budgetOf(GUILD)).toEqual([600, true, 600]);
    expect(await settings.setBudget(GUILD, Infinity)).toBe(600);
    expect(await budgetOf(GUILD)).toEqual([Infinity, true, Infinity]);
    expect(await settings.setBudget(GUILD, null)).toBe(Infinity);
    expect(await budgetOf(GUILD)).toEqual([120, false, 120]);
    expect(await budgetOf(OTHER_GUILD)).toEqual([120, false, 120]);
  });

  it('and a server’s own ceiling: the lower one holds, whichever was set last', async () => {
    const { settings, set } = await scene();
    await set({ kind: 'limit', of: 'server', to: 60 });
    expect((await settings.view(GUILD)).limits.server).toBe(60);
    await settings.setBudget(GUILD, 30);
    expect((await settings.view(GUILD)).limits.server).toBe(30);
    await settings.setBudget(GUILD, 600);
    expect((await settings.view(GUILD)).limits.server).toBe(60);
  });
});

describe('an overview', () => {
  it('tells what is gone of the budget and of each channel’s and role’s limit', async () => {
    const { settings, set, draw } = await scene();
    await set({ kind: 'share', of: 'channels', id: CHANNEL, to: 60 });
    await set({ kind: 'share', of: 'roles', id: ROLE, to: 30 });
    await draw({}, 1);
    await draw({ roleIds: [ROLE, OTHER_ROLE] }, 1);
    await draw({ channelId: '400000000000000002', roleIds: [ROLE] });
    const { view, gauges } = await settings.overview(GUILD, NOW);
    expect(view).toEqual(await settings.view(GUILD));
    expect(gauges).toEqual([
      { name: { of: 'server' }, limit: 120, used: 12, held: 6 },
      { name: { of: 'channel', id: CHANNEL }, limit: 60, used: 12, held: 0 },
      { name: { of: 'role', id: ROLE }, limit: 30, used: 6, held: 6 },
    ]);
  });

  it('is of the interaction’s month', async () => {
    const { settings, draw } = await scene();
    await draw({}, 1);
    const { gauges } = await settings.overview(GUILD, idAt('2026-12-01T00:00:00Z'));
    expect(gauges).toEqual([{ name: { of: 'server' }, limit: 120, used: 0, held: 0 }]);
  });
});

describe('a change', () => {
  it('is not lost beside another one', async () => {
    const { settings, set } = await scene();
    const ids = Array.from({ length: 20 }, (_, n) => String(BigInt(CHANNEL) + BigInt(n)));
    await Promise.all(ids.map((id) => set({ kind: 'share', of: 'channels', id, to: 60 })));
    expect(Object.keys((await settings.view(GUILD)).limits.channels)).toEqual(ids);
  });

  it('never overwrites settings that are broken', async () => {
    const { store, settings, set } = await scene();
    const raw = { key: settingsDocument(GUILD).key, schema: z.unknown() };
    await store.update({ it: raw }, () => ({
      answer: undefined,
      write: { it: { v: 1, limits: 'none' } },
    }));
    await expect(set({ kind: 'limit', of: 'memberDay', to: 6 })).rejects.toThrow(
      BrokenDocumentError,
    );
    await expect(settings.view(GUILD)).rejects.toThrow(BrokenDocumentError);
    expect((await settings.view(OTHER_GUILD)).budget).toBe(120);
  });
});
