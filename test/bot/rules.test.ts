import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Invocation, Message, User } from '../../playground/discord/index.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import { RULES_WORDS } from '../../src/words/rules.ts';
import { SECOND_LOOK_LABEL } from '../../src/words/second-look.ts';
import { toldInModLog } from '../support/policies.ts';
import { jobEnd } from '../support/bot-jobs.ts';
import { messageIn } from '../support/edge-retry.ts';
import { labelsOf } from '../support/labels.ts';
import { credits, expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

/** Uses a part of `/moderation` as somebody in #art. */
const moderation = (
  { discord: { use, world } }: Stage,
  name: string,
  options: Record<string, string> = {},
  by: User = world.people.moderator,
): Invocation => use({ command: `moderation ${name}`, options, by, in: world.channels.art });

/** Opens the panel and adds rules by its form; gives the panel as it is then. */
async function addRules(stage: Stage, typed: string): Promise<Message> {
  const by = stage.discord.world.people.moderator;
  const panel = await moderation(stage, 'rules').settled();
  const opener = stage.discord.click({ message: panel, button: RULES_WORDS.add, by });
  expect(await opener.answered).toBe(9);
  return stage.discord.submit(opener, { values: { rules: typed } }).settled();
}

/** Asks for a picture to the end. */
async function ask(stage: Stage, options: Record<string, string>, more = {}): Promise<Message> {
  const job = imagine(stage, options, more);
  const message = await job.settled();
  await jobEnd(stage, job);
  return message;
}

const askAgain = ({ discord }: Stage, message: Message, by: User): Promise<Message> =>
  discord.click({ message, button: SECOND_LOOK_LABEL, by }).settled();

describe('a rule', () => {
  it('refuses from the moment on that it is added, with a case, a second look and no charge', async () => {
    const stage = await setStage({ policies: toldInModLog });
    const { people, channels } = stage.discord.world;
    const panel = await addRules(stage, '*gore*\nstrict: nude\n*\nflag: blood');
    expect(panel.content).toBe(
      'Added 3 rules; they hold from now on. It is case 1.\n- Line 3, “\\*”, would meet every text: at least two letters are needed.',
    );
    expect(panel.embeds[0]?.description?.split('\n').slice(1)).toEqual([
      String.raw`- flag\: blood`,
      String.raw`- \*gore\*`,
      String.raw`- strict\: nude`,
    ]);

    const refused = await ask(stage, { prompt: 'a g.0.r.€ scene' });
    expect(refused.content).toBe(
      String.raw`Your prompt meets this server’s rule, ||\*gore\*||. Nothing was charged. Please change the words. If that is a mistake, ask for a second look: it is case 2.`,
    );
    expect(labelsOf(refused)).toEqual([SECOND_LOOK_LABEL]);
    expect((await ask(stage, { prompt: 'a cat', negative_prompt: 'nude' })).content).toMatch(
      /^Your negative prompt meets this server’s rule, \|\|nude\|\|/,
    );
    const flagged = await ask(stage, { prompt: 'blood on snow' });
    expect(flagged.attachments).toHaveLength(1);
    const noted = await messageIn(stage, channels.modLog, /flagged for/);
    expect(noted.content).toContain(
      `**Case 4** · A prompt of <@${people.member.id}> was let through and is flagged for the server’s rule “blood” · [message](`,
    );
    expect(noted.content).toContain(`/${channels.art.id}/${flagged.id})`);
    expect(
      (await ask(stage, { prompt: 'nude' }, { in: channels.afterDark })).attachments,
    ).toHaveLength(1);
    expect(stage.service.requests).toHaveLength(2);

    expect((await askAgain(stage, refused, people.secondMember)).content).toMatch(
      /^Only the member/,
    );
    expect((await askAgain(stage, refused, people.member)).content).toMatch(
      /^The moderators are being asked to look at case 2 once more\./,
    );
    expect((await askAgain(stage, refused, people.member)).content).toMatch(
      /^You asked for a second look at case 2 already, <t:\d+:R>\./,
    );
    const told = await messageIn(stage, channels.modLog, /second look/);
    expect(told.content).toContain(`**Case 2** · <@${people.member.id}> asks for a second look`);
    expect(told.content).toContain(`/${channels.art.id}/${refused.id})`);
    const log = stage.discord.messages(channels.modLog).map(({ content }) => content);
    expect(log.filter((text) => text.includes('asks for a second look'))).toHaveLength(1);
    expect(log.join('\n')).toContain(`<@${people.moderator.id}> changed the prompt rules: added`);
    expect(log.join('\n')).not.toContain('scene');
    expect(await credits(stage)).toMatchObject({ Used: '12 credits', Held: '0 credits' });
    expectNoViolations(stage);

    await stage.bot.stop();
    const store = await openStore(join(stage.folder, 'easel.sqlite'), Date.now);
    const kept = [];
    for await (const { value } of store.scan('case-text:')) kept.push(value);
    await store.close();
    expect(kept).toEqual([
      { v: 1, text: 'a g.0.r.€ scene' },
      { v: 1, text: 'nude' },
      { v: 1, text: 'blood on snow' },
    ]);
  });

  it('says honestly that nobody is told of a second look without a log channel', async () => {
    const stage = await setStage();
    await addRules(stage, 'gore');
    const refused = await ask(stage, { prompt: 'gore' });
    const told = await askAgain(stage, refused, stage.discord.world.people.member);
    expect(told.content).toMatch(/^It is noted in case 2 .* no log channel, so nobody is told/);
    expectNoViolations(stage);
  });
});

describe('the operator’s rules', () => {
  it('hold in every server, and `/moderation test` tells whose they are', async () => {
    const stage = await setStage();
    const path = join(stage.folder, 'rules.txt');
    await writeFile(path, '# everywhere\nswastika\nstrict: nude\n');
    await stage.bot.stop();
    const again = { ...stage, bot: await stage.again({ OPERATOR_RULES: path }) };
    const { prints } = stage.discord.world.channels;
    expect((await ask(again, { prompt: 'SWA$TIKA' }, { in: prints })).content).toMatch(
      /^Your prompt meets a rule of this bot’s operator, \|\|swastika\|\|/,
    );
    const tested = await moderation(again, 'test', { text: 'a swas tika, nude' }).settled();
    expect(tested.content).toBe(
      [
        'In this channel, which is not age-restricted, this text would be refused as a prompt:',
        '- the operator’s rule “nude” refuses it: it stands there as it is, in “a swas tika, nude”',
        '- the operator’s rule “swastika” flags it: its letters come together there, which may well be nothing, in “a swas tika, nude”',
      ].join('\n'),
    );
    expect((await moderation(again, 'test', { text: 'a cat' }).settled()).content).toMatch(
      /this text meets no rule: it could be asked for\.$/,
    );
    expectNoViolations(stage);
  });

  it('must be readable, or the bot does not start', async () => {
    const stage = await setStage();
    const path = join(stage.folder, 'rules.txt');
    await writeFile(path, 'gore\n*\n');
    await stage.bot.stop();
    const bot = stage.launch({ OPERATOR_RULES: path });
    await bot.printed(/not every line of .* is a rule:.*line 2 would meet every text/);
    expect(await bot.ended).toBe(1);
  });
});
