import { describe, expect, it } from 'vitest';
import { Permission } from '../../../playground/discord/index.ts';
import { hostClock } from '../../../src/clock.ts';
import { lastWord } from '../../../src/discord/delivery/last-word.ts';
import type { Notice } from '../../../src/outcome.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
} from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';

const lost: Notice = { kind: 'interrupted', received: 0 };
const LOST = 'he bot had to restart while it was working on your picture. Nothing was charged. ';

/** A member who waits in #art for a last word. */
async function scene({ late = false }: { late?: boolean } = {}) {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const waits: number[] = [];
  const wait = (ms: number) => (waits.push(ms), Promise.resolve());
  const { line, lines, cut } = await lineTo(discord, { api, clock: { ...hostClock, wait } });
  const { channels, guilds, people } = discord.world;
  const asked = {
    guildId: guilds.studio.id,
    channelId: channels.art.id,
    userId: people.member.id,
    options: { prompt: 'A fox' },
  };
  await api.defer(ref);
  calls.length = 0;
  const expires = late ? AbortSignal.abort() : new AbortController().signal;
  const messageId = invocation.original()?.id;
  const owed = { ref, asked, fromButton: false, expires, messageId };
  const say = (notice = lost, fields: Partial<typeof asked> = {}) =>
    lastWord({ ...owed, asked: { ...asked, ...fields } }, notice, line);
  const posted = () => discord.messages(channels.art).slice(1);
  return { discord, invocation, calls, waits, line, lines, cut, asked, say, posted };
}

const buttonsOf = (message: { components: readonly { components?: readonly object[] }[] }) =>
  message.components.flatMap(({ components = [] }) => components);

describe('the last word', () => {
  it('stands in the place of the picture, with a button', async () => {
    const { discord, invocation, line, asked, say } = await scene();
    expect(await say()).toBe(true);
    const message = await invocation.settled();
    expect(message.content).toBe(`T${LOST}Press Retry or send the command again.`);
    const [button] = buttonsOf(message) as { custom_id: string }[];
    expect(button?.custom_id).toMatch(/^retry:[\w-]{20,}$/);
    const click = { interactionId: invocation.id, guildId: asked.guildId, userId: asked.userId };
    const id = button?.custom_id.slice('retry:'.length) ?? '';
    expect(await line.retries.take(id, click)).toMatchObject({
      kind: 'taken',
      retry: { options: { prompt: 'A fox' } },
    });
    expectNoViolations(discord);
  });

  it('has no button where the same request would fail again', async () => {
    const { invocation, say } = await scene();
    await say({ kind: 'not-painted', asked: 1, failure: { reason: 'moderated' } });
    expect(buttonsOf(await invocation.settled())).toEqual([]);
  });
});

describe('the last word once the token is too old', () => {
  it('stands in the channel, for the member alone to notice, and the token is not used', async () => {
    const { discord, invocation, calls, asked, say, posted } = await scene({ late: true });
    expect(await say()).toBe(true);
    const [message] = posted();
    expect(message?.content).toBe(
      `<@${asked.userId}>, t${LOST}Press Retry or send the command again.`,
    );
    expect(message?.mentions.map(({ id }) => id)).toEqual([asked.userId]);
    expect(message && buttonsOf(message)).toMatchObject([{ label: 'Retry' }]);
    expect(calls).toEqual([]);
    expect(invocation.original()?.content).toBe(`T${LOST}Press Retry or send the command again.`);
    expectNoViolations(discord);
  });

  it('stands there as well where only Discord knows that it is too old', async () => {
    const { discord, calls, say, posted } = await scene();
    discord.faults.add({ route: ROUTES.edit, ...refusal(401, 50027) });
    expect(await say()).toBe(true);
    expect(posted()).toHaveLength(1);
    expect(calls).toEqual(['edit']);
  });

  it('is tried until Discord takes it, and is said once', async () => {
    const { discord, waits, say, posted } = await scene({ late: true });
    discord.faults.add({ route: ROUTES.post, status: 503, times: 2 });
    discord.faults.add({ route: ROUTES.post, drop: 'after', times: 1 });
    expect(await say()).toBe(true);
    expect(posted()).toHaveLength(1);
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  it('is kept for later where the bot may not post', async () => {
    const { discord, line, asked, lines, say, posted } = await scene({ late: true });
    const { world } = discord;
    world.overwrite(world.channels.art, world.bot, { deny: Permission.SendMessages });
    expect(await say()).toBe(true);
    expect(posted()).toEqual([]);
    expect(discord.traffic.rest(ROUTES.post)).toHaveLength(1);
    expect(lines.join()).toContain('could not be told in the channel');
    const [word] = (await line.owed.of(asked.userId)).values();
    expect(word?.content).toMatch(/^The bot had to restart .* Press Retry/);
    expect(word).toMatchObject({ channel: asked.channelId, retry: expect.any(String) });
  });

  it('is left to the next start where the bot must stop', async () => {
    const { discord, cut, say } = await scene({ late: true });
    discord.faults.add({ route: ROUTES.post, status: 503 });
    cut.abort();
    expect(await say()).toBe(false);
    expect(discord.traffic.rest(ROUTES.post)).toHaveLength(1);
  });
});
