import { describe, expect, it } from 'vitest';
import type { Message } from '../../playground/discord/index.ts';
import { StoreError } from '../../src/storage/store.ts';
import { MODERATION_WORDS } from '../../src/words/moderation.ts';
import { RULES_WORDS } from '../../src/words/rules.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations } from '../support/edge-discord.ts';
import { labelsOf } from '../support/labels.ts';
import { rule } from '../support/rules.ts';

const MANAGE_MESSAGES = String(1 << 13);

async function scene(typed: readonly string[] = []) {
  const made = await commandsOnline();
  const { discord, idle, rules } = made;
  const { guilds, people } = discord.world;
  const guildId = guilds.studio.id;
  const by = { interactionId: guildId, userId: people.owner.id };
  if (typed.length > 0) await rules.add(guildId, typed.map(rule), by);
  const end = async (job: ReturnType<typeof discord.click>): Promise<Message> => {
    const settled = await job.settled();
    await idle();
    return job.original() ?? settled;
  };
  return {
    ...made,
    ...discord.world,
    guildId,
    by,
    press: (message: Message, button: string, who = people.owner, raw = {}) =>
      end(discord.click({ message, button, by: who, raw })),
    pick: (message: Message, values: string[], who = people.owner) =>
      end(discord.select({ message, values, by: who })),
    texts: async () => (await rules.list(guildId, 0)).rules.map(({ text }) => text),
  };
}

/** The values that the menu of a panel offers. */
const valuesOf = ({ components }: Message): string[] =>
  components.flatMap(({ components: parts = [] }) =>
    parts.flatMap(({ options }) => (options ?? []).map(({ value }) => value)),
  );

const linesOf = ({ embeds }: Message): string[] => (embeds[0]?.description ?? '').split('\n');

describe('/moderation rules', () => {
  it('begins without rules', async () => {
    const { answer, discord } = await scene();
    const panel = await answer('moderation rules');
    expect(linesOf(panel)).toEqual(['This server has no rules of its own.', RULES_WORDS.none]);
    expect(labelsOf(panel)).toEqual([RULES_WORDS.add, RULES_WORDS.clear]);
    expectNoViolations(discord);
  });

  it('turns its pages, and removes what is chosen on one', async () => {
    const many = Array.from({ length: 45 }, (_, index) => `word${String(index + 10)}`);
    const { answer, press, pick, texts, discord } = await scene(many);
    const first = await answer('moderation rules');
    expect(linesOf(first)[0]).toBe('45 rules, page 1 of 3.');
    const second = await press(first, RULES_WORDS.later);
    expect(linesOf(second).slice(0, 2)).toEqual(['45 rules, page 2 of 3.', '- word30']);
    const removed = await pick(second, valuesOf(second).slice(0, 2));
    expect(removed.content).toBe('Removed 2 rules. It is case 2.');
    expect(linesOf(removed).slice(0, 2)).toEqual(['43 rules, page 2 of 3.', '- word32']);
    expect(linesOf(await press(removed, RULES_WORDS.earlier))[1]).toBe('- word10');
    expect(await texts()).not.toContain('word30');
    expectNoViolations(discord);
  });

  it('adds nothing where nothing was typed, and says so', async () => {
    const { answer, discord, people, cases, guildId } = await scene();
    const panel = await answer('moderation rules');
    const opener = discord.click({ message: panel, button: RULES_WORDS.add, by: people.owner });
    await opener.answered;
    const sent = discord.submit(opener, { values: { rules: ' \n ' } });
    await sent.settled();
    expect(sent.original()?.content).toBe(RULES_WORDS.nothingTyped);
    expect(await cases.find(guildId, 1)).toBeUndefined();
  });

  it('asks before it clears, and clears nothing where there are others by then', async () => {
    const { answer, press, rules, texts, guildId, by } = await scene(['gore', 'blood']);
    const question = await press(await answer('moderation rules'), RULES_WORDS.clear);
    expect(question.content).toMatch(/^Take all 2 rules of this server away\?/);
    expect(linesOf(await press(question, RULES_WORDS.keep))[0]).toBe('2 rules.');
    const again = await press(await answer('moderation rules'), RULES_WORDS.clear);
    const [blood] = (await rules.list(guildId, 0)).rules;
    await rules.remove(guildId, [blood?.key ?? ''], by);
    await rules.add(guildId, [rule('nude')], by);
    const others = await press(again, 'Clear 2 rules');
    expect(others.content).toMatch(/^Nothing was changed\. The rules may have changed since/);
    expect(linesOf(others)).toEqual(['2 rules.', '- gore', '- nude']);
    expect(await texts()).toEqual(['gore', 'nude']);
    const anew = await press(others, RULES_WORDS.clear);
    expect((await press(anew, 'Clear 2 rules')).content).toBe('Removed 2 rules. It is case 4.');
    expect(await texts()).toEqual([]);
  });

  it('clears nothing by a button that knew no more than how many rules there were', async () => {
    const { answer, press, people, texts, discord } = await scene(['gore', 'blood']);
    const question = await press(await answer('moderation rules'), RULES_WORDS.clear);
    const data = { component_type: 2, custom_id: 'rules-clear-surely:2' };
    const answered = await press(question, 'Clear 2 rules', people.owner, { data });
    expect(answered.content).toMatch(/^Nothing was changed\. The rules may have changed since/);
    expect(linesOf(answered)[0]).toBe('2 rules.');
    expect(await texts()).toEqual(['blood', 'gore']);
    expectNoViolations(discord);
  });

  it('shows long rules as far as Discord lets it', async () => {
    const long = Array.from(
      { length: 20 },
      (_, index) => `strict: flag: ${'_*'.slice(0, 1).repeat(80)}word${index + 10}`,
    );
    const { answer, discord } = await scene(long);
    expect(linesOf(await answer('moderation rules'))).toHaveLength(21);
    expectNoViolations(discord);
  });

  it('asks at each click whether who clicks is a moderator', async () => {
    const { answer, press, pick, people, texts } = await scene(['gore']);
    const { moderator } = people;
    const panel = await answer('moderation rules', {}, { by: moderator });
    const raw = {
      member: { user: { id: moderator.id, username: 'moderator' }, roles: [], permissions: '0' },
    };
    for (const button of [RULES_WORDS.add, RULES_WORDS.clear]) {
      expect((await press(panel, button, moderator, raw)).content).toBe(
        MODERATION_WORDS.notAllowed,
      );
    }
    const question = await press(panel, RULES_WORDS.clear, moderator);
    expect((await press(question, 'Clear 1 rule', moderator, raw)).content).toBe(
      MODERATION_WORDS.notAllowed,
    );
    expect(await texts()).toEqual(['gore']);
    const mine = await answer('moderation rules', {}, { by: moderator });
    expect((await pick(mine, valuesOf(mine), moderator)).content).toMatch(/^Removed 1 rule\./);
  });

  it('is for who may manage messages, too, and for nobody else', async () => {
    const { answer, people } = await scene();
    const as = (permissions: string) => ({
      raw: { member: { user: { id: people.member.id, username: 'm' }, roles: [], permissions } },
    });
    expect((await answer('moderation rules', {}, as('0'))).content).toBe(
      MODERATION_WORDS.notAllowed,
    );
    expect((await answer('moderation test', { text: 'x' }, as('0'))).content).toBe(
      MODERATION_WORDS.notAllowed,
    );
    expect(linesOf(await answer('moderation rules', {}, as(MANAGE_MESSAGES)))[0]).toBe(
      'This server has no rules of its own.',
    );
    const outside = await answer('moderation rules', {}, { raw: { guild_id: null, context: 1 } });
    expect(outside.content).toContain('in servers only');
  });

  it('says so when rules cannot be read', async () => {
    const { answer, rules } = await scene();
    rules.list = () => Promise.reject(new StoreError('The database failed.'));
    expect((await answer('moderation rules')).content).toBe(MODERATION_WORDS.unavailable);
  });
});

describe('/moderation test', () => {
  it('says by which strictness a text is judged', async () => {
    const { answer, channels } = await scene(['strict: nude']);
    const test = (more = {}) => answer('moderation test', { text: 'nude' }, more);
    expect((await test()).content).toContain('not age-restricted, this text would be refused');
    expect((await test({ in: channels.afterDark })).content).toMatch(
      /^In this age-restricted channel, .* this text meets no rule/,
    );
    expect((await answer('moderation test', { text: '\u200b' })).content).toBe(
      RULES_WORDS.nothingToTest,
    );
  });
});
