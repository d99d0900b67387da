import { describe, expect, it } from 'vitest';
import { lastWord } from '../../../src/discord/delivery/last-word.ts';
import type { Notice } from '../../../src/outcome.ts';
import { ask, edgeDiscord, expectNoViolations } from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';
import { tinyPng } from '../../support/image-files.ts';

/** An interaction whose picture came after all, late, and the way to say the last word to it. */
async function scene() {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { line } = await lineTo(discord);
  const { people, guilds, channels } = discord.world;
  await line.api.defer(ref);
  const { signal } = new AbortController();
  const file = { name: 'late.png', data: tinyPng(64, 64), contentType: 'image/png' };
  const attachments = [{ id: 0, description: 'Late' }];
  await line.api.editOriginal(ref, { content: 'Late', attachments }, { files: [file], signal });
  const asked = {
    guildId: guilds.studio.id,
    channelId: channels.art.id,
    userId: people.member.id,
    options: { prompt: 'A fox' },
  };
  const say = (notice: Notice) =>
    lastWord(
      { ref, asked, fromButton: false, expires: signal, messageId: undefined },
      notice,
      line,
    );
  return { discord, invocation, say };
}

describe('a last word beside a picture', () => {
  it.each<Notice>([
    { kind: 'interrupted', received: 0 },
    { kind: 'not-delivered', refusal: 'discord-down', made: true },
  ])('takes away a picture that came after all, since none is charged: $kind', async (notice) => {
    const { discord, invocation, say } = await scene();
    expect(invocation.original()?.attachments).toHaveLength(1);
    expect(await say(notice)).toBe(true);
    expect(invocation.original()?.attachments).toEqual([]);
    expectNoViolations(discord);
  });

  it('leaves a picture where it is that can only be another answer’s', async () => {
    const { invocation, say } = await scene();
    expect(await say({ kind: 'books-unavailable' })).toBe(true);
    expect(invocation.original()?.attachments).toHaveLength(1);
  });
});
