import { describe, expect, it } from 'vitest';
import { hostClock } from '../../src/clock.ts';
import { findLeftBehind } from '../../src/discord/left-behind.ts';
import { createOpenInteractions } from '../../src/discord/open-interactions.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  ROUTES,
} from '../support/edge-discord.ts';
import { listeningLog } from '../support/edge-log.ts';
import { temporaryStore } from '../support/edge-store.ts';

const HOUR_MS = 3_600_000;

/** An interaction that an earlier run deferred and left, and how this run finds it. */
async function scene(settings?: Parameters<typeof edgeDiscord>[0]) {
  const discord = await edgeDiscord(settings);
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const { log } = listeningLog();
  const store = await temporaryStore();
  const { id, applicationId, token } = ref;
  const { member } = discord.world.people;
  const guildId = discord.world.guilds.studio.id;
  await createOpenInteractions(store, 'before').open(id, {
    applicationId,
    token,
    guildId,
    userId: member.id,
  });
  await api.defer(ref);
  calls.length = 0;
  const open = createOpenInteractions(store, 'now');
  const cut = new AbortController();
  const find = async (now = Date.now) => {
    const clock = { ...hostClock, now };
    const [left] = await findLeftBehind({ api, open, log, clock, cut: cut.signal });
    if (left === undefined) throw new Error('nothing was found');
    return left;
  };
  return { discord, invocation, ref, api, calls, open, cut, find, guildId, userId: member.id };
}

describe('an interaction that an earlier run left', () => {
  it('waits, is told, and is closed', async () => {
    const { discord, invocation, ref, open, find, guildId, userId } = await scene();
    const left = await find();
    expect(left).toMatchObject({ interactionId: ref.id, guildId, userId });
    expect(await left.look()).toEqual({ kind: 'there', waiting: true, received: 0 });
    expect(await left.tell({ kind: 'interrupted' })).toBe(true);
    expect((await invocation.settled()).content).toContain('had to restart');
    expect(await left.look()).toEqual({ kind: 'there', waiting: false, received: 0 });
    await left.close();
    expect(await open.leftBehind()).toEqual(new Map());
    expectNoViolations(discord);
  });

  it('has received what its message holds', async () => {
    const { api, ref, find } = await scene();
    const files = [1, 2].map((n) => ({
      name: `${n}.png`,
      data: Buffer.from('file'),
      contentType: 'image/png',
    }));
    const body = { content: 'Two', attachments: [{ id: 0 }, { id: 1 }] };
    await api.editOriginal(ref, body, { files, signal: new AbortController().signal });
    const left = await find();
    expect(await left.look()).toEqual({ kind: 'there', waiting: false, received: 2 });
  });

  it('is gone where its message was deleted', async () => {
    const { discord, invocation, find } = await scene();
    const message = invocation.original();
    expect(message && discord.deleteMessage(message)).toBe(true);
    expect(await (await find()).look()).toEqual({ kind: 'gone' });
  });

  it('is gone where its token has expired', async () => {
    let late = 0;
    const { find } = await scene({ now: () => Date.now() + late });
    late = HOUR_MS;
    expect(await (await find()).look()).toEqual({ kind: 'gone' });
  });

  it('is asked for once where only the host’s clock says that it is too old', async () => {
    const { calls, find } = await scene();
    const left = await find(() => Date.now() + HOUR_MS);
    expect(await left.look()).toEqual({ kind: 'there', waiting: true, received: 0 });
    expect(calls).toEqual(['look']);
  });

  it('is unknown where it seems too old and Discord cannot be asked', async () => {
    const { discord, calls, find } = await scene();
    discord.faults.add({ route: ROUTES.look, status: 503 });
    const left = await find(() => Date.now() + HOUR_MS);
    expect(await left.look()).toEqual({ kind: 'unknown' });
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('is given its whole time where the host’s clock is behind', async () => {
    const { find } = await scene();
    const left = await find(() => Date.now() - HOUR_MS);
    expect(await left.look()).toMatchObject({ kind: 'there' });
  });
});
