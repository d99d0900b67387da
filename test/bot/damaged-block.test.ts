import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OptionValues } from '../../playground/discord/index.ts';
import { withSqlite } from '../support/sqlite-file.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

it('a damaged block keeps its member from drawing, is listed, and can be set anew or lifted', async () => {
  const first = await setStage();
  const { world, use } = first.discord;
  const { member, secondMember, moderator } = world.people;
  await first.bot.stop();
  await withSqlite(join(first.folder, 'easel.sqlite'), async (query) => {
    for (const { id } of [member, secondMember]) {
      const key = `easel:block:${world.guilds.studio.id}:${id}`;
      await query('INSERT INTO keyv(key, value) VALUES (?, ?)', key, '{"value":{"v":1');
    }
  });
  const stage = { ...first, bot: await first.again() };
  const moderate = (name: string, options: OptionValues = {}) =>
    use({
      command: `moderation ${name}`,
      options,
      by: moderator,
      in: world.channels.art,
    }).settled();
  const unread = /^What this server has decided about pictures cannot be read right now/;

  for (const by of [member, secondMember]) {
    expect((await imagine(stage, {}, { by }).settled()).content).toMatch(unread);
    expect(await stage.bot.printed(new RegExp(`"error".*block:\\d+:${by.id}`))).toBeDefined();
  }
  const lineOf = ({ id }: typeof member) =>
    `<@${id}> · this block is damaged and cannot be read: they cannot ask for pictures until you set it anew with \`/moderation block\` or lift it with \`/moderation unblock\``;
  const list = await moderate('blocked');
  expect(list.embeds[0]?.description?.split('\n').toSorted()).toEqual(
    [lineOf(member), lineOf(secondMember)].toSorted(),
  );
  await stage.bot.printed(new RegExp(`"member":"${member.id}".*"a block cannot be read"`));

  const anew = await moderate('block', { member, duration: 'forever', reason: 'Spam' });
  expect(anew.content).toMatch(
    /This takes the place of a block that was damaged\. It is case 1\.$/,
  );
  expect((await imagine(stage).settled()).content).toMatch(/^You are blocked .* as case 1\.$/);
  expect((await moderate('unblock', { member: secondMember })).content).toBe(
    `<@${secondMember.id}> can make pictures again. Their block was damaged. It is case 2.`,
  );
  const drawn = await imagine(stage, {}, { by: secondMember }).settled();
  expect(drawn.attachments).toHaveLength(1);
  const left = await moderate('blocked');
  expect(left.embeds[0]?.description).toMatch(new RegExp(`^<@${member.id}> · for ever · .*`));
  const cases = await moderate('cases');
  expect(cases.embeds[0]?.description).toContain('(the block was damaged)');
  expectNoViolations(stage);
});
