import { describe, expect, it } from 'vitest';
import { createConversation } from '../../../src/discord/delivery/conversation.ts';
import { type Store, StoreError } from '../../../src/storage/store.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  ROUTES,
} from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';
import { temporaryStore } from '../../support/edge-store.ts';

/** A store whose first write fails: before it is applied, or only its answer. */
async function failingOnce(when: 'before' | 'after' | 'never') {
  const real = await temporaryStore();
  let fails = when !== 'never';
  const store: Store = {
    ...real,
    async update(documents, change) {
      if (!fails) return real.update(documents, change);
      fails = false;
      if (when === 'after') await real.update(documents, change);
      throw new StoreError('The database failed.');
    },
  };
  return { real, store };
}

async function scene(when: 'before' | 'after' | 'never') {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const { real, store } = await failingOnce(when);
  const { line } = await lineTo(discord, { api, store });
  const { people, guilds, channels } = discord.world;
  const asked = {
    guildId: guilds.studio.id,
    channelId: channels.art.id,
    userId: people.member.id,
    options: { prompt: 'A fox' },
  };
  const talk = () => createConversation({ ref, asked, fromButton: false, mayPost: true }, line);
  return { discord, invocation, ref, api, calls, talk, open: () => real.keys('open:') };
}

describe('an interaction that cannot be written down', () => {
  it.each(['before', 'after'] as const)(
    'is turned away at once, and nothing is left of it: %s the write',
    async (when) => {
      const { discord, invocation, calls, talk, open } = await scene(when);
      expect(await talk().claim()).toBe('unrecorded');
      expect(calls).toEqual(['whisper']);
      expect((await invocation.settled()).content).toMatch(/cannot be read or written right now/);
      expect(await open()).toEqual([]);
      expectNoViolations(discord);
    },
  );

  it('is left alone where another answer was accepted', async () => {
    const { api, ref, talk, calls, open } = await scene('after');
    await api.defer(ref);
    expect(await talk().claim()).toBe('not-ours');
    expect(calls).toEqual(['defer', 'whisper']);
    expect(await open()).toEqual([]);
  });
});

describe('an interaction that was answered before', () => {
  it('is not ours although the answer to the deferral was lost', async () => {
    const { discord, api, ref, talk, open } = await scene('never');
    await api.defer(ref);
    await api.editOriginal(ref, { content: 'Done.' });
    discord.faults.add({ route: ROUTES.defer, times: 1, drop: 'before' });
    expect(await talk().claim()).toBe('not-ours');
    expect(await open()).toEqual([]);
  });
});
