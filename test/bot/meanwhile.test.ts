import { describe, expect, it } from 'vitest';
import type { Invocation, Message } from '../../playground/discord/index.ts';
import { MENU_LABELS } from '../../src/words/menus.ts';
import { MODERATION_WORDS } from '../../src/words/moderation.ts';
import { RULES_WORDS } from '../../src/words/rules.ts';
import { jobEnd } from '../support/bot-jobs.ts';
import { press } from '../support/buttons.ts';
import { credits, expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

/** Something that is open, and is sent later. */
type Send = () => Invocation;

/** Opens every form and list that makes pictures of a message, and sends none. */
async function openAll(stage: Stage, message: Message): Promise<Readonly<Record<string, Send>>> {
  const { discord } = stage;
  const { people, channels } = discord.world;
  const by = people.member;
  const list = async (button: 'style' | 'shape', value: string): Promise<Send> => {
    const shown = await press(stage, message, button, by).settled();
    return () => discord.select({ message: shown, values: [value], by });
  };
  const form = async (opener: Invocation): Promise<Send> => {
    expect(await opener.answered).toBe(9);
    return () => discord.submit(opener, { values: {} });
  };
  const place = { by, in: channels.art };
  return {
    'Edit…': await form(press(stage, message, 'edit', by)),
    'Imagine like this': await form(
      discord.contextMenu({ command: MENU_LABELS.like, target: message, ...place }),
    ),
    'Style…': await list('style', 'anime'),
    'Shape…': await list('shape', '16:9'),
  };
}

/** Uses a part of `/moderation` as the moderator in #art. */
const moderate = ({ discord: { use, world } }: Stage, name: string, options = {}) =>
  use({
    command: `moderation ${name}`,
    options,
    by: world.people.moderator,
    in: world.channels.art,
  }).settled();

/** Opens the form that adds rules. */
async function openRules(stage: Stage): Promise<Invocation> {
  const panel = await moderate(stage, 'rules');
  const by = stage.discord.world.people.moderator;
  const opener = stage.discord.click({ message: panel, button: RULES_WORDS.add, by });
  expect(await opener.answered).toBe(9);
  return opener;
}

const send = ({ discord }: Stage, opener: Invocation, rules: string) =>
  discord.submit(opener, { values: { rules } }).settled();

describe('what moderators decide while a form or a list is open', () => {
  it.each([
    [
      'a block',
      /^You are blocked from making pictures in this server\./,
      (stage: Stage) => {
        const { member } = stage.discord.world.people;
        return moderate(stage, 'block', { member, duration: 'forever', reason: 'Enough' });
      },
    ],
    [
      'a rule',
      /^Your prompt meets this server’s rule, \|\|lighthouse\|\|/,
      async (stage: Stage) => send(stage, await openRules(stage), 'lighthouse'),
    ],
  ])('holds for what is sent then: %s', async (_, told, decide) => {
    const stage = await setStage();
    const job = imagine(stage, { prompt: 'A lighthouse' });
    const message = await job.settled();
    await jobEnd(stage, job);
    const open = await openAll(stage, message);
    await decide(stage);
    for (const [name, sendNow] of Object.entries(open)) {
      const sent = sendNow();
      const answer = await sent.settled();
      await jobEnd(stage, sent);
      expect({ name, content: answer.content, pictures: answer.attachments.length }).toEqual({
        name,
        content: expect.stringMatching(told),
        pictures: 0,
      });
    }
    expect(stage.service.requests).toHaveLength(1);
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });
});

describe('a moderator who loses the role meanwhile', () => {
  it('changes no rule any more, by a form or a button that is open', async () => {
    const stage = await setStage();
    const { discord } = stage;
    const { people, guilds } = discord.world;
    const panel = await send(stage, await openRules(stage), 'gore');
    const opener = await openRules(stage);
    discord.world.join(guilds.studio, people.moderator);
    const by = people.moderator;
    expect((await send(stage, opener, 'blood')).content).toBe(MODERATION_WORDS.notAllowed);
    const clear = await discord.click({ message: panel, button: RULES_WORDS.clear, by }).settled();
    expect(clear.content).toBe(MODERATION_WORDS.notAllowed);
    expect((await imagine(stage, { prompt: 'gore' }).settled()).content).toMatch(/meets this/);
    expect((await imagine(stage, { prompt: 'blood' }).settled()).attachments).toHaveLength(1);
    expectNoViolations(stage);
  });
});
