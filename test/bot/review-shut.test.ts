import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { CLOCK_AHEAD, PUPPET_HOST } from '../support/bot-host.ts';
import { labelsOf } from '../support/labels.ts';
import { rule, says, waitingPicture } from '../support/reviews.ts';
import { credits, expectNoViolations, type Stage } from '../support/stage.ts';

const HOUR_MS = 3_600_000;

const NOT_YET =
  /Approved by <@\d+>, but not shown yet: the bot cannot fetch .* in this channel\..*Nothing is charged before/;

/** Takes the review channel away from the bot, or gives it back. */
function turn({ discord: { world } }: Stage, to: 'allow' | 'deny'): void {
  world.overwrite(world.channels.review, world.bot, { [to]: Permission.ViewChannel });
}

const inLog = ({ discord }: Stage, pattern: RegExp): number =>
  discord.messages(discord.world.channels.modLog).filter(({ content }) => pattern.test(content))
    .length;

/** A picture is approved where the bot may not look any more. */
async function approvedBlindly(setting: Parameters<typeof waitingPicture>[1] = {}) {
  const { stage, message, asked } = await waitingPicture({ seed: 41 }, setting);
  await stage.bot.printed(/"result":"in-review"/);
  turn(stage, 'deny');
  rule(stage, message, 'approve', stage.discord.world.people.moderator);
  return { stage, asked };
}

describe('pictures that are approved where the bot may not look any more', () => {
  it('are not gone: moderators are told once what is missing, and they are shown once it is mended', async () => {
    const { stage: before } = await approvedBlindly();
    const told = await says(before, 'review', NOT_YET);
    expect([told.attachments.length, labelsOf(told)]).toEqual([1, []]);
    const { review } = before.discord.world.channels;
    const asks = await says(before, 'modLog', /is approved and not shown yet/);
    expect(asks.content).toContain(`View Channel or Read Message History in <#${review.id}>.`);
    expect(await credits(before)).toMatchObject({ Used: '0 credits', Held: '6 credits' });

    await before.bot.stop();
    turn(before, 'allow');
    const stage = { ...before, bot: await before.again() };
    expect((await says(stage, 'art', /seed 41/)).attachments).toHaveLength(1);
    await says(stage, 'review', /Approved by .*\/channels\//s);
    await says(stage, 'modLog', /approved what/);
    expect(inLog(stage, /not shown yet/)).toBe(1);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('are let go a day after the decision, and their member is told why', async () => {
    const clock = { aheadMs: 0 };
    const discord = { now: () => Date.now() + clock.aheadMs };
    const { stage: before } = await approvedBlindly({ discord, host: PUPPET_HOST });
    await says(before, 'review', NOT_YET);
    await before.bot.stop();
    clock.aheadMs = 25 * HOUR_MS;
    const stage = { ...before, bot: await before.again({ [CLOCK_AHEAD]: `${clock.aheadMs}` }) };
    const told = await says(stage, 'art', /approved the picture you asked for, but for a day/);
    expect(told.content).toContain('Nothing was charged.');
    await says(stage, 'modLog', /could not show what/);
    expect(await credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
  });
});
