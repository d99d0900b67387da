import { describe, expect, it } from 'vitest';
import { machineSnapshot } from '../../../../playground/page/contract.ts';
import { answer, imagine } from '../../../support/discord-local.ts';
import { openApi, postJson } from '../../../support/page-api.ts';
import { pageStream } from '../../../support/page-stream.ts';

const FAULTS = { apiSlowMs: 0, apiFails: 'off', discord429: false, upload: 'off' };

describe('the machine room', () => {
  it('shows what passed and what was wrong with it, without tokens', async () => {
    const { discord, origin } = await openApi();
    const invocation = imagine(discord);
    await answer(discord, invocation, { type: 4, data: { content: 'x'.repeat(2_001) } });
    const text = await (await fetch(`${origin}/page/machine`)).text();
    const { traffic } = machineSnapshot.parse(JSON.parse(text));
    expect(traffic).toMatchObject([
      {
        kind: 'rest',
        method: 'POST',
        route: '/interactions/:id/:token/callback',
        status: 400,
        code: 50_035,
        findings: [{ path: 'data.content', side: 'request' }],
      },
    ]);
    expect(text).not.toContain(invocation.token);
    expect(text).not.toContain(discord.token);
  });

  it('tells everyone who looks which faults are in force', async () => {
    const { origin } = await openApi();
    const streams = [await pageStream(origin), await pageStream(origin)];
    const wanted = { ...FAULTS, discord429: true };
    expect((await postJson(origin, '/page/machine/faults', wanted)).status).toBe(204);
    for (const stream of streams)
      await stream.event('machine', ({ machine }) => machine.faults.discord429);
  });

  it('has no bot to steer where none was started from here', async () => {
    const { origin } = await openApi();
    const response = await postJson(origin, '/page/machine/bot', { do: 'kill' });
    expect(response.status).toBe(409);
    const { machine } = machineSnapshot.parse(await (await fetch(`${origin}/page/machine`)).json());
    expect(machine.bot).toEqual({ state: 'stopped', note: 'It is not started from here.' });
  });

  it.each([
    ['/page/machine/faults', { ...FAULTS, upload: 'eaten' }],
    ['/page/machine/faults', { discord429: true }],
    ['/page/machine/faults', { ...FAULTS, apiSlowMs: 60_001 }],
    ['/page/machine/bot', { do: 'dance' }],
  ])('refuses what is not of the contract: %s %j', async (path, body) => {
    const { origin } = await openApi();
    expect((await postJson(origin, path, body)).status).toBe(400);
  });
});
