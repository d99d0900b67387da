import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createAccounts } from '../../src/credits/accounts.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import { GUILD, idAt, USER } from '../support/snowflakes.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const limits = { price: 6, budget: 30, cooldownMs: 0 };

const order = (serial: number, pictures: number) => ({
  interactionId: idAt(NOON, serial),
  guildId: GUILD,
  userId: USER,
  pictures,
});

it('knows which holds are open, and what is in them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'easel-accounts-'));
  const store = await openStore(join(folder, 'easel.sqlite'), Date.now);
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const accounts = createAccounts(store, limits, 'boot-1');

  await accounts.hold(order(1, 1));
  await accounts.hold(order(2, 3));
  expect((await accounts.hold(order(3, 2))).kind).toBe('over-budget');
  expect(accounts.open()).toEqual({ holds: 2, credits: 24 });

  await accounts.resolve(order(2, 3), 1);
  expect(accounts.open()).toEqual({ holds: 1, credits: 6 });
  await accounts.resolve(order(1, 1), 0);
  expect(accounts.open()).toEqual({ holds: 0, credits: 0 });
  expect(await accounts.statement(order(1, 1))).toMatchObject({ used: 6, held: 0, left: 24 });
});
