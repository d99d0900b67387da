import { describe, expect, it } from 'vitest';
import type { OptionValues, User } from '../../playground/discord/index.ts';
import { BLOCK_REFUSED, UNBLOCK_SELF } from '../../src/words/blocks.ts';
import { MODERATION_WORDS } from '../../src/words/moderation.ts';
import { order, PUPPET_HOST } from '../support/bot-host.ts';
import { booksOf } from '../support/bot-jobs.ts';
import { expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

const DAY_MS = 86_400_000;

/** Uses a subcommand of `/moderation` as the moderator in #art; resolves with the answer. */
const moderate = (
  { discord }: Stage,
  subcommand: string,
  options: OptionValues = {},
  by: User = discord.world.people.moderator,
) =>
  discord
    .use({ command: `moderation ${subcommand}`, options, by, in: discord.world.channels.art })
    .settled();

describe('/moderation', () => {
  it('blocks a member, who is told why and until when, and lets them again', async () => {
    const stage = await setStage();
    const { member, moderator } = stage.discord.world.people;
    const told = await moderate(stage, 'block', { member, duration: '3d', reason: 'Spam *again*' });
    expect(told.content).toMatch(
      /^<@\d+> is blocked from making pictures in this server until <t:\d+:f> \(<t:\d+:R>\)\. The reason: “Spam \\\*again\\\*”\. It is case 1\.$/,
    );
    const refused = await imagine(stage).settled();
    expect(refused.content).toMatch(
      /the block ends <t:\d+:R>\. The reason: \|\|“Spam \\\*again\\\*”\|\|\. Nothing was charged\. Moderators know it as case 1\.$/,
    );
    const again = await moderate(stage, 'block', { member, duration: 'forever', reason: 'Twice' });
    expect(again.content).toMatch(
      new RegExp(
        `This takes the place of the block by <@${moderator.id}> until .* It is case 2\\.$`,
      ),
    );
    const list = await moderate(stage, 'blocked');
    expect(list.embeds[0]?.description).toBe(
      `<@${member.id}> · for ever · by <@${moderator.id}> · case 2\n> Twice`,
    );
    expect((await moderate(stage, 'unblock', { member })).content).toMatch(
      /can make pictures again\. They were blocked by <@\d+> for ever\. It is case 3\.$/,
    );
    expect((await moderate(stage, 'unblock', { member })).content).toMatch(/is not blocked\./);
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
    const cases = await moderate(stage, 'cases', { member });
    expect(cases.embeds[0]?.description?.match(/\*\*Case \d\*\*/g)).toEqual([
      '**Case 3**',
      '**Case 2**',
      '**Case 1**',
    ]);
    expect((await moderate(stage, 'cases')).embeds[0]?.description).toBe(
      cases.embeds[0]?.description,
    );
    const one = await moderate(stage, 'case', { number: 1 });
    expect(one.embeds[0]?.description).toMatch(/blocked <@\d+> until .*\n> Spam \\\*again\\\*$/);
    expect((await moderate(stage, 'case', { number: 9 })).content).toMatch(/has no case 9/);
    const { by, in: channel } = { by: member, in: stage.discord.world.channels.art };
    await expect.poll(() => booksOf(stage, { by, in: channel })).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it('lets managers lift a block on themselves, and no other moderators', async () => {
    const stage = await setStage();
    const { moderator, manager } = stage.discord.world.people;
    await moderate(
      stage,
      'block',
      { member: moderator, duration: '3d', reason: 'A pause' },
      manager,
    );
    await moderate(stage, 'block', { member: manager, duration: '3d', reason: 'A pause' });
    const refused = await moderate(stage, 'unblock', { member: moderator });
    expect(refused.content).toBe(UNBLOCK_SELF);
    const list = await moderate(stage, 'blocked');
    expect(list.embeds[0]?.description).toMatch(new RegExp(`<@${moderator.id}>`));
    const lifted = await moderate(stage, 'unblock', { member: manager }, manager);
    expect(lifted.content).toMatch(/can make pictures again/);
    expectNoViolations(stage);
  });

  it('holds a block over a restart, whatever the host’s clock says, and ends it by Discord’s', async () => {
    const stage = await setStage({ host: PUPPET_HOST });
    const { member } = stage.discord.world.people;
    await moderate(stage, 'block', { member, duration: '1m', reason: 'Slow down' });
    await stage.bot.stop();
    const bot = await stage.again();
    expect((await imagine(stage).settled()).content).toMatch(/You are blocked/);
    await order(bot, { clockAheadMs: DAY_MS });
    expect((await imagine(stage).settled()).content).toMatch(/You are blocked/);
    const later = await imagine(stage, {}, { ageMs: -61_000 }).settled();
    expect(later.attachments).toHaveLength(1);
  });

  it('refuses what cannot be, and says why', async () => {
    const stage = await setStage();
    const { world } = stage.discord;
    const { member, moderator } = world.people;
    const block = (options: OptionValues) =>
      moderate(stage, 'block', { member, reason: 'Why', ...options }).then(
        ({ content }) => content,
      );
    expect(await block({ duration: 'a while' })).toMatch(/^Say how long/);
    expect(await block({ duration: '400d' })).toMatch(/at most a year/);
    expect(await block({ duration: '0m' })).toMatch(/at least one minute/);
    expect(await block({ member: moderator, duration: '1d' })).toBe(BLOCK_REFUSED.self);
    expect(await block({ member: world.bot, duration: '1d' })).toBe(BLOCK_REFUSED.bot);
    const list = await moderate(stage, 'blocked');
    expect(list.content).toMatch(/^Nobody is blocked/);
    expectNoViolations(stage);
  });

  it('is for who may manage messages at that moment, its pages too', async () => {
    const stage = await setStage();
    const { world } = stage.discord;
    const { moderator } = world.people;
    for (let index = 0; index < 11; index += 1) {
      const each = world.addPerson(`Rude ${index}`);
      world.join(world.guilds.studio, each);
      await moderate(stage, 'block', { member: each, duration: '1d', reason: 'Rude' });
    }
    const first = await moderate(stage, 'blocked');
    const lines = (message: typeof first) =>
      message.embeds[0]?.description?.match(/<@\d+> · until/g);
    expect(lines(first)).toHaveLength(10);
    const next = stage.discord.click({
      message: first,
      button: MODERATION_WORDS.next,
      by: moderator,
    });
    expect(lines(await next.settled())).toHaveLength(1);
    // The role is gone, the page is still there.
    world.join(world.guilds.studio, moderator);
    const refused = stage.discord.click({
      message: next.original() ?? first,
      button: MODERATION_WORDS.first,
      by: moderator,
    });
    expect((await refused.settled()).content).toBe(MODERATION_WORDS.notAllowed);
    // Administrators can offer the command to anybody.
    world.join(world.guilds.studio, moderator, world.roles.moderators);
    const member = { user: { id: moderator.id, username: 'm' }, roles: [], permissions: '0' };
    const told = await stage.discord
      .use({
        command: 'moderation blocked',
        by: moderator,
        in: world.channels.art,
        raw: { member },
      })
      .settled();
    expect(told.content).toBe(MODERATION_WORDS.notAllowed);
  });
});
