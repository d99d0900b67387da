import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { CLOCK_AHEAD, order, PUPPET_HOST } from '../support/bot-host.ts';
import { labelsOf } from '../support/labels.ts';
import { reject, reviewed, rule, says, waitingPicture } from '../support/reviews.ts';
import { credits, expectNoViolations, imagine, setStage } from '../support/stage.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
const FREE = { Used: '0 credits', Held: '0 credits' };

describe('a review', () => {
  it.each(['at once', 'later'])(
    'survives a crash %s: its hold stays, and its buttons work',
    async (when) => {
      const { stage: before, message } = await waitingPicture({ seed: 41 });
      if (when === 'later') await before.bot.printed(/"result":"in-review"/);
      await before.bot.stop('SIGKILL');
      const stage = { ...before, bot: await before.again() };
      expect(await credits(stage)).toMatchObject({ Used: '0 credits', Held: '6 credits' });
      rule(stage, message, 'approve', stage.discord.world.people.moderator);
      const shown = await says(stage, 'art', /seed 41/);
      expect(shown.attachments).toHaveLength(1);
      await says(stage, 'review', /Approved by .*\/channels\//s);
      expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
      expectNoViolations(stage);
    },
  );

  it('that was approved just before a crash is carried out, and charged once', async () => {
    const { stage: before, message } = await waitingPicture({ seed: 41 });
    const post = 'POST /channels/:channel/messages';
    before.discord.faults.add({
      route: post,
      files: true,
      handled: true,
      delayMs: 20_000,
      times: 1,
    });
    rule(before, message, 'approve', before.discord.world.people.moderator);
    await says(before, 'art', /seed 41/);
    await before.bot.stop('SIGKILL');
    const stage = { ...before, bot: await before.again() };
    await says(stage, 'review', /Approved by .*\/channels\//s);
    const shown = stage.discord
      .messages(stage.discord.world.channels.art)
      .filter(({ attachments }) => attachments.length > 0);
    expect(shown).toHaveLength(1);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
  });

  it('outlives its interaction: the author is told by a mention in the channel', async () => {
    const { stage, message, asked } = await waitingPicture({}, { host: PUPPET_HOST });
    const { moderator, member } = stage.discord.world.people;
    await order(stage.bot, { clockAheadMs: 20 * MINUTE_MS });
    await reject(stage, message, { by: moderator, reason: 'Not here' });
    const told = await says(stage, 'art', /^<@\d+>, a moderator decided/);
    expect(told.content).toContain('“Not here”');
    expect(told.mentions.map(({ id }) => id)).toEqual([member.id]);
    await says(stage, 'review', /Rejected by/);
    await asked.settled({ when: (shown) => labelsOf(shown).length === 0 });
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
    expectNoViolations(stage);
  });

  it('that is approved after its interaction’s time is shown, and its member is led there', async () => {
    const { stage, message, asked } = await waitingPicture({ seed: 41 }, { host: PUPPET_HOST });
    await order(stage.bot, { clockAheadMs: 20 * MINUTE_MS });
    rule(stage, message, 'approve', stage.discord.world.people.moderator);
    const shown = await says(stage, 'art', /seed 41/);
    const led = await asked.settled({ when: ({ content }) => content.includes('approved it') });
    expect(led.content).toContain(`/${shown.id}`);
    await says(stage, 'review', /Approved by .*\/channels\//s);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('lapses after 7 days without a decision', async () => {
    const clock = { aheadMs: 0 };
    const discord = { now: () => Date.now() + clock.aheadMs };
    const { stage: before } = await waitingPicture({}, { discord, host: PUPPET_HOST });
    const month = await credits(before);
    expect(month).toMatchObject({ Held: '6 credits' });
    await before.bot.stop();
    clock.aheadMs = 7 * DAY_MS + MINUTE_MS;
    const stage = { ...before, bot: await before.again({ [CLOCK_AHEAD]: `${clock.aheadMs}` }) };
    const told = await says(stage, 'art', /^<@\d+>, no moderator decided within 7 days/);
    expect(told.content).toContain('Nothing was charged.');
    const [gone] = [await says(stage, 'review', /Nobody decided within 7 days/)];
    expect([gone?.attachments, labelsOf(gone)]).toEqual([[], []]);
    await says(stage, 'modLog', /nobody decided in time/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
  });

  it('whose message is deleted shows nothing, and gives the credits back', async () => {
    const { stage: before, message } = await waitingPicture();
    before.discord.deleteMessage(message);
    await before.bot.stop();
    const stage = { ...before, bot: await before.again() };
    await says(stage, 'art', /is gone, so it is not shown\. Nothing was charged\./);
    await says(stage, 'modLog', /could not show what/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
    expectNoViolations(stage);
  });

  it('whose channel does not take it any more gives the credits back at the approval', async () => {
    const { stage, message } = await waitingPicture();
    const { world } = stage.discord;
    const deny = Permission.ViewChannel | Permission.SendMessages;
    world.overwrite(world.channels.art, world.bot, { deny });
    rule(stage, message, 'approve', world.people.moderator);
    await says(stage, 'review', /Discord did not let the bot post in that channel/);
    await says(stage, 'modLog', /could not show what/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
  });
});

describe('approved pictures', () => {
  it('that are larger than the server takes by now are free, and nobody is told of closed channels', async () => {
    const { stage, message } = await waitingPicture();
    const { world } = stage.discord;
    const guild = world.allGuilds.get(world.guilds.studio.id);
    Object.assign(guild ?? {}, { attachmentSizeLimit: 10 });
    rule(stage, message, 'approve', world.people.moderator);
    const told = await says(stage, 'art', /Discord did not let the bot post it in that channel/);
    expect(told.content).toContain('Nothing was charged.');
    await says(stage, 'review', /Discord did not let the bot post in that channel/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
  });
});

describe('a server where moderators see pictures first', () => {
  it('without a review channel makes none, and says what managers must do', async () => {
    const stage = await setStage({
      policies: ({ guilds }) => ({ [guilds.studio.id]: { review: 'everybody' } }),
    });
    const { content } = await imagine(stage).settled();
    expect(content).toMatch(/no channel is chosen for that\. Nothing was charged\. Ask a manager/);
    expect(stage.service.requests).toHaveLength(0);
  });

  it('whose review channel is closed to the bot makes none', async () => {
    const stage = await setStage({
      policies: ({ guilds, channels }) => ({
        [guilds.studio.id]: { review: 'everybody', reviewChannel: channels.noBots.id },
      }),
    });
    const { content } = await imagine(stage).settled();
    expect(content).toMatch(/the bot cannot use the channel that is chosen/);
    expect(stage.service.requests).toHaveLength(0);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
    expectNoViolations(stage);
  });

  it('whose review channel takes no files shows nothing and charges nothing', async () => {
    const stage = await setStage({ policies: reviewed });
    const { world } = stage.discord;
    world.overwrite(world.channels.review, world.bot, {
      allow: Permission.ViewChannel,
      deny: Permission.AttachFiles,
    });
    const { content, attachments } = await imagine(stage).settled({
      when: (message) => /could not be shown to the moderators/.test(message.content),
    });
    expect([content, attachments]).toEqual([expect.stringContaining('Nothing was charged.'), []]);
    await says(stage, 'modLog', /could not show what/);
    await expect.poll(() => credits(stage)).toMatchObject(FREE);
  });

  it('waits for new members alone where managers want that', async () => {
    const stage = await setStage({
      policies: (world) => {
        const [first] = Object.entries(reviewed(world));
        const [id = '', policy] = first ?? [];
        return { [id]: { ...policy, review: 'new-members', newMemberDays: 7 } };
      },
    });
    await imagine(stage).settled({ when: ({ content }) => /for a moderator/.test(content) });
    expect((await says(stage, 'review', /waits for a moderator/)).attachments).toHaveLength(1);
  });
});
