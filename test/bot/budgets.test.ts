import { describe, expect, it } from 'vitest';
import { imagineToTheEnd } from '../support/bot-jobs.ts';
import { budget, fieldOf, settings } from '../support/bot-limits.ts';
import { credits, expectNoViolations, imagine, setStage } from '../support/stage.ts';

describe('a server’s budget', () => {
  it('is raised by the bot’s owner, and the next picture goes through', async () => {
    const stage = await setStage({ env: { GUILD_MONTHLY_CREDITS: '6' } });
    const { people, channels } = stage.discord.world;
    const first = await imagineToTheEnd(stage, {}, { by: people.member, in: channels.art });
    expect(first.message.attachments).toHaveLength(1);
    expect((await imagine(stage).settled()).content).toMatch(/^This server has 0 credits left/);
    expect(await budget(stage, 'set', { credits: 12 })).toMatch(
      /: 12 credits a month, for this server alone; before: as every server\. 6 credits are used this month\.$/,
    );
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '12 credits', Left: '0 credits' });

    await stage.bot.stop();
    await stage.again();
    expect((await imagine(stage).settled()).content).toMatch(/^This server has 0 credits left/);
    expect(await budget(stage, 'set', { credits: 0 })).toContain('unlimited credits');
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('cannot be raised by a manager', async () => {
    const stage = await setStage({ env: { GUILD_MONTHLY_CREDITS: '6' } });
    const { people } = stage.discord.world;
    const ceiling = await settings(stage, { server: 600 });
    expect(ceiling.content).toMatch(
      /gives this server 6 credits a month, and only the bot’s owner can raise it\..* Nothing was changed\.$/,
    );
    const raw = {
      member: {
        user: { id: people.manager.id, username: 'manager' },
        roles: [],
        permissions: '32',
      },
    };
    expect(await budget(stage, 'set', { credits: 600 }, { raw })).toMatch(
      /^Only the bot’s owner can see or change a server’s budget here\. Nothing was changed\./,
    );
    expect(fieldOf(ceiling, 'Budget')).toBe('6 credits a month, as every server');
    expect(fieldOf(ceiling, 'Own ceiling of the server')).toBe('none');
    await imagine(stage).settled();
    expect((await imagine(stage).settled()).content).toMatch(/^This server has 0 credits left/);
  });

  it('is given by whom OWNER_IDS names, from another server too, and by nobody else', async () => {
    const stage = await setStage({ env: { OWNER_IDS: '999999999999999999' } });
    const { people, guilds, channels } = stage.discord.world;
    expect(await budget(stage, 'set', { credits: 60 })).toMatch(/^Only the bot’s owner can/);
    await stage.bot.stop();
    await stage.again({ OWNER_IDS: people.owner.id });
    expect(stage.discord.traffic.rest('GET /applications/@me')).toEqual([]);
    const options = { credits: 6, server: guilds.studio.id };
    expect(await budget(stage, 'set', options, { in: channels.prints })).toContain(
      `Server ${guilds.studio.id}: 6 credits a month, for this server alone`,
    );
    await imagine(stage).settled();
    expect((await imagine(stage).settled()).content).toMatch(/^This server has 0 credits left/);
    const elsewhere = await imagine(
      stage,
      {},
      { by: people.member, in: channels.prints },
    ).settled();
    expect(elsewhere.attachments).toHaveLength(1);
  });
});
