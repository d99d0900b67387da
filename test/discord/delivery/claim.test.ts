import { describe, expect, it } from 'vitest';
import { claim } from '../../../src/discord/delivery/claim.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
  skippedWaits,
} from '../../support/edge-discord.ts';

async function scene(more: Parameters<typeof ask>[1] = {}) {
  const discord = await edgeDiscord();
  const stop = new AbortController();
  const waiting = skippedWaits((count) => {
    if (count === 4) stop.abort();
  });
  return {
    discord,
    ...ask(discord, more),
    ...countedApi(discord),
    ...waiting,
    signal: stop.signal,
  };
}

const { defer, look } = ROUTES;

describe('the claim', () => {
  it('is the accepted deferral, seen by everybody', async () => {
    const { discord, api, ref, signal, wait, calls, invocation } = await scene();
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'ours' });
    expect(calls).toEqual(['defer']);
    expect(await invocation.answered).toBe(5);
    const { art } = discord.world.channels;
    expect(discord.messages(art, discord.world.people.secondMember)).toHaveLength(1);
    expectNoViolations(discord);
  });

  it('is lost to whoever answered first', async () => {
    const { api, ref, signal, wait, calls } = await scene();
    await api.defer(ref);
    expect(await claim(api, ref, signal, wait)).toEqual({
      kind: 'not-ours',
      why: 'Discord refused the deferral (40060)',
      unusual: false,
    });
    expect(calls).toEqual(['defer', 'defer']);
  });

  it('is too late for an interaction that Discord gave up', async () => {
    const { api, ref, signal, wait, calls } = await scene({ ageMs: 4_000 });
    expect(await claim(api, ref, signal, wait)).toEqual({
      kind: 'not-ours',
      why: 'Discord refused the deferral (10062)',
      unusual: false,
    });
    expect(calls).toEqual(['defer']);
  });

  it.each([
    [400, 50035],
    [401, 0],
    [403, 50001],
  ])('ends with any other refusal: %d, code %d', async (status, code) => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, ...refusal(status, code) });
    expect(await claim(api, ref, signal, wait)).toMatchObject({ kind: 'not-ours', unusual: true });
    expect(calls).toEqual(['defer']);
  });
});

describe('a deferral that Discord’s servers failed', () => {
  it('is repeated once Discord says that it did not arrive', async () => {
    const { discord, api, ref, signal, wait, calls, waits } = await scene();
    discord.faults.add({ route: defer, status: 503, times: 1 });
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'ours' });
    expect(calls).toEqual(['defer', 'look', 'defer']);
    expect(waits).toEqual([200]);
  });

  it('is ours where it arrived all the same', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, status: 503, handled: true, times: 1 });
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'ours' });
    expect(calls).toEqual(['defer', 'look']);
  });

  it('is ours where only the repetition shows that it arrived', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, status: 503, handled: true, times: 1 });
    discord.faults.add({ route: look, ...refusal(404, 10015), times: 1 });
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'ours' });
    expect(calls).toEqual(['defer', 'look', 'defer', 'look']);
  });

  it('is not ours where the repetition is refused and nothing is there', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, status: 503, handled: true, times: 1 });
    discord.faults.add({ route: look, ...refusal(404, 10015) });
    expect(await claim(api, ref, signal, wait)).toMatchObject({ kind: 'not-ours' });
    expect(calls).toEqual(['defer', 'look', 'defer', 'look']);
  });

  it('is given up after three attempts', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, status: 503 });
    expect(await claim(api, ref, signal, wait)).toEqual({
      kind: 'not-ours',
      why: 'the deferral did not arrive',
      unusual: true,
    });
    expect(calls.filter((call) => call === 'defer')).toHaveLength(3);
  });
});

describe('a deferral whose answer was lost', () => {
  it('is ours where Discord shows it', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, drop: 'after', times: 1 });
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'ours' });
    expect(calls).toEqual(['defer', 'look']);
  });

  it('is asked for again while Discord cannot say', async () => {
    const { discord, api, ref, signal, wait, calls, waits } = await scene();
    discord.faults.add({ route: defer, drop: 'after', times: 1 });
    discord.faults.add({ route: look, status: 503, times: 1 });
    discord.faults.add({ route: look, drop: 'before', times: 1 });
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'ours' });
    expect(calls).toEqual(['defer', 'look', 'look', 'look']);
    expect(waits).toEqual([250, 500]);
  });

  it('is not sent twice, and not ours where Discord does not show it', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, drop: 'before', times: 1 });
    expect(await claim(api, ref, signal, wait)).toEqual({
      kind: 'not-ours',
      why: 'the deferral did not arrive',
      unusual: true,
    });
    expect(calls).toEqual(['defer', 'look']);
  });

  it('is nobody’s where Discord cannot be asked before the bot must stop', async () => {
    const { discord, api, ref, signal, wait, calls } = await scene();
    discord.faults.add({ route: defer, drop: 'after', times: 1 });
    discord.faults.add({ route: look, status: 502 });
    expect(await claim(api, ref, signal, wait)).toEqual({ kind: 'unknown' });
    expect(calls).toEqual(['defer', 'look', 'look', 'look', 'look', 'look']);
  });
});
