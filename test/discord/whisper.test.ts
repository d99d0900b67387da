import { describe, expect, it } from 'vitest';
import { apologise, whisper } from '../../src/discord/whisper.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
} from '../support/edge-discord.ts';
import { listeningLog } from '../support/edge-log.ts';

const { defer: callback, edit } = ROUTES;
const body = { content: 'Only you see this.' };

async function scene() {
  const discord = await edgeDiscord();
  return { discord, ...ask(discord), ...countedApi(discord), ...listeningLog() };
}

describe('a whisper', () => {
  it('is seen by the member alone', async () => {
    const { discord, api, ref, log, lines } = await scene();
    await whisper(api, ref, body, log);
    const { channels, people } = discord.world;
    expect(discord.messages(channels.art, people.member)).toMatchObject([body]);
    expect(discord.messages(channels.art, people.secondMember)).toEqual([]);
    expect(lines).toEqual([]);
    expectNoViolations(discord);
  });

  it('is repeated after a server’s failure', async () => {
    const { discord, api, ref, log, calls, invocation } = await scene();
    discord.faults.add({ route: callback, status: 503, times: 2 });
    await whisper(api, ref, body, log);
    expect((await invocation.settled()).content).toBe(body.content);
    expect(calls).toEqual(['whisper', 'whisper', 'whisper']);
  });

  it.each([
    ['three failures of a server', { status: 500 }, 3],
    ['a refusal', refusal(404, 10062), 1],
    ['a lost answer', { drop: 'after' }, 1],
  ] as const)('is let go after %s, which is logged', async (_, fault, attempts) => {
    const { discord, api, ref, log, lines, calls } = await scene();
    discord.faults.add({ route: callback, ...fault });
    await whisper(api, ref, body, log);
    expect(calls).toHaveLength(attempts);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(ref.token);
  });
});

describe('an apology', () => {
  it('is whispered where nothing was answered yet', async () => {
    const { api, ref, log, calls, invocation } = await scene();
    await apologise(api, ref, body, log);
    expect((await invocation.settled()).content).toBe(body.content);
    expect(calls).toEqual(['whisper']);
  });

  it('takes the place of "thinking…" where an answer was begun', async () => {
    const { api, ref, log, calls, invocation, lines } = await scene();
    await api.defer(ref);
    await apologise(api, ref, body, log);
    expect((await invocation.settled()).content).toBe(body.content);
    expect(calls).toEqual(['defer', 'whisper', 'edit']);
    expect(lines).toEqual([]);
  });

  it('is let go where Discord takes neither', async () => {
    const { discord, api, ref, log, lines } = await scene();
    await api.defer(ref);
    discord.faults.add({ route: edit, status: 503 });
    await apologise(api, ref, body, log);
    expect(lines).toHaveLength(1);
  });
});
