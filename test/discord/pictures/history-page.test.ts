import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { checkCallback } from '../../../playground/discord/rules/index.ts';
import type { Desk } from '../../../src/discord/command.ts';
import { historyPage, readSpot } from '../../../src/discord/pictures/history-page.ts';
import type { HistoryPage } from '../../../src/pictures/history.ts';
import { noticeText } from '../../../src/words/notices.ts';
import { pictureRecord, requestOf, SHOWN } from '../../support/picture-records.ts';
import { CHANNEL, GUILD, idAt, USER } from '../../support/snowflakes.ts';

const PICTURE = 'https://cdn.discordapp.com/attachments/1/2/fox.png?ex=1';

const refused = (status: number, code: number): DiscordAPIError =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'GET', '', {});

/** A full page in the middle of a history, made from such records. */
const pageOf = (record = pictureRecord()): HistoryPage => ({
  entries: [0, 1, 2, 3, 4].map((at) => ({
    id: `6f1f6f6a-9bd0-4f6e-8e0f-00000000000${at}`,
    messageId: idAt('2026-11-22', at),
    record,
  })),
  hasNewer: true,
  hasOlder: true,
});

/** The page as a message, where Discord answers so when it is asked for a picture. */
async function shown(page: HistoryPage, picture: () => Promise<string | undefined>) {
  const asked: string[][] = [];
  const channels = {
    picture: (...place: string[]) => {
      asked.push(place);
      return picture();
    },
  };
  const history = { page: () => Promise.resolve(page) };
  const desk = { history, line: { channels } } as unknown as Desk;
  const reader = { guildId: GUILD, user: { id: USER } } as unknown as Parameters<
    typeof historyPage
  >[0];
  return { body: await historyPage(reader, { kind: 'newest' }, desk), asked };
}

const sees = () => Promise.resolve(PICTURE);

/** What the entries show of their pictures, and whether they say that those were deleted. */
const looksOf = ({ body }: Awaited<ReturnType<typeof shown>>) => {
  const { description = '', thumbnail } = body.embeds?.[0] ?? {};
  return { picture: thumbnail?.url, deleted: description.includes('the message was deleted') };
};

describe('a page', () => {
  it('keeps to the bounds of Discord with everything at its longest', async () => {
    const request = requestOf({
      prompt: '*'.repeat(6_000),
      stylePreset: 'photographic',
      count: 4,
    });
    const seeds = [4_294_967_291, 4_294_967_292, 4_294_967_293, 4_294_967_294];
    const { body } = await shown(pageOf(pictureRecord({ request, seeds })), sees);
    for (const type of [4, 7]) {
      const context = { files: [], existingAttachmentIds: [], attachmentSizeLimit: 1 };
      expect(checkCallback({ type, data: body }, context)).toEqual([]);
    }
    expect(body.embeds).toHaveLength(5);
  });

  it('asks Discord once for each picture, where its channel is known', async () => {
    const { asked } = await shown(pageOf(), sees);
    expect(asked).toEqual([0, 1, 2, 3, 4].map((at) => [CHANNEL, idAt('2026-11-22', at)]));
    const unknown = await shown(pageOf(pictureRecord({ channel: null })), sees);
    expect(unknown.asked).toEqual([]);
    expect(JSON.stringify(unknown.body)).not.toContain('https://discord.com/channels');
  });

  it.each([
    ['there', sees, { picture: PICTURE, deleted: false }],
    ['without pictures', () => Promise.resolve(undefined), { picture: undefined, deleted: false }],
    ['deleted', () => Promise.reject(refused(404, 10_008)), { picture: undefined, deleted: true }],
    ['in a deleted channel', () => Promise.reject(refused(404, 10_003)), { deleted: true }],
    ['where the bot may not look', () => Promise.reject(refused(403, 50_001)), { deleted: false }],
    ['not told in time', () => Promise.reject(new Error('aborted')), { deleted: false }],
  ])('tells of a message that is %s', async (_how, picture, looks) => {
    expect(looksOf(await shown(pageOf(), picture))).toMatchObject(looks);
  });

  it('is for servers alone', async () => {
    const nowhere = { guildId: null, user: { id: USER } } as never;
    const body = await historyPage(nowhere, { kind: 'newest' }, { line: {} } as Desk);
    expect(body).toEqual({ content: noticeText({ kind: 'outside-server' }) });
  });
});

describe('where a button leads', () => {
  it.each(['older', 'newer'] as const)('is %s than a message', (kind) => {
    expect(readSpot(`${kind}:${SHOWN}`)).toEqual({ kind, than: SHOWN });
  });

  it.each(['', 'older', 'older:', 'older:x', 'oldest:1', `sideways:${SHOWN}`, `older:-${SHOWN}`])(
    'is the newest where it cannot be read: %j',
    (rest) => {
      expect(readSpot(rest)).toEqual({ kind: 'newest' });
    },
  );
});
