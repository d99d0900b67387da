import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/storage/store.ts';
import {
  BUDGET_NOT_ALLOWED,
  BUDGET_OWNERS_UNKNOWN,
  BUDGET_UNAVAILABLE,
  BUDGET_UNKNOWN,
} from '../../src/words/budget.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations } from '../support/edge-discord.ts';

async function scene(setup: Parameters<typeof commandsOnline>[0] = {}) {
  const made = await commandsOnline(setup);
  const { world } = made.discord;
  const { studio, printRoom } = world.guilds;
  const budgetOf = async (guild: { id: string }) => (await made.settings.view(guild.id)).budget;
  const say = async (...given: Parameters<typeof made.answer>) =>
    (await made.answer(...given)).content;
  return { ...made, ...world, studio, printRoom, budgetOf, say };
}

const failing = () => Promise.reject(new StoreError('The database failed.'));

describe('the bot’s owner', () => {
  it('sees, sets and resets this server’s budget', async () => {
    const { say, budgetOf, studio, printRoom, people, logged, discord } = await scene();
    const used = '0 credits are used this month.';
    expect(await say('budget show')).toBe(
      `Server ${studio.id}: 3000 credits a month, as every server. ${used}`,
    );
    expect(await say('budget set', { credits: 60 })).toBe(
      `Server ${studio.id}: 60 credits a month, for this server alone; before: as every server. ${used}`,
    );
    expect(await budgetOf(studio)).toBe(60);
    expect(await say('budget set', { credits: 0 })).toBe(
      `Server ${studio.id}: unlimited credits, for this server alone; before: 60 credits a month. ${used}`,
    );
    expect(await say('budget reset')).toBe(
      `Server ${studio.id}: 3000 credits a month, as every server; before: unlimited credits. ${used}`,
    );
    expect(await budgetOf(studio)).toBe(3_000);
    expect(await budgetOf(printRoom)).toBe(3_000);
    expect(logged('budget changed')).toMatchObject([
      { owner: people.owner.id, before: 'as every server', after: '60 credits a month' },
      { guild: studio.id, before: '60 credits a month', after: 'unlimited' },
      { guild: studio.id, before: 'unlimited', after: 'as every server' },
    ]);
    expectNoViolations(discord);
  });

  it('serves another server from here', async () => {
    const { say, budgetOf, studio, printRoom } = await scene();
    const server = printRoom.id;
    expect(await say('budget set', { credits: 600, server })).toMatch(
      new RegExp(`^Server ${server}: 600 credits a month, for this server alone`),
    );
    expect([await budgetOf(printRoom), await budgetOf(studio)]).toEqual([600, 3_000]);
    expect(await say('budget show', { server })).toContain('600 credits a month');
  });

  it.each([
    ['a name', 'my favourite server'],
    ['a key', '200000000000000001:x'],
  ])('is told when a server’s id is %s', async (_, server) => {
    const { say, budgetOf, studio } = await scene();
    expect(await say('budget set', { credits: 6, server })).toBe(BUDGET_UNKNOWN);
    expect(await budgetOf(studio)).toBe(3_000);
  });

  it('is told when the database fails', async () => {
    const { say, budgetOf, studio } = await scene({
      settings: (real) => ({ ...real, overview: failing }),
    });
    expect(await say('budget show')).toBe(BUDGET_UNAVAILABLE);
    expect(await say('budget set', { credits: 60 })).toMatch(
      /^Server \d+: the budget is changed\./,
    );
    expect(await budgetOf(studio)).toBe(60);
    const broken = await scene({ settings: (real) => ({ ...real, setBudget: failing }) });
    expect(await broken.say('budget set', { credits: 60 })).toBe(BUDGET_UNAVAILABLE);
  });
});

describe('anybody else', () => {
  it('sees and changes nothing, as an administrator neither', async () => {
    const { say, discord, studio, channels, people, budgetOf, logged } = await scene();
    const { world } = discord;
    const administrators = world.addRole(studio, 'Administrators', 8n);
    const administrator = world.addPerson('Administrator');
    world.join(studio, administrator, administrators);
    const by = { by: administrator };
    expect(await say('budget show', {}, by)).toBe(BUDGET_NOT_ALLOWED);
    expect(await say('budget set', { credits: 0 }, by)).toBe(BUDGET_NOT_ALLOWED);
    expect(await say('budget reset', {}, by)).toBe(BUDGET_NOT_ALLOWED);
    expect(await budgetOf(studio)).toBe(3_000);
    expect(logged('budget changed')).toEqual([]);
    expect(discord.messages(channels.art, people.member)).toEqual([]);
  });

  it('and everybody is refused while Discord does not say who the owner is', async () => {
    const { say, budgetOf, studio, logged } = await scene({
      owners: { include: () => Promise.reject(new Error('Discord is away.')) },
    });
    expect(await say('budget set', { credits: 0 })).toBe(BUDGET_OWNERS_UNKNOWN);
    expect(await budgetOf(studio)).toBe(3_000);
    expect(logged('the owners of the bot are not known')).toHaveLength(1);
  });
});
