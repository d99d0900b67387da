import { describe, expect, it } from 'vitest';
import type { Channel } from '../../playground/discord/index.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

/** A bot in servers where age restriction matters, and what it says to a request. */
async function scene() {
  const stage = await setStage({
    policies: ({ guilds }) => ({
      [guilds.studio.id]: { agePolicy: 'restricted-only' },
      [guilds.printRoom.id]: { agePolicy: 'unrestricted-only' },
    }),
  });
  const { world } = stage.discord;
  const inThreadOf = async (channel: Channel) => {
    const { content } = await imagine(
      stage,
      {},
      { in: world.addThread(channel, 'Foxes') },
    ).settled();
    return content;
  };
  return { stage, world, inThreadOf };
}

describe('a thread, of which Discord does not say that it is age-restricted', () => {
  it('is where its channel is, and is not where its channel is not', async () => {
    const { stage, world, inThreadOf } = await scene();
    expect(await inThreadOf(world.channels.afterDark)).toMatch(/asked by/);
    expect(await inThreadOf(world.channels.art)).toMatch(/in age-restricted channels only/);
    expect(await inThreadOf(world.channels.prints)).toMatch(/asked by/);
    expectNoViolations(stage);
  });

  it('is taken for whichever is refused while Discord cannot be asked', async () => {
    const { stage, world, inThreadOf } = await scene();
    const { faults } = stage.discord;
    faults.add({ route: 'GET /channels/:channel', status: 500, times: 2 });
    expect(await inThreadOf(world.channels.afterDark)).toMatch(/in age-restricted channels only/);
    expect(await inThreadOf(world.channels.prints)).toMatch(/are not made in age-restricted/);
    expect(await inThreadOf(world.channels.prints)).toMatch(/asked by/);
  });
});
