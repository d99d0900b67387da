import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createChannelApi } from '../../../src/discord/rest/channel-api.ts';
import {
  ask,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
} from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';
import { startImageService } from '../../support/image-service.ts';

const BUSY = 120;

/** A deferred interaction in #art, and the bot's own way into that channel. */
async function scene() {
  const discord = await edgeDiscord({ channelRequests: { limit: 1_000, windowMs: 1_000 } });
  const { ref, invocation } = ask(discord);
  const { line } = await lineTo(discord);
  await line.api.defer(ref);
  const { art } = discord.world.channels;
  const { member, secondMember } = discord.world.people;
  const say = (content: string, nonce: string, mentions?: string) =>
    line.channels.post(art.id, { content, nonce, ...(mentions && { mentions }) });
  return { discord, ref, invocation, line, art, member, secondMember, say };
}

describe('the answer to an interaction', () => {
  it('is found although much was said since', async () => {
    const { discord, ref, invocation, line, art, say } = await scene();
    for (let n = 0; n < BUSY; n += 1) await say(`Message ${n}`, `nonce-${n}`);
    expect(await line.channels.answerTo(ref.id, art.id)).toMatchObject({
      kind: 'there',
      message: { id: invocation.original()?.id, loading: true, attachmentIds: [] },
    });
    expectNoViolations(discord);
  });

  it('is not what follows it up', async () => {
    const { discord, ref, invocation, line, art, say } = await scene();
    await line.api.editOriginal(ref, { content: 'Done' });
    const url = `${discord.apiUrl}/v10/webhooks/${ref.applicationId}/${ref.token}`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ content: 'And more' });
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
    discord.deleteMessage(invocation.original() ?? { id: '' });
    await say('Something else', 'nonce');
    expect(await line.channels.answerTo(ref.id, art.id)).toEqual({ kind: 'absent' });
  });
});

describe('a message in a channel', () => {
  it('notifies the one who is meant and nobody else', async () => {
    const { discord, art, member, secondMember, say } = await scene();
    await say(`<@${member.id}> and <@${secondMember.id}> @everyone`, 'nonce', member.id);
    await say(`<@${member.id}>`, 'another');
    const [, first, second] = discord.messages(art);
    expect(first?.mentions.map(({ id }) => id)).toEqual([member.id]);
    expect(first?.mention_everyone).toBe(false);
    expect(second?.mentions).toEqual([]);
    expectNoViolations(discord);
  });

  it('is sent once where its answer was lost and it is sent again', async () => {
    const { discord, art, say } = await scene();
    discord.faults.add({ route: ROUTES.post, drop: 'after', times: 1 });
    await expect(say('Hello', 'nonce')).rejects.toThrow('other side closed');
    await say('Hello', 'nonce');
    expect(discord.messages(art).filter(({ content }) => content === 'Hello')).toHaveLength(1);
  });

  it('is tried once', async () => {
    const { discord, say } = await scene();
    const fault = discord.faults.add({ route: ROUTES.post, ...refusal(500, 0) });
    await expect(say('Hello', 'nonce')).rejects.toThrow('Internal Server Error');
    expect(fault.hits).toBe(1);
  });
});

/** How long, in milliseconds, a request is waited for that is never answered. */
async function patience(request: () => Promise<unknown>): Promise<number> {
  const end = vi.fn<() => void>();
  request().then(end, end);
  let waited = 0;
  while (end.mock.calls.length === 0) {
    await vi.advanceTimersByTimeAsync(50);
    waited += 50;
  }
  return waited;
}

describe('what is asked before an answer that is due within 3 s', () => {
  it('is not waited for until then, one after the other', async () => {
    const silent = await startImageService(() => {});
    onTestFinished(() => silent.close());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const channels = createChannelApi(silent.url, 'token', new AbortController().signal);
    const lists = await patience(() => channels.things('1'));
    const each = await patience(() => channels.isThere('2'));
    expect(lists + each).toBeLessThanOrEqual(2_500);
  });
});
