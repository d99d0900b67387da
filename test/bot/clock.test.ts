import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { CLOCK_AHEAD, order, PUPPET_HOST } from '../support/bot-host.ts';
import { booksOf, imagineToTheEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { EDIT } from '../support/bot-routes.ts';
import { withSqlite } from '../support/sqlite-file.ts';
import { imagine, type Setting, type Stage, setStage } from '../support/stage.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

/** How far ahead a clock is that shows an hour of this month (UTC), counted from its first. */
function aheadAt(hour: number): number {
  const now = new Date();
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
  return first + hour * HOUR - now.getTime();
}

const noon = (): number => aheadAt(12);

/** Half an hour before the month ends. */
function lateInTheMonth(): number {
  const now = new Date();
  const days = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate();
  return aheadAt(24 * days - 0.5);
}

/** A stage on which it is some time for Discord, and another time for the bot's host. */
async function clocks(
  hostAheadMs: number,
  env: Setting['env'] = {},
  discordClock = { aheadMs: noon() },
) {
  const host = discordClock.aheadMs + hostAheadMs;
  const stage = await setStage({
    env: { GUILD_MONTHLY_CREDITS: '12', [CLOCK_AHEAD]: `${host}`, ...env },
    host: PUPPET_HOST,
    discord: { now: () => Date.now() + discordClock.aheadMs },
  });
  const ready = JSON.parse(await stage.bot.printed(/ready for \/imagine/)) as { time: string };
  expect(Math.abs(Date.parse(ready.time) - Date.now() - host)).toBeLessThan(HOUR / 2);
  return { stage, discordClock, host, place: newcomer(stage) };
}

const resultOf = async (stage: Stage, place: Place) =>
  (await imagineToTheEnd(stage, {}, place)).end['result'];

describe.each([
  ['two hours ahead', 2 * HOUR],
  ['two hours behind', -2 * HOUR],
])('on a host whose clock is %s', (_, hostAheadMs) => {
  it('cooldowns and budgets go by Discord’s clock, also when the host’s jumps', async () => {
    const env = { COOLDOWN_SECONDS: '60' };
    const { stage, discordClock, host, place } = await clocks(hostAheadMs, env);
    expect(await resultOf(stage, place)).toBe('delivered');
    expect(await resultOf(stage, place)).toBe('cooldown');
    await order(stage.bot, { clockAheadMs: host - 2 * hostAheadMs });
    expect(await resultOf(stage, place)).toBe('cooldown');

    discordClock.aheadMs += 61 * SECOND;
    expect(await resultOf(stage, place)).toBe('delivered');
    discordClock.aheadMs += 61 * SECOND;
    expect(await resultOf(stage, place)).toBe('over-limit');
    expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
  });

  it('a month and a day end when Discord’s do', async () => {
    const late = { aheadMs: lateInTheMonth() };
    const { stage: first, discordClock, host, place } = await clocks(hostAheadMs, {}, late);
    await first.bot.stop();
    const settings = { v: 1, limits: { memberDay: 6, channels: {}, roles: {} } };
    await withSqlite(join(first.folder, 'easel.sqlite'), (query) =>
      query(
        "INSERT INTO keyv(key, value) VALUES (?, json_object('value', json(?)))",
        `easel:settings:${place.in.guildId}`,
        JSON.stringify(settings),
      ),
    );
    const stage = { ...first, bot: await first.again() };

    expect(await resultOf(stage, place)).toBe('delivered');
    expect(await resultOf(stage, place)).toBe('over-limit');
    await order(stage.bot, { clockAheadMs: host - 2 * hostAheadMs });
    expect(await resultOf(stage, place)).toBe('over-limit');
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });

    discordClock.aheadMs += HOUR;
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expect(await resultOf(stage, place)).toBe('delivered');
    expect(await resultOf(stage, place)).toBe('over-limit');
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });

  it('a picture that was delivered before a crash is charged once, readable to the bot or not', async () => {
    const { stage } = await clocks(hostAheadMs);
    const { world } = stage.discord;
    const place = newcomer(stage, { ownerId: world.people.owner.id });
    world.overwrite(place.in, world.bot, { deny: Permission.ReadMessageHistory });
    const lost = stage.discord.faults.add({ route: EDIT, delayMs: 60 * SECOND, handled: true });
    const job = imagine(stage, { count: 2 }, place);
    await expect.poll(() => job.original()?.attachments).toHaveLength(2);
    await stage.bot.stop('SIGKILL');
    lost.remove();

    await stage.again();
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 12, held: 0 });
    expect(job.original()?.attachments).toHaveLength(2);
    expect(stage.service.requests).toHaveLength(2);
  });
});
