import { describe, expect, it } from 'vitest';
import { createConversation } from '../../../src/discord/delivery/conversation.ts';
import { createPictures } from '../../../src/pictures/records.ts';
import { StoreError } from '../../../src/storage/store.ts';
import { BUTTON_LABELS } from '../../../src/words/buttons.ts';
import {
  ask,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
} from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';
import { finishedPainting } from '../../support/edge-painting.ts';
import { picture } from '../../support/edge-pictures.ts';
import { labelsOf } from '../../support/labels.ts';
import { MIB } from '../../support/edge-upload.ts';

const fails = () => Promise.reject(new StoreError('The database failed.'));
const written = () => Promise.resolve('record');

/** A taken interaction, and three pictures for it: the third goes in a request of its own. */
async function scene(fields: Parameters<typeof lineTo>[1] = {}) {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { line, store, lines, cut } = await lineTo(discord, fields);
  const { people, guilds, channels } = discord.world;
  const asked = {
    guildId: guilds.studio.id,
    channelId: channels.art.id,
    userId: people.member.id,
    options: { prompt: 'A fox' },
  };
  const talk = createConversation({ ref, asked, fromButton: false, mayPost: true }, line);
  await talk.claim();
  const pictures = [1, 2, 3].map((seed) => picture({ seed, bytes: Buffer.alloc(8.5 * MIB) }));
  const deliver = async () => {
    const delivery = await talk.present(finishedPainting(pictures), people.member.id);
    await talk.close();
    return delivery;
  };
  const records = async () => {
    const found = (await store.keys('picture:')).map((key) => key.slice('picture:'.length));
    return Promise.all(found.map((id) => createPictures(store, () => id).find(id)));
  };
  return { discord, invocation, deliver, records, lines, cut };
}

describe('the buttons under pictures', () => {
  it('come with them, and their record knows the message', async () => {
    const { discord, invocation, deliver, records } = await scene();
    expect(await deliver()).toEqual({ kind: 'known', accepted: 3 });
    const message = await invocation.settled();
    expect(labelsOf(message)).toEqual(Object.values(BUTTON_LABELS));
    expect(await records()).toMatchObject([
      { message: message.id, channel: message.channel_id, seeds: [1, 2, 3] },
    ]);
    expect(discord.traffic.rest(ROUTES.edit)).toHaveLength(2);
    expectNoViolations(discord);
  });

  it('know as many pictures as Discord took', async () => {
    const { discord, invocation, deliver, records } = await scene();
    const unsubscribe = discord.subscribe(() => {
      if ((invocation.original()?.attachments.length ?? 0) === 0) return;
      unsubscribe();
      discord.faults.add({ route: ROUTES.edit, ...refusal(403, 50013) });
    });
    expect(await deliver()).toMatchObject({ kind: 'known', accepted: 2 });
    expect(await records()).toMatchObject([{ seeds: [1, 2] }]);
    expect(labelsOf(invocation.original())).toEqual(Object.values(BUTTON_LABELS));
  });

  it('leave nothing behind where Discord took none', async () => {
    const { discord, deliver, records } = await scene();
    discord.faults.add({ route: ROUTES.edit, ...refusal(413, 40005) });
    expect(await deliver()).toMatchObject({ kind: 'known', accepted: 0 });
    expect(await records()).toEqual([]);
  });

  it('keep their record where nobody could say what arrived', async () => {
    const { discord, deliver, records, cut } = await scene();
    discord.faults.add({ route: ROUTES.edit, drop: 'after' });
    discord.faults.add({ route: ROUTES.look, drop: 'before' });
    cut.abort();
    expect(await deliver()).toEqual({ kind: 'unknown' });
    expect(await records()).toMatchObject([{ seeds: [1, 2, 3] }]);
  });

  it('are left out where nothing can be written down: the pictures come all the same', async () => {
    const pictures = { keep: fails, find: fails, shown: fails, remove: fails };
    const { discord, invocation, deliver, lines } = await scene({ pictures });
    expect(await deliver()).toEqual({ kind: 'known', accepted: 3 });
    expect(labelsOf(await invocation.settled())).toEqual([]);
    expect(lines.join()).toContain('pictures without buttons');
    expectNoViolations(discord);
  });

  it('work where it cannot be noted where they are shown', async () => {
    const pictures = { keep: written, find: fails, shown: fails, remove: fails };
    const { invocation, deliver } = await scene({ pictures });
    expect(await deliver()).toEqual({ kind: 'known', accepted: 3 });
    expect(labelsOf(await invocation.settled())).toEqual(Object.values(BUTTON_LABELS));
  });
});
