import { describe, expect, it } from 'vitest';
import { jobEnd } from '../support/bot-jobs.ts';
import { fieldOf, settings, settingsPanel } from '../support/bot-limits.ts';
import { expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

/** The end of a refusal: what it costs, and when there is more. */
const refusedWith = (beginning: string, fewer = '') =>
  new RegExp(
    `^${beginning}, and this takes \\d+\\. Nothing was charged\\.${fewer} The credits start afresh <t:\\d+:R>\\.$`,
  );

const FEWER = ' Fewer pictures at once may still fit\\.';

/**
 * Asks for pictures and waits until the credits are settled; gives what was said when there is none,
 * else how many there are.
 */
async function ask(stage: Stage, count: number, more: Parameters<typeof imagine>[2] = {}) {
  const job = imagine(stage, { count }, more);
  const { content, attachments } = await job.settled({ withinMs: 20_000 });
  await jobEnd(stage, job);
  return attachments.length === 0 ? content : attachments.length;
}

describe('a limit', () => {
  it('of each member’s day is never exceeded, by 20 requests at once either', async () => {
    const stage = await setStage();
    const { people } = stage.discord.world;
    const { content } = await settings(stage, { memberDay: 24 });
    expect(content).toBe('**Each member, a day**: 24 credits a day (before: no limit).');

    const all = Array.from({ length: 20 }, () => imagine(stage).settled({ withinMs: 20_000 }));
    const answers = await Promise.all(all);
    const refused = answers.filter(({ attachments }) => attachments.length === 0);
    expect(refused).toHaveLength(16);
    expect(stage.service.requests).toHaveLength(4);
    for (const answer of refused) {
      expect(answer.content).toMatch(refusedWith('You have 0 credits left today'));
    }
    expect(await ask(stage, 1, { by: people.secondMember })).toBe(1);
    expectNoViolations(stage);
  });

  it('of each member’s month, of a channel and of a role is kept, and the tightest is named', async () => {
    const stage = await setStage();
    const { people, channels, roles } = stage.discord.world;
    const { art, sketches, artThread } = channels;
    await settings(stage, { memberMonth: 60 });
    await settings(stage, { shares: [['channels', sketches, 18]] });
    await settings(stage, { shares: [['roles', roles.painters, 12]] });

    // The channel binds whoever is in it, and nobody elsewhere.
    expect(await ask(stage, 2, { in: sketches })).toBe(2);
    expect(await ask(stage, 2, { in: sketches, by: people.secondMember })).toMatch(
      refusedWith(`<#${sketches.id}> has 6 credits left this month`, FEWER),
    );
    expect(await ask(stage, 2, { by: people.secondMember })).toBe(2);

    // The role binds who has it, wherever they are, and nobody else.
    expect(await ask(stage, 1, { by: people.painter })).toBe(1);
    expect(await ask(stage, 2, { in: artThread, by: people.painter })).toMatch(
      refusedWith(
        `Members with <@&${roles.painters.id}> together have 6 credits left this month`,
        FEWER,
      ),
    );
    expect(await ask(stage, 1, { in: art, by: people.painter })).toBe(1);

    // Each member has a month of their own: 12 of 60 are used by one, as by the other.
    expect(await ask(stage, 4)).toBe(4);
    expect(await ask(stage, 4)).toBe(4);
    expect(await ask(stage, 1)).toMatch(refusedWith('You have 0 credits left this month'));
    expect(await ask(stage, 4, { by: people.secondMember })).toBe(4);

    const shown = await settingsPanel(stage).then((panel) => panel.page('shares'));
    expect(fieldOf(shown, 'Channels')).toBe(`<#${sketches.id}>: 12 of 18 credits used`);
    expect(fieldOf(shown, 'Roles')).toBe(`<@&${roles.painters.id}>: 12 of 12 credits used`);
    expectNoViolations(stage);
  });

  it('of a channel is never exceeded by several members at once', async () => {
    const stage = await setStage();
    const { people, channels } = stage.discord.world;
    const { sketches } = channels;
    await settings(stage, { shares: [['channels', sketches, 24]] });
    const members = [people.member, people.secondMember, people.moderator, people.painter];
    const all = members.flatMap((by) => Array.from({ length: 5 }, () => ({ by, in: sketches })));
    const answers = await Promise.all(all.map((place) => ask(stage, 1, place)));
    expect(answers.filter((answer) => answer === 1)).toHaveLength(4);
    expect(stage.service.requests).toHaveLength(4);
    const shown = await settingsPanel(stage).then((panel) => panel.page('shares'));
    expect(fieldOf(shown, 'Channels')).toBe(`<#${sketches.id}>: 24 of 24 credits used`);
  });

  it('of a channel binds its threads as well', async () => {
    const stage = await setStage();
    const { art, artThread } = stage.discord.world.channels;
    await settings(stage, { shares: [['channels', art, 12]] });
    expect(await ask(stage, 2, { in: artThread })).toBe(2);
    expect(await ask(stage, 1, { in: artThread })).toMatch(
      refusedWith(`<#${art.id}> has 0 credits left this month`),
    );
  });

  it('counts for a channel from the beginning of the month, for a role from when it is set', async () => {
    const stage = await setStage();
    const { people, channels, roles } = stage.discord.world;
    const by = people.painter;
    await ask(stage, 2, { by });
    const channel = await settings(stage, { shares: [['channels', channels.art, 60]] });
    expect(channel.content).toContain('Already 12 credits are used this month.');
    const role = await settings(stage, { shares: [['roles', roles.painters, 6]] });
    expect(role.content).toContain('is counted from this moment.');
    expect(await ask(stage, 1, { by })).toBe(1);
    const raised = await settings(stage, { shares: [['roles', roles.painters, 12]] });
    expect(raised.content).toContain(
      '12 credits a month (before: 6 credits a month). Already 6 credits are used this month.',
    );
  });

  it('can be a server’s own ceiling below its budget, survives a restart, and can be lifted', async () => {
    const before = await setStage();
    await settings(before, { server: 12 });
    await before.bot.stop('SIGKILL');
    const stage = { ...before, bot: await before.again() };
    expect(await ask(stage, 3)).toMatch(
      refusedWith('This server has 12 credits left this month', FEWER),
    );
    expect(await ask(stage, 2)).toBe(2);
    const lifted = await settings(stage, { server: 0 });
    expect(lifted.content).toContain(
      '**Own ceiling of the server**: none (before: 12 credits a month).',
    );
    expect(lifted.content).toContain('12 credits are used this month.');
    expect(await ask(stage, 3)).toBe(3);
  });

  it('that counts for a member is listed by /credits, and no other', async () => {
    const stage = await setStage();
    const { people, channels, roles } = stage.discord.world;
    await settings(stage, { memberDay: 24 });
    await settings(stage, { shares: [['channels', channels.sketches, 60]] });
    await settings(stage, { shares: [['roles', roles.painters, 30]] });
    await ask(stage, 1, { by: people.painter, in: channels.sketches });
    const listed = async (by: typeof people.member, channel: typeof channels.art) => {
      const card = await stage.discord.use({ command: 'credits', by, in: channel }).settled();
      return fieldOf(card, 'Limits that count for you here')?.split('\n');
    };
    expect(await listed(people.painter, channels.sketches)).toEqual([
      `Everybody in <#${channels.sketches.id}>, this month: 54 credits left of 60`,
      `Everybody with <@&${roles.painters.id}>, this month: 24 credits left of 30`,
      'You, today: 18 credits left of 24',
    ]);
    expect(await listed(people.member, channels.art)).toEqual([
      'You, today: 24 credits left of 24',
    ]);
  });
});
