import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../playground/discord/index.ts';
import { paintHuge } from '../support/huge-picture.ts';
import { inReview, reviewed, rule, says, waiting } from '../support/reviews.ts';
import { credits, expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

const POST = 'POST /channels/:channel/messages';

const inArt = ({ discord }: Stage): Message[] =>
  discord.messages(discord.world.channels.art).filter(({ attachments }) => attachments.length > 0);

const seedsIn = (stage: Stage): string[] =>
  inArt(stage)
    .flatMap(({ attachments }) => attachments)
    .map(({ filename }) => filename.replace(/^.*-/, ''))
    .toSorted();

const filesIn = (messages: readonly Message[]): number =>
  messages.flatMap(({ attachments }) => attachments).length;

/** Three pictures are approved, and the bot dies while their second message is on its way. */
async function diedInBetween(second: { status: number } | { handled: true }): Promise<Stage> {
  const stage = await setStage({ policies: reviewed, service: paintHuge });
  const { discord, bot } = stage;
  const { moderator } = discord.world.people;
  imagine(stage, { count: 3 });
  await waiting(stage, 3);
  await bot.printed(/"result":"in-review"/);
  let fault: { readonly hits: number } | undefined;
  const stop = discord.traffic.subscribe((record) => {
    if (record.kind !== 'rest' || record.route !== POST || inArt(stage).length === 0) return;
    stop();
    fault = discord.faults.add({ route: POST, files: true, delayMs: 20_000, times: 1, ...second });
  });
  const [message] = inReview(stage);
  if (message === undefined) throw new Error('Nothing waits.');
  rule(stage, message, 'approve', moderator);
  const there = 'handled' in second ? 3 : 2;
  await vi.waitUntil(() => fault?.hits === 1 && filesIn(inArt(stage)) === there, 20_000);
  await bot.stop('SIGKILL');
  return stage;
}

/** The same stage with the bot as it is after a restart, once it has carried everything out. */
async function restarted(before: Stage): Promise<Stage> {
  const stage = { ...before, bot: await before.again() };
  await says(stage, 'review', /Approved by .*\/channels\//s);
  return stage;
}

describe('a crash between two messages of approved pictures', () => {
  it('loses none: the others follow, and all are charged', async () => {
    const stage = await restarted(await diedInBetween({ status: 500 }));
    expect(seedsIn(stage)).toEqual(['1.png', '2.png', '3.png']);
    const [first, second] = inArt(stage);
    const { member } = stage.discord.world.people;
    expect(first?.content).not.toContain('missing');
    expect([first, second].map((message) => message?.mentions.map(({ id }) => id))).toEqual([
      [member.id],
      [],
    ]);
    expect(await credits(stage)).toMatchObject({ Used: '18 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('shows none twice when the second one was there', async () => {
    const stage = await restarted(await diedInBetween({ handled: true }));
    expect(seedsIn(stage)).toEqual(['1.png', '2.png', '3.png']);
    expect(await credits(stage)).toMatchObject({ Used: '18 credits', Held: '0 credits' });
  });

  it('says which are missing when they are not to be had any more', async () => {
    const before = await diedInBetween({ status: 500 });
    before.discord.deleteMessage(inReview(before).at(-1) ?? { id: '' });
    const stage = await restarted(before);
    expect(new Set(seedsIn(stage)).size).toBe(2);
    expect(inArt(stage)[0]?.content).toContain(
      '1 of 3 pictures is missing: it was deleted where moderators looked at it. Only the 2 shown were charged.',
    );
    expect(await credits(stage)).toMatchObject({ Used: '12 credits', Held: '0 credits' });
  });

  it('charges those that are shown when the channel takes no more', async () => {
    const before = await diedInBetween({ status: 500 });
    const body = { code: 50013, message: 'Missing Permissions' };
    before.discord.faults.add({ route: POST, files: true, status: 403, body });
    const stage = await restarted(before);
    expect(new Set(seedsIn(stage)).size).toBe(2);
    expect(inArt(stage)[0]?.content).toContain('1 of 3 pictures is missing: Discord accepted no');
    expect(await credits(stage)).toMatchObject({ Used: '12 credits', Held: '0 credits' });
  });
});
