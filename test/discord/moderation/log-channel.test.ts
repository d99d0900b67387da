import { describe, expect, it } from 'vitest';
import { createLogChannel } from '../../../src/discord/moderation/log-channel.ts';
import { edgeDiscord, expectNoViolations, refusal, ROUTES } from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';

async function scene() {
  const discord = await edgeDiscord();
  const { line } = await lineTo(discord);
  return { discord, channel: createLogChannel(line.channels), channels: discord.world.channels };
}

describe('a log channel', () => {
  it('is told something once for one nonce, and nobody is notified', async () => {
    const { discord, channel, channels } = await scene();
    const text = 'Used up: <@1> <@&2> @everyone';
    expect(await channel.say(channels.log.id, { content: text }, 'once')).toEqual({ kind: 'said' });
    expect(await channel.say(channels.log.id, { content: text }, 'once')).toEqual({ kind: 'said' });
    expect(discord.messages(channels.log)).toMatchObject([
      { content: text, mentions: [], mention_everyone: false },
    ]);
    const [sent] = discord.traffic.rest(ROUTES.post);
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    expectNoViolations(discord);
  });

  it.each([
    ['the bot does not see', 'noBots', 'may-not-see', 50001],
    ['that is gone', 'gone', 'gone', 10003],
  ] as const)('%s is refused', async (_, name, why, code) => {
    const { channel, channels } = await scene();
    const id = name === 'gone' ? '400000000000000001' : channels[name].id;
    expect(await channel.say(id, { content: 'A word' }, 'once')).toEqual({
      kind: 'refused',
      why,
      code,
    });
  });

  it.each([
    [403, 50013, 'may-not-write'],
    [400, 50035, 'not-accepted'],
  ] as const)('is refused with %i and %i: %s', async (status, code, why) => {
    const { discord, channel, channels } = await scene();
    discord.faults.add({ route: ROUTES.post, ...refusal(status, code) });
    const said = await channel.say(channels.log.id, { content: 'A word' }, 'once');
    expect(said).toEqual({ kind: 'refused', why, code });
  });

  it.each([
    ['a server’s failure', { status: 503 }],
    ['a lost answer', { drop: 'after' }],
    ['a token that is not taken', refusal(401, 0)],
    ['the gate in front of Discord', refusal(403, 40333)],
  ] as const)('may have heard it after %s', async (_, fault) => {
    const { discord, channel, channels } = await scene();
    discord.faults.add({ route: ROUTES.post, ...fault });
    expect(await channel.say(channels.log.id, { content: 'A word' }, 'once')).toEqual({
      kind: 'lost',
    });
  });
});
