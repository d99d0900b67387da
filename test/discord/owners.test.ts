import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createOwners } from '../../src/discord/owners.ts';
import { edgeDiscord } from '../support/edge-discord.ts';

const ROUTE = 'GET /applications/@me';
const MINUTE = 60_000;

async function scene(configured: readonly string[] = []) {
  const discord = await edgeDiscord();
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
  const clock = { now: 0 };
  const owners = createOwners(configured, rest, new AbortController().signal, () => clock.now);
  const asked = () => discord.traffic.rest(ROUTE).length;
  return { discord, owners, clock, asked, ...discord.world.people };
}

describe('the owners', () => {
  it('are those that are configured, and nobody is asked', async () => {
    const { owners, asked } = await scene(['1', '2']);
    expect(await owners.include('2')).toBe(true);
    expect(await owners.include('3')).toBe(false);
    expect(asked()).toBe(0);
  });

  it('are the application’s own where none is configured', async () => {
    const { discord, owners, owner, manager, asked } = await scene();
    expect(await owners.include(owner.id)).toBe(true);
    expect(await owners.include(manager.id)).toBe(false);
    expect(asked()).toBe(1);
    expect(discord.traffic.violations()).toEqual([]);
  });

  it('are asked for again when Discord’s word is five minutes old', async () => {
    const { discord, owners, clock, owner, manager, asked } = await scene();
    expect(await owners.include(owner.id)).toBe(true);
    const body = { owner: { id: manager.id, username: manager.username }, team: null };
    discord.faults.add({ route: ROUTE, status: 200, body });
    clock.now = 5 * MINUTE - 1;
    expect(await owners.include(owner.id)).toBe(true);
    clock.now = 5 * MINUTE;
    expect(await owners.include(owner.id)).toBe(false);
    expect(await owners.include(manager.id)).toBe(true);
    expect(asked()).toBe(2);
  });

  it('are unknown while Discord does not say, and an old word does not do', async () => {
    const { discord, owners, clock, owner } = await scene();
    expect(await owners.include(owner.id)).toBe(true);
    clock.now = 5 * MINUTE;
    const fault = discord.faults.add({ route: ROUTE, status: 503 });
    await expect(owners.include(owner.id)).rejects.toThrow('Service Unavailable');
    fault.remove();
    expect(await owners.include(owner.id)).toBe(true);
  });

  it('are not waited for longer than an answer to the member may take', async () => {
    const { discord, owners, owner } = await scene();
    discord.faults.add({ route: ROUTE, delayMs: 60_000 });
    await expect(owners.include(owner.id)).rejects.toThrow('aborted');
  });
});
