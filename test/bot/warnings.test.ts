import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { LOG_CHANNEL_HELLO } from '../../src/words/settings.ts';
import { budget, settings } from '../support/bot-limits.ts';
import {
  expectNoViolations,
  imagine,
  setStage,
  type Setting,
  type Stage,
} from '../support/stage.ts';

const POST = 'POST /channels/:channel/messages';

/** A stage whose server has 60 credits and is warned in #log. */
async function warnedStage(setting: Setting = {}) {
  const stage = await setStage({
    ...setting,
    env: { GUILD_MONTHLY_CREDITS: '60', ...setting.env },
  });
  const { log } = stage.discord.world.channels;
  await settings(stage, { logChannel: [log] });
  // The change is a case, which is told there as well.
  await expect.poll(() => stage.discord.messages(log).length).toBe(2);
  return stage;
}

/** What #log was told after its first message, the cases left out. */
const warnings = ({ discord }: Stage) =>
  discord
    .messages(discord.world.channels.log)
    .slice(1)
    .filter(({ content }) => !content.startsWith('**Case'));

/** The first lines of it. */
const told = (stage: Stage): string[] =>
  warnings(stage).map(({ content }) => content.split('\n')[0] ?? '');

const EIGHTY = '**80 % of this server’s credits are used.**';
const ALL = '**This server’s credits are used up:** the next picture does not fit.';

describe('a server is warned in its log channel', () => {
  it('at 80 % and when its credits are used up, once each, and not again after a restart', async () => {
    const stage = await warnedStage();
    await imagine(stage, { count: 4 }).settled();
    await imagine(stage, { count: 3 }).settled();
    expect(told(stage)).toEqual([]);
    await imagine(stage).settled();
    await expect.poll(() => told(stage)).toEqual([EIGHTY]);
    await imagine(stage).settled();
    await imagine(stage).settled();
    await expect.poll(() => told(stage)).toEqual([EIGHTY, ALL]);
    const [eighty, all] = warnings(stage);
    expect(eighty?.content).toMatch(
      /\n48 of 60 credits for \w+ \d{4} are gone\. They start afresh <t:\d+:R> \(<t:\d+:D>\)\.\n.*`\/settings`\. Only the bot’s owner can give more, with `\/budget`\.$/,
    );
    expect(all?.content).toContain('60 of 60 credits');

    await imagine(stage).settled();
    await stage.bot.stop();
    await stage.again();
    await imagine(stage).settled();
    await stage.bot.stop();
    expect(told(stage)).toEqual([EIGHTY, ALL]);
    expectNoViolations(stage);
  });

  it('of a new budget again, and with whom to ask where the ceiling is its own', async () => {
    const stage = await warnedStage();
    await settings(stage, { server: 30 });
    await imagine(stage, { count: 4 }).settled();
    await expect.poll(() => told(stage)).toEqual([EIGHTY]);
    const [own] = warnings(stage);
    expect(own?.content).toMatch(/managers can raise it with `\/settings`\.$/);
    await settings(stage, { server: 0 });
    await budget(stage, 'set', { credits: 24 });
    await imagine(stage).settled();
    await expect.poll(() => told(stage)).toEqual([EIGHTY, ALL]);
  });

  it('once, although the answer was lost and the bot was killed before it knew', async () => {
    const stage = await warnedStage();
    const lost = stage.discord.faults.add({ route: POST, delayMs: 60_000, handled: true });
    await imagine(stage, { count: 4 }).settled();
    await imagine(stage, { count: 4 }).settled();
    await expect.poll(() => told(stage)).toEqual([EIGHTY]);
    await stage.bot.stop('SIGKILL');
    lost.remove();
    const bot = await stage.again();
    await bot.printed(/a server was warned/);
    expect(told(stage)).toEqual([EIGHTY]);
    expect(stage.discord.traffic.rest(POST)).toHaveLength(4);
  });

  it('later, when Discord could not take it at first', async () => {
    const stage = await warnedStage();
    stage.discord.faults.add({ route: POST, status: 503, times: 1 });
    await imagine(stage, { count: 4 }).settled();
    await imagine(stage, { count: 4 }).settled();
    await stage.bot.printed(/a server could not be warned yet/);
    await stage.bot.printed(/a server was warned/);
    expect(told(stage)).toEqual([EIGHTY]);
  });

  it('no more when its log channel is closed to the bot, or deleted', async () => {
    const stage = await warnedStage();
    const { world } = stage.discord;
    world.overwrite(world.channels.log, world.bot, { deny: Permission.ViewChannel });
    await imagine(stage, { count: 4 }).settled();
    await imagine(stage, { count: 4 }).settled();
    const closed = await stage.bot.printed(/Discord does not let a server be warned/);
    const guild = world.guilds.studio.id;
    expect(JSON.parse(closed)).toMatchObject({ guild, percent: 80, code: 50001 });
    const gone = { code: 10003, message: 'Unknown Channel' };
    stage.discord.faults.add({ route: POST, status: 404, body: gone });
    await imagine(stage, { count: 2 }).settled();
    const deleted = await stage.bot.printed(/"percent":100.*Discord does not let a server/);
    expect(JSON.parse(deleted)).toMatchObject({ guild, code: 10003 });
    await stage.bot.stop();
    const bot = await stage.again();
    await settings(stage);
    await bot.stop();
    expect(bot.lines.join('\n')).not.toMatch(/warned/);
  });

  it('no more when it wants none, and not of what happened meanwhile', async () => {
    const stage = await warnedStage();
    await settings(stage, { logChannel: [] });
    await imagine(stage, { count: 4 }).settled();
    await imagine(stage, { count: 4 }).settled();
    await stage.bot.stop();
    const bot = await stage.again();
    await settings(stage, { logChannel: [stage.discord.world.channels.log] });
    await imagine(stage, { count: 2 }).settled();
    await bot.printed(/a server was warned/);
    expect(told(stage)).toEqual([LOG_CHANNEL_HELLO, ALL]);
  });
});
