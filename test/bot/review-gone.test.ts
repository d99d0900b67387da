import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { countRequests } from '../support/bot-routes.ts';
import { reject, reviewed, rule, says, waitingPicture } from '../support/reviews.ts';
import { credits, expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

const FREE = { Used: '0 credits', Held: '0 credits' };

/** The same stage with the bot as it is after a restart, which looks after every review at once. */
async function restarted(before: Stage): Promise<Stage> {
  await before.bot.stop();
  return { ...before, bot: await before.again() };
}

describe('a review', () => {
  it('whose review channel is deleted shows nothing, and gives the credits back', async () => {
    const { stage: before } = await waitingPicture();
    before.discord.world.removeChannel(before.discord.world.channels.review);
    const stage = await restarted(before);
    await says(stage, 'art', /is gone, so it is not shown\. Nothing was charged\./);
    await says(stage, 'modLog', /could not show what/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
    expectNoViolations(stage);
  });

  it('whose channel is deleted gives the credits back at the approval, and its member hears of it later', async () => {
    const { stage, message } = await waitingPicture();
    const { world } = stage.discord;
    world.removeChannel(world.channels.art);
    rule(stage, message, 'approve', world.people.moderator);
    const decided = await says(stage, 'review', /so nothing is shown\. Nothing was charged/);
    expect(decided.attachments).toEqual([]);
    await says(stage, 'modLog', /could not show what/);
    const seen = stage.discord.use({
      command: 'credits',
      by: world.people.member,
      in: world.channels.sketches,
    });
    const owed = await seen.followUp(0);
    expect(owed.content).toMatch(/^About what you asked for earlier .*Nothing was charged/);
    await expect
      .poll(() => credits(stage, world.people.member, world.channels.sketches))
      .toMatchObject(FREE);
    expectNoViolations(stage);
  });

  it('whose thread is deleted before the approval gives the credits back', async () => {
    const stage = await setStage({ policies: reviewed });
    const { world } = stage.discord;
    imagine(stage, {}, { in: world.channels.artThread });
    const message = await says(stage, 'review', /for a moderator/);
    world.removeChannel(world.channels.artThread);
    rule(stage, message, 'approve', world.people.moderator);
    await says(stage, 'review', /so nothing is shown\. Nothing was charged/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
  });

  it('of a server that the bot was put out of waits for its return', async () => {
    const { stage: before, message } = await waitingPicture({ seed: 41 });
    const { world } = before.discord;
    world.leave(world.guilds.studio, world.bot);
    const looks = countRequests(before);
    const stage = await restarted(before);
    const look = 'GET /channels/:channel/messages/:message';
    await stage.discord.until(
      () => looks(look) > 0 || undefined,
      10_000,
      () => 'no look',
    );
    world.join(world.guilds.studio, world.bot);
    rule(stage, message, 'approve', world.people.moderator);
    expect((await says(stage, 'art', /seed 41/)).attachments).toHaveLength(1);
    await says(stage, 'review', /Approved by .*\/channels\//s);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
  });

  it('of a review channel that is closed to the bot for a while waits', async () => {
    const { stage: before } = await waitingPicture();
    const { world } = before.discord;
    world.overwrite(world.channels.review, world.bot, { deny: Permission.ViewChannel });
    const looks = countRequests(before);
    const stage = await restarted(before);
    const look = 'GET /channels/:channel/messages/:message';
    await stage.discord.until(
      () => looks(look) > 0 || undefined,
      10_000,
      () => 'no look',
    );
    await stage.bot.stop();
    world.overwrite(world.channels.review, world.bot, { allow: Permission.ViewChannel });
    const open = { ...stage, bot: await stage.again() };
    expect(await credits(open)).toMatchObject({ Used: '0 credits', Held: '6 credits' });
  });

  it('of a member who left meanwhile is shown and charged all the same', async () => {
    const { stage, message } = await waitingPicture({ seed: 41 });
    const { world } = stage.discord;
    world.leave(world.guilds.studio, world.people.member);
    rule(stage, message, 'approve', world.people.moderator);
    expect((await says(stage, 'art', /seed 41/)).attachments).toHaveLength(1);
    await says(stage, 'review', /Approved by .*\/channels\//s);
    world.join(world.guilds.studio, world.people.member);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('is not decided about by who is a moderator no more when their form comes', async () => {
    const { stage, message } = await waitingPicture();
    const { guilds, people } = stage.discord.world;
    const opener = rule(stage, message, 'reject', people.moderator);
    await opener.answered;
    guilds.studio.members.get(people.moderator.id)?.roleIds.splice(0);
    const late = stage.discord.submit(opener, { values: { reason: 'Mine' } });
    expect((await late.settled()).content).toMatch(/may manage messages.*Nothing was changed/);
    expect(await credits(stage)).toMatchObject({ Held: '6 credits' });
    await reject(stage, message, { by: people.manager, reason: 'Ours' });
    await says(stage, 'review', /Rejected by/);
  });
});
