import { describe, expect, it } from 'vitest';
import { tell } from '../../../src/discord/rest/tell.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
  skippedWaits,
} from '../../support/edge-discord.ts';
import { listeningLog } from '../../support/edge-log.ts';

const { edit, followUp } = ROUTES;
const words = { content: 'There is no picture.' };

/** A deferred interaction and the way to tell its member something. */
async function scene(meanwhile?: (count: number) => void) {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const { wait, waits } = skippedWaits(meanwhile);
  const { log, lines } = listeningLog();
  const expires = new AbortController();
  const cut = new AbortController();
  await api.defer(ref);
  calls.length = 0;
  const say = () => tell(api, ref, words, { expires: expires.signal, cut: cut.signal, log }, wait);
  return { discord, invocation, api, ref, calls, waits, lines, expires, cut, say };
}

describe('a notice', () => {
  it('takes the place of "thinking…"', async () => {
    const { discord, invocation, calls, say } = await scene();
    expect(await say()).toBe('done');
    expect((await invocation.settled()).content).toBe(words.content);
    expect(calls).toEqual(['edit']);
    expectNoViolations(discord);
  });

  it('goes to the member alone where the message was deleted', async () => {
    const { discord, invocation, calls, say } = await scene();
    const message = invocation.original();
    expect(message && discord.deleteMessage(message)).toBe(true);
    expect(await say()).toBe('done');
    expect((await invocation.followUp(0)).content).toBe(words.content);
    const { channels, people } = discord.world;
    expect(discord.messages(channels.art, people.member)).toHaveLength(1);
    expect(discord.messages(channels.art, people.secondMember)).toEqual([]);
    expect(calls).toEqual(['edit', 'follow-up']);
    expectNoViolations(discord);
  });

  it('is let go where that fails as well', async () => {
    const { discord, say, calls, lines } = await scene();
    discord.faults.add({ route: edit, ...refusal(404, 10008) });
    discord.faults.add({ route: followUp, status: 503 });
    expect(await say()).toBe('refused');
    expect(calls).toEqual(['edit', 'follow-up']);
    expect(lines).toHaveLength(1);
  });

  it('is tried again, later and later, until Discord takes it', async () => {
    const { discord, invocation, calls, waits, say } = await scene();
    discord.faults.add({ route: edit, status: 500, times: 3 });
    discord.faults.add({ route: edit, drop: 'before', times: 2 });
    discord.faults.add({ route: edit, drop: 'after', times: 1 });
    expect(await say()).toBe('done');
    expect((await invocation.settled()).content).toBe(words.content);
    expect(calls).toHaveLength(7);
    expect(waits).toEqual([500, 1_000, 2_000, 5_000, 10_000, 10_000]);
  });

  it.each([
    [401, 50027, 'too-late'],
    [404, 10015, 'too-late'],
    [400, 50035, 'refused'],
  ])('is not tried again after a refusal: %d, code %d', async (status, code, told) => {
    const { discord, calls, lines, ref, say } = await scene();
    discord.faults.add({ route: edit, ...refusal(status, code) });
    expect(await say()).toBe(told);
    expect(calls).toEqual(['edit']);
    expect(lines.join()).toContain('the member could not be told');
    expect(lines.join()).not.toContain(ref.token);
  });

  it('ends with the interaction', async () => {
    const { discord, calls, expires, say } = await scene((count) => {
      if (count === 2) expires.abort();
    });
    discord.faults.add({ route: edit, status: 503 });
    expect(await say()).toBe('too-late');
    expect(calls).toEqual(['edit', 'edit']);
  });
});

describe('a notice while the bot must stop', () => {
  it('is said all the same', async () => {
    const { invocation, calls, cut, say } = await scene();
    cut.abort();
    expect(await say()).toBe('done');
    expect((await invocation.settled()).content).toBe(words.content);
    expect(calls).toEqual(['edit']);
  });

  it('is left to the next start after two tries', async () => {
    const { discord, calls, waits, cut, say } = await scene();
    discord.faults.add({ route: edit, status: 503 });
    cut.abort();
    expect(await say()).toBe('stopping');
    expect(calls).toEqual(['edit', 'edit']);
    expect(waits).toEqual([500, 500]);
  });

  it('has two more tries than it had before', async () => {
    const { discord, calls, cut, say } = await scene((count) => {
      if (count === 3) cut.abort();
    });
    discord.faults.add({ route: edit, status: 503 });
    expect(await say()).toBe('stopping');
    expect(calls).toHaveLength(5);
  });
});
