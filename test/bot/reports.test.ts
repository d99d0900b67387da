import { describe, expect, it } from 'vitest';
import type { Message } from '../../playground/discord/index.ts';
import { filedText, REPORT_WORDS, RULING_WORDS } from '../../src/words/reports.ts';
import { labelsOf } from '../support/labels.ts';
import { another, click, now, report, reportable, told } from '../support/reports.ts';
import { expectNoViolations, imagine, paintAsAsked, setStage } from '../support/stage.ts';

/** What must be the same in an attachment that comes back. */
const facts = (each: Message) =>
  each.attachments.map(({ filename, size, description }) => ({ filename, size, description }));

const OPEN = [RULING_WORDS.hide, RULING_WORDS.delete, RULING_WORDS.block, RULING_WORDS.dismiss];

describe('Report picture', () => {
  it('tells moderators who reported what and why, once for each member', async () => {
    const { stage, message, member, secondMember } = await reportable();
    expect(await report(stage, message, member)).toBe(REPORT_WORDS.own);
    expect(await report(stage, message, secondMember, 'Not *nice*')).toBe(filedText('filed'));
    const first = await told(stage, 1);
    expect(first.content).toMatch(
      new RegExp(
        `^\\*\\*Case 1\\*\\* · <@${secondMember.id}> reported a picture of <@${member.id}> · \\[message\\]\\(https://discord\\.com/channels/\\d+/\\d+/${message.id}\\) · <t:\\d+:f>\n> Not \\\\\\*nice\\\\\\*$`,
      ),
    );
    expect(labelsOf(first)).toEqual(OPEN);
    expect(await report(stage, message, secondMember)).toBe(filedText('reported-before'));
    expect(await report(stage, message, another(stage, 'Third'), 'Me too')).toBe(
      filedText('filed'),
    );
    expect((await told(stage, 1, 'as well')).content).toMatch(
      /^\*\*Case 1\*\* · <@\d+> reported it as well: 2 reports by now\n> Me too$/,
    );
    expect(now(stage, message)?.attachments).toHaveLength(2);
    expectNoViolations(stage);
  });

  it('hides by itself what three members reported, and shows it again', async () => {
    const { stage, message, member, secondMember, moderator } = await reportable();
    await report(stage, message, secondMember);
    await report(stage, message, another(stage, 'Third'));
    await report(stage, message, another(stage, 'Fourth'));
    await expect.poll(() => now(stage, message)?.attachments).toEqual([]);
    const hidden = now(stage, message);
    expect(hidden?.content).toBe(
      `*2 pictures of <@${member.id}> were hidden after 3 reports, until a moderator has looked.*`,
    );
    expect(hidden?.components).toEqual([]);
    expect(await report(stage, hidden as Message, another(stage, 'Fifth'))).toBe(
      REPORT_WORDS.noPictures,
    );
    const auto = await told(stage, 2);
    expect(auto.content).toMatch(/The bot hid 2 pictures of <@\d+> after 3 reports/);
    await stage.bot.stop();
    await stage.again();
    await click(stage, auto, 'show', moderator).settled();
    await expect.poll(() => now(stage, message)?.attachments).toHaveLength(2);
    const shown = now(stage, message);
    expect(shown?.content).toBe(message.content);
    expect(labelsOf(shown as Message)).toEqual(labelsOf(message));
    expect(facts(shown as Message)).toEqual(facts(message));
    // It was looked at: more reports change nothing.
    expect(await report(stage, shown as Message, another(stage, 'Sixth'))).toBe(
      filedText('decided'),
    );
    expectNoViolations(stage);
  });

  it('does not count the report of somebody who is blocked', async () => {
    const { stage, message, secondMember, moderator } = await reportable();
    const { discord } = stage;
    const art = discord.world.channels.art;
    const options = { member: secondMember, duration: '1d', reason: 'Rude' };
    await discord.use({ command: 'moderation block', options, by: moderator, in: art }).settled();
    await report(stage, message, secondMember);
    await report(stage, message, another(stage, 'Third'));
    await report(stage, message, another(stage, 'Fourth'));
    const one = await discord
      .use({ command: 'moderation case', options: { number: 2 }, by: moderator, in: art })
      .settled();
    expect(one.embeds[0]?.description).toContain(
      `• <@${secondMember.id}> (blocked, does not count)`,
    );
    expect(now(stage, message)?.attachments).toHaveLength(2);
    await report(stage, message, another(stage, 'Fifth'));
    await expect.poll(() => now(stage, message)?.attachments).toEqual([]);
  });

  it('is refused on what is no picture of the bot’s, or not finished', async () => {
    const { stage, message, secondMember } = await reportable();
    const { discord } = stage;
    const art = discord.world.channels.art;
    const words = discord.say({ content: 'Hello', by: secondMember, in: art });
    expect(await report(stage, words, secondMember)).toBe(REPORT_WORDS.noPictures);
    const refusal = await imagine(stage, { prompt: ' ' }).settled();
    expect(await report(stage, refusal, discord.world.people.member)).toBe(REPORT_WORDS.noPictures);
    expect(now(stage, message)?.attachments).toHaveLength(2);
    expectNoViolations(stage);
  });

  it('waits until every picture of a message is finished', async () => {
    let orders = 0;
    const stage = await setStage({
      // The second picture never comes.
      service: (request, response, count) => {
        orders += 1;
        if (orders === 1) paintAsAsked(request, response, count);
      },
    });
    const { member, secondMember } = stage.discord.world.people;
    const job = stage.discord.use({
      command: 'imagine',
      options: { prompt: 'A fox', count: 2 },
      by: member,
      in: stage.discord.world.channels.art,
    });
    const message = await job.settled({
      withinMs: 20_000,
      when: ({ attachments }) => attachments.length === 1,
    });
    expect(await report(stage, message, secondMember)).toBe(REPORT_WORDS.stillMaking);
    expect(now(stage, message)?.attachments).toHaveLength(1);
  });

  it('makes a case without a log channel, which moderators find and decide about', async () => {
    const { stage, message, secondMember, moderator } = await reportable({}, false);
    await report(stage, message, secondMember, 'Look');
    const art = stage.discord.world.channels.art;
    const list = await stage.discord
      .use({ command: 'moderation cases', by: moderator, in: art })
      .settled();
    expect(list.embeds[0]?.description).toMatch(/^\*\*Case 1\*\* .* · \*\*open\*\*$/);
    const options = { number: 1 };
    const look = () =>
      stage.discord.use({ command: 'moderation case', options, by: moderator, in: art }).settled();
    const card = await look();
    expect(card.embeds[0]?.description).toContain(`• <@${secondMember.id}>: Look`);
    expect(labelsOf(card)).toEqual(OPEN);
    await click(stage, card, 'hide', moderator).settled();
    await expect.poll(() => now(stage, message)?.content).toMatch(/hidden by <@\d+>, a moderator/);
    // Hiding is taken back from the case as well, for there is no other place to do it.
    await expect.poll(async () => labelsOf(await look())).toEqual([RULING_WORDS.show]);
    await click(stage, await look(), 'show', moderator).settled();
    await expect.poll(() => now(stage, message)?.attachments).toHaveLength(2);
    expect(labelsOf(await look())).toEqual([]);
  });
});
