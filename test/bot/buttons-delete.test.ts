import { describe, expect, it } from 'vitest';
import { type Channel, Permission, type User } from '../../playground/discord/index.ts';
import { BUTTON_WORDS } from '../../src/words/buttons.ts';
import { booksOf } from '../support/bot-jobs.ts';
import { press, shownPicture, strangerIn } from '../support/buttons.ts';
import { refusal, ROUTES } from '../support/edge-discord.ts';
import { labelsOf } from '../support/labels.ts';
import { expectNoViolations, type Stage } from '../support/stage.ts';

const DELETE = 'DELETE /channels/:channel/messages/:message';

/** What `/moderation cases` lists for somebody who may manage messages there. */
async function casesIn({ discord }: Stage, channel: Channel, by: User) {
  const list = discord.use({ command: 'moderation cases', by, in: channel });
  const { embeds, content } = await list.settled();
  return embeds[0]?.description ?? content;
}

/** A picture, and the two clicks that delete it. */
async function scene() {
  const shown = await shownPicture();
  const { stage, message } = shown;
  const ask = (by: User) => press(stage, message, 'delete', by).settled();
  const confirm = async (by: User) => {
    const question = await ask(by);
    expect(question.content).toMatch(/^Delete this message.*credits are not given back/);
    expect(labelsOf(question)).toEqual(['Delete']);
    const click = stage.discord.click({ message: question, button: 'Delete', by });
    return click.settled({
      when: ({ content }) => ![question.content, BUTTON_WORDS.deleting].includes(content),
    });
  };
  return { ...shown, ask, confirm };
}

describe('Delete', () => {
  it('asks the member who asked for the picture, and deletes it without giving anything back', async () => {
    const { stage, place, confirm } = await scene();
    const told = await confirm(place.by);
    expect(told.content).toBe(BUTTON_WORDS.deleted);
    expect(labelsOf(told)).toEqual([]);
    expect(stage.discord.messages(place.in)).toEqual([]);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    // One's own picture is nobody else's matter.
    const moderator = strangerIn(stage, place);
    stage.discord.world.overwrite(place.in, moderator, { allow: Permission.ManageMessages });
    expect(await casesIn(stage, place.in, moderator)).toMatch(/^This server has no cases/);
    expectNoViolations(stage);
  });

  it('is not for somebody else', async () => {
    const { stage, place, ask } = await scene();
    const told = await ask(strangerIn(stage, place));
    expect(told.content).toBe(BUTTON_WORDS.notYours);
    expect(labelsOf(told)).toEqual([]);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
  });

  it('is for who may manage messages in that channel', async () => {
    const { stage, place, confirm } = await scene();
    const { world } = stage.discord;
    const moderator = strangerIn(stage, place);
    world.overwrite(place.in, moderator, { allow: Permission.ManageMessages });
    expect((await confirm(moderator)).content).toBe(BUTTON_WORDS.deleted);
    expect(stage.discord.messages(place.in)).toEqual([]);
    expect(await casesIn(stage, place.in, moderator)).toMatch(
      new RegExp(`^\\*\\*Case 1\\*\\* · <@${moderator.id}> deleted 1 picture of <@${place.by.id}>`),
    );
  });

  it('is not for who may no longer manage messages when it comes to it', async () => {
    const { stage, place, ask } = await scene();
    const { world } = stage.discord;
    const moderator = strangerIn(stage, place);
    world.overwrite(place.in, moderator, { allow: Permission.ManageMessages });
    const question = await ask(moderator);
    world.overwrite(place.in, moderator, {});
    const click = stage.discord.click({ message: question, button: 'Delete', by: moderator });
    expect((await click.settled()).content).toBe(BUTTON_WORDS.notYours);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
  });

  it('says so where the message was deleted meanwhile', async () => {
    const { stage, place, ask, message } = await scene();
    const question = await ask(place.by);
    stage.discord.deleteMessage(message);
    const click = stage.discord.click({ message: question, button: 'Delete', by: place.by });
    const told = await click.settled({ when: ({ content }) => content !== BUTTON_WORDS.deleting });
    expect(told.content).toBe(BUTTON_WORDS.deletedBefore);
  });

  it('does not call its member somebody else who confirms twice', async () => {
    const { stage, place, ask, confirm } = await scene();
    const question = await ask(place.by);
    await confirm(place.by);
    const click = stage.discord.click({ message: question, button: 'Delete', by: place.by });
    expect((await click.settled()).content).toBe(BUTTON_WORDS.askerUnknown);
    expectNoViolations(stage);
  });

  it.each([
    ['may not', { ...refusal(403, 50001) }, BUTTON_WORDS.mayNotDelete],
    ['cannot reach Discord', { drop: 'before' as const }, BUTTON_WORDS.notDeleted],
  ])('says so where the bot %s', async (_, fault, words) => {
    const { stage, place, confirm } = await scene();
    stage.discord.faults.add({ route: DELETE, ...fault });
    expect((await confirm(place.by)).content).toBe(words);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
  });

  it('is done even where the member cannot be told', async () => {
    const { stage, place, ask } = await scene();
    const question = await ask(place.by);
    stage.discord.faults.add({ route: ROUTES.edit, ...refusal(500, 0) });
    stage.discord.click({ message: question, button: 'Delete', by: place.by });
    await stage.bot.printed(/a deletion was not brought to its end/);
    expect(stage.discord.messages(place.in)).toEqual([]);
    expect(stage.bot.lines.join()).not.toContain('broke down');
  });

  it('leaves no list usable that was opened before', async () => {
    const { stage, place, confirm, message } = await scene();
    const list = await press(stage, message, 'style', place.by).settled();
    await confirm(place.by);
    const pick = stage.discord.select({ message: list, values: ['anime'], by: place.by });
    expect((await pick.settled()).content).toBe(BUTTON_WORDS.gone);
    expect(stage.service.requests).toHaveLength(1);
  });
});
