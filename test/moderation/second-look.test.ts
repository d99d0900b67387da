import { describe, expect, it } from 'vitest';
import { forgetModeration } from '../../src/moderation/forget.ts';
import { caseText } from '../../src/words/cases.ts';
import { rowsIn } from '../support/book-store.ts';
import { after, MINUTE, moderation, NOON, report } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const link = { channel: CHANNEL, message: after() };
const wish = { interactionId: after(MINUTE), by: USER, link };
const facts = {
  kind: 'refusal',
  rule: { text: 'gore', origin: 'server' },
  where: 'prompt',
} as const;

async function refused() {
  const made = await moderation();
  await made.cases.open(GUILD, report({ actor: 'bot', facts }));
  return made;
}

describe('a second look', () => {
  it('is asked for once, by whom it is about, and is news', async () => {
    const { cases, rings, store } = await refused();
    expect(await cases.askAgain(GUILD, 1, wish)).toMatchObject({ kind: 'asked' });
    expect(rings()).toBe(2);
    const again = { ...wish, interactionId: after(2 * MINUTE) };
    expect(await cases.askAgain(GUILD, 1, again)).toEqual({
      kind: 'asked-before',
      at: NOON + MINUTE,
    });
    expect(rings()).toBe(2);
    expect((await cases.find(GUILD, 1))?.facts).toEqual({
      ...facts,
      secondLook: { at: NOON + MINUTE, link },
    });
    expect(await store.keys('untold:')).toEqual([
      `untold:${GUILD}:000000001:begun`,
      `untold:${GUILD}:000000001:second-look`,
    ]);
  });

  it('is nobody else’s to ask for, and only of a refusal', async () => {
    const { cases } = await refused();
    await cases.open(GUILD, report());
    expect(await cases.askAgain(GUILD, 1, { ...wish, by: OTHER_USER })).toEqual({
      kind: 'not-theirs',
    });
    expect(await cases.askAgain(GUILD, 2, wish)).toEqual({ kind: 'no-case' });
    expect(await cases.askAgain(GUILD, 3, wish)).toEqual({ kind: 'no-case' });
    expect((await cases.find(GUILD, 1))?.facts).toEqual(facts);
  });

  it('is told with the rule and a link, and shown in the case', async () => {
    const { cases } = await refused();
    const asked = await cases.askAgain(GUILD, 1, wish);
    if (asked.kind !== 'asked') throw new Error('It was not asked for.');
    const told = { guildId: GUILD, number: 1, entry: asked.entry };
    const at = Math.floor((NOON + MINUTE) / 1000);
    expect(caseText(told, 'second-look')).toBe(
      `**Case 1** · <@${USER}> asks for a second look at this refusal · It was for the server’s rule “gore” · [message](https://discord.com/channels/${GUILD}/${CHANNEL}/${after()}) · <t:${at}:f>\n-# \`/moderation case number:1\` shows what was typed, while it is kept; \`/moderation rules\` changes the rule.`,
    );
    expect(caseText(told, 'begun')).toContain(`; a second look was asked for <t:${at}:R>`);
  });

  it('leaves no way to the message once its member is forgotten', async () => {
    const { cases, store } = await refused();
    await cases.askAgain(GUILD, 1, wish);
    await forgetModeration(store, USER, NOON);
    expect((await cases.find(GUILD, 1))?.facts).toMatchObject({ secondLook: { link: null } });
    expect(JSON.stringify(await rowsIn(store))).not.toContain(USER);
  });
});
