import { describe, expect, it } from 'vitest';
import type { Message } from '../../playground/discord/index.ts';
import { REPORT_WORDS } from '../../src/words/reports.ts';
import { another, click, log, now, PATIENT, report, reportable, told } from '../support/reports.ts';
import { expectNoViolations, type Stage } from '../support/stage.ts';

const CHANGE = 'PATCH /channels/:channel/messages/:message';
const HID = /The bot hid 2 pictures of <@\d+> after 3 reports/;

/** As many more members report it, one after another. */
async function reportTimes(stage: Stage, message: Message, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await report(stage, message, another(stage, `Member ${count}`));
  }
}

/** What moderators are told of hiding. */
const hidings = (stage: Stage) => log(stage).filter(({ content }) => HID.test(content));

describe('what three members reported is hidden, with one case,', () => {
  it.each(['before Discord did it', 'after Discord did it'])(
    'although the bot is killed %s',
    async (when) => {
      const { stage, message, moderator } = await reportable();
      const { faults } = stage.discord;
      const handled = when === 'after Discord did it';
      const slow = faults.add({ route: CHANGE, delayMs: 60_000, ...(handled && { handled }) });
      await reportTimes(stage, message, 3);
      await expect.poll(() => slow.hits).toBe(1);
      await stage.bot.stop('SIGKILL');
      slow.remove();
      expect(now(stage, message)?.attachments).toHaveLength(handled ? 0 : 2);
      expect(hidings(stage)).toEqual([]);
      const bot = await stage.again();
      await expect.poll(() => hidings(stage).length).toBe(1);
      expect(now(stage, message)?.content).toMatch(/2 pictures of <@\d+> were hidden after 3/);
      await bot.stop();
      await stage.again();
      await click(stage, await told(stage, 2), 'show', moderator).settled();
      await expect.poll(() => now(stage, message)?.attachments).toHaveLength(2);
      await told(stage, 1, 'dismissed');
      expect(hidings(stage)).toHaveLength(1);
      expectNoViolations(stage);
    },
  );

  it('once Discord takes it, where it fails for a while', async () => {
    const { stage, message } = await reportable();
    const fault = stage.discord.faults.add({ route: CHANGE, status: 500, times: 7 });
    await reportTimes(stage, message, 3);
    await expect.poll(() => now(stage, message)?.attachments).toEqual([]);
    expect(fault.hits).toBe(7);
    await told(stage, 2, 'The bot hid');
    expect(hidings(stage)).toHaveLength(1);
    expectNoViolations(stage);
  });
});

describe('what three members reported and Discord does not let the bot hide', () => {
  it('is told to moderators once, who can decide there', async () => {
    const { stage, message, moderator } = await reportable();
    const forbidden = stage.discord.faults.add({
      route: CHANGE,
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    await reportTimes(stage, message, 3);
    const stuck = await told(stage, 1, '3 members reported these pictures, but they are still');
    await report(stage, message, another(stage, 'Fourth'));
    await told(stage, 1, '4 reports by now');
    const card = await stage.discord
      .use({
        command: 'moderation case',
        options: { number: 1 },
        by: moderator,
        in: stage.discord.world.channels.art,
      })
      .settled();
    expect(card.embeds[0]?.description).toContain('**Still there** · Discord does not let the bot');
    await expect.poll(() => forbidden.hits).toBe(2);
    forbidden.remove();
    await click(stage, stuck, 'hide', moderator).settled(PATIENT);
    await expect.poll(() => now(stage, message)?.attachments).toEqual([]);
    await told(stage, 1, 'hid what was reported');
    expect(log(stage).filter(({ content }) => /still there/.test(content))).toHaveLength(1);
    expect(hidings(stage)).toEqual([]);
    const hidden = now(stage, message) as Message;
    expect(await report(stage, hidden, another(stage, 'Late'))).toBe(REPORT_WORDS.noPictures);
    expectNoViolations(stage);
  });
});
