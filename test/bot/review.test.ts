import { describe, expect, it } from 'vitest';
import { type Message, Permission } from '../../playground/discord/index.ts';
import { BLOCK_REFUSED } from '../../src/words/blocks.ts';
import { BUTTON_LABELS } from '../../src/words/buttons.ts';
import { MENU_LABELS, MENU_WORDS } from '../../src/words/menus.ts';
import { REPORT_WORDS } from '../../src/words/reports.ts';
import { REVIEW_WORDS } from '../../src/words/review.ts';
import { labelsOf } from '../support/labels.ts';
import { textUnder } from '../support/png-texts.ts';
import { inReview, reject, reviewed, rule, says, waitingPicture } from '../support/reviews.ts';
import { credits, expectNoViolations, imagine, setStage } from '../support/stage.ts';

/** Downloads the first file of a message. */
async function fileOf({ attachments: [first] }: Message): Promise<Buffer> {
  return Buffer.from(await (await fetch(first?.url ?? '')).arrayBuffer());
}

describe('a picture that moderators see first', () => {
  it('is shown to nobody else, is not charged, and its member may take it back', async () => {
    const { stage, message, answer } = await waitingPicture();
    expect(answer.attachments).toEqual([]);
    expect(answer.content).toMatch(/waits for a moderator.*Nothing is charged until it is shown/);
    expect(labelsOf(answer)).toEqual(['Withdraw']);
    expect(message.attachments).toHaveLength(1);
    expect(message.content).toContain('> A lighthouse on a cliff');
    expect(message.mentions).toEqual([]);
    expect(labelsOf(message)).toEqual(['Approve', 'Reject…', 'Reject and block…']);
    expect(await credits(stage)).toMatchObject({ Used: '0 credits', Held: '6 credits' });
    const { member, secondMember } = stage.discord.world.people;

    const other = stage.discord.click({ message: answer, button: 'Withdraw', by: secondMember });
    expect((await other.settled()).content).toBe(REVIEW_WORDS.notYours);
    stage.discord.click({ message: answer, button: 'Withdraw', by: member });
    await says(stage, 'art', /You took back the picture/);
    const [gone] = [await says(stage, 'review', /Taken back by their member/)];
    expect([gone?.attachments, labelsOf(gone)]).toEqual([[], []]);
    expect(gone?.content).not.toContain('lighthouse');
    await says(stage, 'modLog', /took back what they had asked for/);
    expect(await credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('appears under its member’s name once it is approved, and is charged then', async () => {
    const { stage, message, asked } = await waitingPicture({ seed: 41 });
    const { moderator, secondMember, member } = stage.discord.world.people;
    const refused = rule(stage, message, 'approve', secondMember);
    expect((await refused.settled()).content).toBe(REVIEW_WORDS.notModerator);

    rule(stage, message, 'approve', moderator);
    const shown = await says(stage, 'art', /seed 41/);
    expect(shown.attachments).toHaveLength(1);
    expect(shown.attachments[0]?.filename).toBe('a-lighthouse-on-a-cliff-41.png');
    expect(shown.attachments[0]?.description).toContain('A lighthouse on a cliff');
    expect(shown.content).toContain(`asked by <@${member.id}>`);
    expect(shown.mentions.map(({ id }) => id)).toEqual([member.id]);
    expect(labelsOf(shown)).toEqual(Object.values(BUTTON_LABELS));
    const told = await asked.settled({ when: ({ content }) => content.includes('approved it') });
    expect(told.content).toContain(`/${shown.id}`);
    expect(labelsOf(told)).toEqual([]);
    const decided = await says(stage, 'review', /Approved by .*\/channels\//s);
    expect(decided.attachments).toEqual([]);
    await says(stage, 'modLog', /approved what/);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });

    const again = stage.discord.click({ message: shown, button: 'Again', by: moderator });
    expect((await again.settled()).attachments).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('tells no prompt inside its file until it is approved', async () => {
    const { stage, message } = await waitingPicture({ seed: 41, negative_prompt: 'fog' });
    const waiting = await fileOf(message);
    expect(textUnder(waiting, 'XML:com.adobe.xmp')).toContain('trainedAlgorithmicMedia');
    expect(waiting.toString('latin1')).not.toMatch(/lighthouse|fog/);

    await stage.bot.stop();
    await stage.again();
    rule(stage, message, 'approve', stage.discord.world.people.moderator);
    const shown = await fileOf(await says(stage, 'art', /seed 41/));
    expect(textUnder(shown, 'parameters')).toMatch(
      /^A lighthouse on a cliff\nNegative prompt: fog\nSize: \d+x\d+, Seed: 41, /,
    );
    expect(textUnder(shown, 'XML:com.adobe.xmp')).toBe(textUnder(waiting, 'XML:com.adobe.xmp'));
    expectNoViolations(stage);
  });

  it('says no more inside its file than the operator lets it', async () => {
    const env = { PICTURE_METADATA: 'none' };
    const { stage, message } = await waitingPicture({ seed: 41 }, { env });
    const waiting = await fileOf(message);
    rule(stage, message, 'approve', stage.discord.world.people.moderator);
    const shown = await says(stage, 'art', /seed 41/);
    expect(await fileOf(shown)).toEqual(waiting);
  });

  it('is kept from everybody when it is rejected, and its member hears why', async () => {
    const { stage, message } = await waitingPicture({ count: 2 });
    const { moderator, member } = stage.discord.world.people;
    await reject(stage, message, { by: moderator, reason: 'Not in *this* channel' });
    const told = await says(stage, 'art', /A moderator decided/);
    expect(told.content).toContain(String.raw`The reason: ||“Not in \*this\* channel”||.`);
    expect(told.content).toContain('Nothing was charged.');
    expect([told.attachments, labelsOf(told)]).toEqual([[], []]);
    const decided = await says(stage, 'review', /Rejected by/);
    expect(labelsOf(decided)).toEqual([]);
    expect(decided.attachments).toHaveLength(2);
    expect(JSON.stringify(decided)).not.toMatch(/lighthouse/i);
    await says(stage, 'modLog', /rejected what/);
    expect(await credits(stage, member)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('is no picture to report, nor one that is too old to tell of', async () => {
    const { stage, message } = await waitingPicture();
    const { people, channels } = stage.discord.world;
    const place = { by: people.moderator, in: channels.review, target: message };
    for (const [command, said] of [
      [REPORT_WORDS.entry, REPORT_WORDS.waiting],
      [MENU_LABELS.details, MENU_WORDS.waiting],
    ] as const) {
      const chosen = await stage.discord.contextMenu({ command, ...place }).settled();
      expect(chosen.content).toBe(said);
    }
  });

  it('is rejected by its own member without a block, who moderates there alone', async () => {
    const { stage, message } = await waitingPicture();
    const { channels, people } = stage.discord.world;
    const { ViewChannel, ManageMessages } = Permission;
    const allow = ViewChannel | ManageMessages;
    stage.discord.world.overwrite(channels.review, people.member, { allow });
    const words = { by: people.member, reason: 'Not good' };
    const refused = await reject(stage, message, { ...words, duration: '1m' });
    expect((await refused.settled()).content).toBe(BLOCK_REFUSED.self);
    expect(labelsOf(message)).toContain('Reject…');
    await reject(stage, message, words);
    expect((await says(stage, 'review', /Rejected by/)).content).not.toContain('blocked');
    expectNoViolations(stage);
  });

  it('can be rejected together with its member, who is blocked then', async () => {
    const { stage, message } = await waitingPicture();
    const { moderator } = stage.discord.world.people;
    const words = { by: moderator, reason: 'Once too often', duration: 'soon' };
    const wrong = await reject(stage, message, words);
    expect((await wrong.settled()).content).toMatch(
      /30m, 2h, 7d.*Nothing was changed.*Once too often/s,
    );
    await reject(stage, message, { ...words, duration: '2h' });
    await says(stage, 'review', /and their member was blocked/);
    await says(stage, 'modLog', /blocked <@/);
    const refused = await imagine(stage).settled();
    expect(refused.content).toMatch(/You are blocked .*Once too often/);
    expectNoViolations(stage);
  });

  it('is decided about once: the second moderator is told who was first', async () => {
    const { stage, message } = await waitingPicture();
    const { moderator, manager } = stage.discord.world.people;
    const opener = rule(stage, message, 'reject', manager);
    await opener.answered;
    const clicks = [moderator, manager].map((by) => rule(stage, message, 'approve', by));
    await Promise.all(clicks.map(({ answered }) => answered));
    await says(stage, 'art', /asked by .*/);
    const late = stage.discord.submit(opener, { values: { reason: 'Too late' } });
    const told = await late.settled();
    expect(told.content).toMatch(
      /^(?:Somebody was faster|You decided before): <@\d+> approved what <@\d+> asked for/,
    );
    const losers = clicks.filter((click) =>
      click.original()?.content.startsWith('Somebody was faster'),
    );
    expect(losers).toHaveLength(1);
    await says(stage, 'review', /Approved by .*\/channels\//s);
    const shown = stage.discord
      .messages(stage.discord.world.channels.art)
      .filter(({ attachments }) => attachments.length > 0);
    expect(shown).toHaveLength(1);
    expect(inReview(stage)).toHaveLength(1);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('is not called decided while it is still on its way to the moderators', async () => {
    const stage = await setStage({ policies: reviewed });
    const { faults, world } = stage.discord;
    faults.add({ route: 'GET /channels/:channel/messages', delayMs: 2_000, times: 1 });
    const answer = await imagine(stage).settled({
      when: (message) => labelsOf(message).includes('Withdraw'),
    });
    const early = stage.discord.click({
      message: answer,
      button: 'Withdraw',
      by: world.people.member,
    });
    expect((await early.settled()).content).toBe(REVIEW_WORDS.tooEarly);
    await says(stage, 'review', /for a moderator/);
    expectNoViolations(stage);
  });

  it('cannot be taken back once it is approved, and does not say by whom', async () => {
    const { stage, message, answer } = await waitingPicture();
    const { faults, world } = stage.discord;
    faults.add({ route: 'GET /channels/:channel/messages', delayMs: 2_000, times: 1 });
    await rule(stage, message, 'approve', world.people.moderator).answered;
    const late = stage.discord.click({
      message: answer,
      button: 'Withdraw',
      by: world.people.member,
    });
    expect((await late.settled()).content).toBe(REVIEW_WORDS.tooLate);
    await says(stage, 'review', /Approved by .*\/channels\//s);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
  });

  it('does not wait when who asks moderates the channel', async () => {
    const { stage } = await waitingPicture();
    const by = stage.discord.world.people.moderator;
    expect((await imagine(stage, {}, { by }).settled()).attachments).toHaveLength(1);
    expect(inReview(stage)).toHaveLength(1);
  });
});
