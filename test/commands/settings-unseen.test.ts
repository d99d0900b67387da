import { describe, expect, it } from 'vitest';
import { fieldOf, settings, settingsPanel } from '../support/bot-limits.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations } from '../support/edge-discord.ts';

const mentions = (...shown: readonly { id: string }[]) =>
  shown.map(({ id }) => `<#${id}>`).join(', ');

describe('a channel that the bot may not see', () => {
  it('is not taken for one that was deleted, and stays when another is named', async () => {
    const { discord, settings: books } = await commandsOnline();
    const { channels, people, guilds } = discord.world;
    const { art, noBots, sketches } = channels;
    const by = people.owner;
    const panel = await settingsPanel({ discord }, { by });
    await panel.page('place');
    const chosen = await panel.choose('names:channels', noBots, sketches);
    expect(chosen.content).toContain(`: ${mentions(noBots, sketches)} (before: everywhere)`);
    expect(fieldOf(chosen, 'Channels for /imagine')).toBe(mentions(noBots, sketches));

    discord.world.removeChannel(sketches);
    const again = await settingsPanel({ discord }, { by });
    const place = await again.page('place');
    expect(fieldOf(place, 'Channels for /imagine')).toBe(`${mentions(noBots)}, a deleted channel`);
    await again.choose('names:channels', noBots, art);
    const { policy } = await books.view(guilds.studio.id);
    expect(policy.channels).toEqual([noBots.id, art.id]);
    expectNoViolations(discord);
  });

  it('can have a limit', async () => {
    const { discord } = await commandsOnline();
    const { channels, people } = discord.world;
    const { noBots } = channels;
    const by = people.owner;
    const set = await settings({ discord }, { shares: [['channels', noBots, 60]] }, { by });
    expect(fieldOf(set, 'Channels')).toBe(`<#${noBots.id}>: 0 of 60 credits used`);
    const panel = await settingsPanel({ discord }, { by });
    const shown = await panel.page('shares');
    expect(fieldOf(shown, 'Channels')).toBe(`<#${noBots.id}>: 0 of 60 credits used`);
    expectNoViolations(discord);
  });
});
