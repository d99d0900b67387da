import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PermissionFlagsBits } from 'discord.js';
import type { Discord } from '../../playground/discord/index.ts';
import { booksOf, imagineToTheEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { labelsOf } from '../support/labels.ts';
import { expectNoViolations, openStage } from '../support/stage.ts';

const { AttachFiles, EmbedLinks, SendMessages, SendMessagesInThreads, ViewChannel } =
  PermissionFlagsBits;

const FORBIDDEN =
  'The bot may not attach files here, so a picture could not be shown. Nothing was charged. Ask a moderator to allow it Attach Files in this channel, or use another channel.';

const deny = ({ world }: Discord, { in: channel }: Place, bits: bigint) =>
  world.overwrite(channel, world.bot, { deny: bits });

describe('what a picture needs to be shown', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    set = await openStage({ env: { COOLDOWN_SECONDS: '60' } });
  });
  afterAll(() => set.close());

  it('is asked for before anything is paid: without Attach Files nothing is made', async () => {
    const { stage } = set;
    const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
    deny(stage.discord, place, AttachFiles);
    const before = stage.service.requests.length;

    const { message, end } = await imagineToTheEnd(stage, { count: 4 }, place);
    expect(message.content).toBe(FORBIDDEN);
    expect(labelsOf(message)).toEqual([]);
    expect(end).toMatchObject({ result: 'may-not-attach' });
    expect(stage.service.requests).toHaveLength(before);
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });

    // No cooldown was begun: once a moderator allows it, the picture is made at once.
    stage.discord.world.overwrite(place.in, stage.discord.world.bot, {});
    const next = await imagineToTheEnd(stage, {}, place);
    expect(next.message.attachments).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('is nothing else: an answer comes where the bot may neither look nor write', async () => {
    const { stage } = set;
    const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
    deny(stage.discord, place, ViewChannel | SendMessages | SendMessagesInThreads | EmbedLinks);
    const { message } = await imagineToTheEnd(stage, {}, place);
    expect(message.attachments).toHaveLength(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });

  it('is asked for at every click as well', async () => {
    const { stage } = set;
    const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
    const { message } = await imagineToTheEnd(stage, {}, place);
    deny(stage.discord, place, AttachFiles);
    const click = stage.discord.click({ message, button: 'Again', by: place.by });
    expect((await click.settled()).content).toBe(FORBIDDEN);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });

  it('is a file limit that some picture can keep', async () => {
    const { stage } = set;
    const place = newcomer(stage, { attachmentSizeLimit: 2_048 });
    const before = stage.service.requests.length;
    const { message, end } = await imagineToTheEnd(stage, {}, place);
    expect(message.content).toBe(
      'Files may have 2 KB at most here, and no picture of this shape is that small. Nothing was charged. Please use another server.',
    );
    expect(end).toMatchObject({ result: 'files-too-small' });
    expect(stage.service.requests).toHaveLength(before);
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  });
});
