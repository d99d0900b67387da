import { describe, expect, it } from 'vitest';
import type { Message } from '../../playground/discord/index.ts';
import { MODERATION_WORDS } from '../../src/words/moderation.ts';
import { notDoneText, RULING_WORDS } from '../../src/words/reports.ts';
import { press } from '../support/buttons.ts';
import { labelsOf } from '../support/labels.ts';
import { click, log, now, PATIENT, report, reportable, told } from '../support/reports.ts';
import { expectNoViolations, imagine } from '../support/stage.ts';

describe('a moderator', () => {
  it('hides, and the second one hears who decided', async () => {
    const { stage, message, secondMember, moderator, manager } = await reportable();
    await report(stage, message, secondMember);
    const first = await told(stage, 1);
    const won = click(stage, first, 'hide', moderator);
    const lost = click(stage, first, 'delete', manager);
    expect((await lost.followUp(0, PATIENT)).content).toMatch(
      new RegExp(
        `^Somebody was faster: <@${moderator.id}> hid what was reported of <@\\d+> <t:\\d+:R>\\. Nothing was changed\\.$`,
      ),
    );
    await won.settled();
    expect(now(stage, message)?.attachments).toEqual([]);
    await told(stage, 1, `<@${moderator.id}> hid what was reported`);
    const [changed] = log(stage);
    expect(changed?.content).toMatch(/\n→ <@\d+> hid what was reported of <@\d+> · <t:\d+:f>$/);
    expect(labelsOf(changed as Message)).toEqual([RULING_WORDS.show]);
    await click(stage, changed as Message, 'show', manager).settled();
    await expect.poll(() => now(stage, message)?.attachments).toHaveLength(2);
    expect((await told(stage, 2)).content).toMatch(/showed 2 pictures of <@\d+> again/);
    expectNoViolations(stage);
  });

  it('dismisses', async () => {
    const { stage, message, secondMember, moderator } = await reportable();
    await report(stage, message, secondMember);
    await click(stage, await told(stage, 1), 'dismiss', moderator).settled();
    await told(stage, 1, 'dismissed the report');
    expect(now(stage, message)?.attachments).toHaveLength(2);
    expect(labelsOf(log(stage)[0] as Message)).toEqual([]);
  });

  it('deletes, which is a case of its own', async () => {
    const { stage, message, secondMember, moderator } = await reportable();
    await report(stage, message, secondMember);
    await click(stage, await told(stage, 1), 'delete', moderator).settled();
    await expect.poll(() => now(stage, message)).toBeUndefined();
    expect((await told(stage, 2)).content).toMatch(/<@\d+> deleted 2 pictures of <@\d+>/);
    await told(stage, 1, 'deleted what was reported');
    expectNoViolations(stage);
  });

  it('blocks for a time, which hides the pictures as well', async () => {
    const { stage, place, message, secondMember, moderator } = await reportable();
    await report(stage, message, secondMember);
    const first = await told(stage, 1);
    const send = async (duration: string) => {
      const opener = click(stage, first, 'block', moderator);
      expect(await opener.answered).toBe(9);
      return stage.discord.submit(opener, { values: { reason: 'Gore', duration } });
    };
    const wrong = (await (await send('long')).settled()).content;
    expect(wrong).toMatch(/^Say how long.*to copy: \n```\nGore\n```$/);
    await (await send('3d')).settled();
    await expect.poll(() => now(stage, message)?.attachments).toEqual([]);
    await told(stage, 1, 'blocked <@');
    const refused = await imagine(stage, {}, place).settled();
    expect(refused.content).toMatch(/You are blocked .* The reason: \|\|“Gore”\|\|/);
    expectNoViolations(stage);
  });

  it('needs the permission at the click', async () => {
    const { stage, message, secondMember, moderator } = await reportable();
    await report(stage, message, secondMember);
    const first = await told(stage, 1);
    const { world } = stage.discord;
    world.join(world.guilds.studio, moderator);
    for (const button of ['hide', 'delete', 'block', 'dismiss'] as const) {
      const refused = await click(stage, first, button, moderator).settled();
      expect(refused.content).toBe(MODERATION_WORDS.notAllowed);
    }
    expect(now(stage, message)?.attachments).toHaveLength(2);
  });

  it('hears that the message is no more, or that Discord does not take it', async () => {
    const { stage, message, member, secondMember, moderator } = await reportable();
    await report(stage, message, secondMember);
    const first = await told(stage, 1);
    const forbidden = stage.discord.faults.add({
      route: 'PATCH /channels/:channel/messages/:message',
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    const refused = await click(stage, first, 'hide', moderator).followUp(0, PATIENT);
    expect(refused.content).toBe(notDoneText('refused'));
    forbidden.remove();
    const asked = await press(stage, message, 'delete', member).settled();
    await stage.discord.click({ message: asked, button: 'Delete', by: member }).settled();
    await expect.poll(() => now(stage, message)).toBeUndefined();
    const gone = await click(stage, first, 'hide', moderator).followUp(0, PATIENT);
    expect(gone.content).toBe(notDoneText('gone'));
    await click(stage, first, 'delete', moderator).settled();
    await told(stage, 1, 'deleted what was reported');
  });
});
