import { describe, expect, it } from 'vitest';
import {
  createInteractionApi,
  type InteractionApi,
} from '../../../src/discord/rest/interaction-api.ts';
import { ask, edgeDiscord, ROUTES } from '../../support/edge-discord.ts';

type Call = (
  api: InteractionApi,
  ref: ReturnType<typeof ask>['ref'],
  signal: AbortSignal,
) => Promise<unknown>;

const calls: readonly (readonly [keyof typeof ROUTES, string, Call])[] = [
  ['defer', 'a first answer', (api, ref) => api.defer(ref)],
  ['look', 'a question', (api, ref) => api.original(ref)],
  ['edit', 'an edit', (api, ref) => api.editOriginal(ref, { content: 'A word' })],
  [
    'edit',
    'an upload',
    (api, ref, signal) => api.editOriginal(ref, { content: 'A word' }, { files: [], signal }),
  ],
  ['followUp', 'a further message', (api, ref) => api.whisperAfter(ref, { content: 'A word' })],
];

describe('a bot that must stop', () => {
  it.each(calls)('%s: does not sit out a rate limit with %s', async (route, _, call) => {
    const discord = await edgeDiscord();
    const hurry = new AbortController();
    const api = createInteractionApi(discord.apiUrl, hurry.signal);
    const limit = discord.faults.add({
      route: ROUTES[route],
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { message: 'You are being rate limited.', retry_after: 3_600, global: false },
    });
    const end = call(api, ask(discord).ref, hurry.signal).catch((error: Error) => error.name);
    await expect.poll(() => limit.hits).toBe(1);
    hurry.abort();
    expect(await end).toBe('AbortError');
  });
});
