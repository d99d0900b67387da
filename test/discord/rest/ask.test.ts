import { expect, it } from 'vitest';
import { askDiscord } from '../../../src/discord/rest/ask.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  refusal,
  ROUTES,
  skippedWaits,
} from '../../support/edge-discord.ts';

const { look } = ROUTES;

async function scene(meanwhile?: (count: number) => void) {
  const discord = await edgeDiscord();
  return { discord, ...ask(discord), ...countedApi(discord), ...skippedWaits(meanwhile) };
}

const never = new AbortController().signal;

it('asks until Discord answers, later and later', async () => {
  const { discord, api, ref, wait, waits } = await scene();
  await api.defer(ref);
  discord.faults.add({ route: look, status: 500, times: 3 });
  discord.faults.add({ route: look, drop: 'before', times: 2 });
  discord.faults.add({ route: look, drop: 'after', times: 1 });
  expect(await askDiscord(api, ref, never, wait)).toEqual({
    kind: 'there',
    message: expect.objectContaining({ loading: true, pending: false, attachmentIds: [] }),
  });
  expect(waits).toEqual([250, 500, 1_000, 2_000, 5_000, 5_000]);
});

it.each([
  [404, 10008, 'message-deleted'],
  [404, 10015, 'token-expired'],
  [401, 50027, 'token-expired'],
] as const)('takes %d, code %d, for an answer', async (status, code, why) => {
  const { discord, api, ref, wait, calls } = await scene();
  discord.faults.add({ route: look, ...refusal(status, code) });
  expect(await askDiscord(api, ref, never, wait)).toEqual({ kind: 'gone', refusal: why });
  expect(calls).toEqual(['look']);
});

it('asks once more after the signal and then no more', async () => {
  const ends = new AbortController();
  const { discord, api, ref, wait, calls } = await scene((count) => {
    if (count === 2) ends.abort();
  });
  discord.faults.add({ route: look, status: 503 });
  expect(await askDiscord(api, ref, ends.signal, wait)).toEqual({ kind: 'unknown' });
  expect(calls).toEqual(['look', 'look', 'look']);
});
