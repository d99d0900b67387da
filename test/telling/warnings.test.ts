import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsDocument } from '../../src/settings/documents.ts';
import { CHANNEL, GUILD } from '../support/snowflakes.ts';
import { warningScene as scene } from '../support/warnings.ts';

const OTHER_GUILD = '200000000000000002';
const HOUR = 3_600_000;

describe('warnings', () => {
  it('that are due at the start are told once, the lower level first', async () => {
    const { warnings, leave, left, said, waiting, waits } = await scene();
    await leave(100, { used: 96, budget: 100 });
    await leave(80, { used: 84, budget: 100 });
    warnings.start();
    await waiting(1);
    expect(said.map(({ channelId, content }) => [channelId, content.split('\n')[0]])).toEqual([
      [CHANNEL, '**84 % of this server’s credits are used.**'],
      [CHANNEL, '**This server’s credits are used up:** the next picture does not fit.'],
    ]);
    expect(await left()).toEqual([]);
    expect(waits.map(({ ms }) => ms)).toEqual([HOUR]);
  });

  it('are told when the bell rings, and by themselves within the hour', async () => {
    const { warnings, leave, said, waiting, waits } = await scene();
    warnings.start();
    await waiting(1);
    await leave(80, { used: 84, budget: 100 });
    warnings.ring();
    await waiting(2);
    expect(said).toHaveLength(1);
    await leave(100, { used: 96, budget: 100 });
    waits[1]?.end();
    await waiting(3);
    expect(said).toHaveLength(2);
  });

  it('that ring while others are told are not missed', async () => {
    const { warnings, leave, said, waiting } = await scene(async (_, count) => {
      if (count === 1) {
        await leave(100, { used: 96, budget: 100 });
        warnings.ring();
      }
      return { kind: 'said' };
    });
    await leave(80, { used: 84, budget: 100 });
    warnings.start();
    await waiting(2);
    expect(said).toHaveLength(2);
  });

  it('of a server without a log channel are dropped without a word', async () => {
    const { warnings, leave, left, said, waiting, lines } = await scene(undefined, {
      logChannel: null,
    });
    await leave(80, { used: 84, budget: 100 });
    warnings.start();
    await waiting(1);
    expect([said, await left(), lines]).toEqual([[], [], []]);
  });

  it('of a budget that is another now are dropped: they would not be true', async () => {
    const { warnings, settings, leave, left, said, waiting } = await scene();
    await leave(100, { used: 96, budget: 100 });
    await settings.setBudget(GUILD, 200);
    warnings.start();
    await waiting(1);
    expect([said, await left()]).toEqual([[], []]);
  });
});

it('a refused warning is dropped, and the operator is told', async () => {
  const { warnings, leave, left, waiting, lines } = await scene(() => ({
    kind: 'refused',
    why: 'gone',
    code: 10003,
  }));
  await leave(80, { used: 84, budget: 100 });
  warnings.start();
  await waiting(1);
  expect(await left()).toEqual([]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      level: 'warn',
      guild: GUILD,
      percent: 80,
      code: 10003,
      msg: 'Discord does not let a server be warned',
    },
  ]);
});

it('a warning that changes while it is told is not taken out unseen', async () => {
  const { warnings, settings, leave, left, said, waiting } = await scene(async (_, count) => {
    if (count === 1) {
      await settings.setBudget(GUILD, 120);
      await leave(80, { used: 96, budget: 120 });
      warnings.ring();
    }
    return { kind: 'said' };
  });
  await leave(80, { used: 84, budget: 100 });
  warnings.start();
  await waiting(2);
  expect(said.map(({ content }) => content.split('\n')[1])).toEqual([
    expect.stringContaining('84 of 100 credits'),
    expect.stringContaining('96 of 120 credits'),
  ]);
  expect(said[0]?.nonce).not.toBe(said[1]?.nonce);
  expect(await left()).toEqual([]);
});

it('a server whose settings are broken keeps no other one waiting, and loses nothing', async () => {
  const { store, settings, warnings, leave, left, said, waiting, waits } = await scene();
  const raw = { key: settingsDocument(GUILD).key, schema: z.unknown() };
  await store.update({ raw }, () => ({ answer: 0, write: { raw: { v: 9 } } }));
  await settings.change(OTHER_GUILD, (now) => ({
    answer: 0,
    settings: { ...now, logChannel: CHANNEL },
  }));
  await leave(80, { used: 84, budget: 100 });
  await leave(80, { used: 84, budget: 100 }, OTHER_GUILD);
  warnings.start();
  await waiting(1);
  expect(said).toHaveLength(1);
  expect(await left()).toEqual([`warning:${GUILD}:2026-11:80`]);
  expect(waits[0]?.ms).toBe(HOUR);
});
