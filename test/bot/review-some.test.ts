import { describe, expect, it } from 'vitest';
import { paintHuge } from '../support/huge-picture.ts';
import { noisyPng } from '../support/image-files.ts';
import { sendPicture } from '../support/image-service.ts';
import { inReview, reviewed, rule, says, waiting } from '../support/reviews.ts';
import {
  credits,
  expectNoViolations,
  imagine,
  paintAsAsked,
  setStage,
  type Stage,
} from '../support/stage.ts';

const POST = 'POST /channels/:channel/messages';

/** Approves what waits first, and answers the message that everybody sees then. */
async function approved(stage: Stage) {
  const [message] = inReview(stage);
  if (message === undefined) throw new Error('Nothing waits.');
  rule(stage, message, 'approve', stage.discord.world.people.moderator);
  const shown = await says(stage, 'art', /asked by .*\n.* missing: /);
  await says(stage, 'review', /Approved by .*\/channels\//s);
  return shown;
}

describe('of pictures that moderators see first', () => {
  it('those with the same seed are each shown', async () => {
    const stage = await setStage({
      policies: reviewed,
      service: (_, response, count) =>
        sendPicture(response, noisyPng(1536, 1536, 50_000 + 1_000 * count), 5),
    });
    imagine(stage, { count: 3 });
    await waiting(stage, 3);
    await stage.bot.printed(/"result":"in-review"/);
    const [message] = inReview(stage);
    if (message === undefined) throw new Error('Nothing waits.');
    rule(stage, message, 'approve', stage.discord.world.people.moderator);
    const shown = await says(stage, 'art', /seeds 5, 5, 5 ·/);
    expect(new Set(shown.attachments.map(({ size }) => size)).size).toBe(3);
    expect(shown.content).not.toContain('missing');
    await says(stage, 'review', /Approved by .*\/channels\//s);
    expect(await credits(stage)).toMatchObject({ Used: '18 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('those that failed are named at the approval, and are not charged', async () => {
    const stage = await setStage({
      policies: reviewed,
      service: (request, response, count) =>
        count === 1 ? response.writeHead(500).end() : paintAsAsked(request, response, count),
    });
    const asked = imagine(stage, { count: 3 });
    await asked.settled({ when: ({ content }) => /2 pictures of 3 are made/.test(content) });
    await waiting(stage, 2);
    const shown = await approved(stage);
    expect(shown.attachments).toHaveLength(2);
    expect(shown.content).toContain(
      '1 of 3 pictures is missing: the image service had a problem. Only the 2 shown were charged.',
    );
    expect(await credits(stage)).toMatchObject({ Used: '12 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });

  it('those that the review channel did not take are neither decided about nor charged', async () => {
    const stage = await setStage({ policies: reviewed, service: paintHuge });
    const { traffic, faults } = stage.discord;
    const stop = traffic.subscribe((record) => {
      if (record.kind !== 'rest' || record.route !== POST) return;
      stop();
      faults.add({ route: POST, status: 400, body: { code: 50035, message: 'No.' }, times: 1 });
    });
    imagine(stage, { count: 3 });
    await says(stage, 'review', /2 pictures wait for a moderator/);
    await stage.bot.printed(/"result":"in-review"/);
    const shown = await approved(stage);
    expect(shown.attachments).toHaveLength(2);
    expect(shown.content).toMatch(/1 of 3 pictures is missing: Discord accepted no more\./);
    expect(await credits(stage)).toMatchObject({ Used: '12 credits', Held: '0 credits' });
  });

  it('those whose message was deleted are not shown with the others, and not charged', async () => {
    const stage = await setStage({ policies: reviewed, service: paintHuge });
    imagine(stage, { count: 3 });
    await waiting(stage, 3);
    await stage.bot.printed(/"result":"in-review"/);
    stage.discord.deleteMessage(inReview(stage).at(-1) ?? { id: '' });
    const shown = await approved(stage);
    expect(shown.attachments).toHaveLength(2);
    expect(shown.content).toContain(
      '1 of 3 pictures is missing: it was deleted where moderators looked at it. Only the 2 shown were charged.',
    );
    expect(await credits(stage)).toMatchObject({ Used: '12 credits', Held: '0 credits' });
  });

  it('no form is opened under the second message once the first is decided about', async () => {
    const stage = await setStage({ policies: reviewed, service: paintHuge });
    imagine(stage, { count: 3 });
    await waiting(stage, 3);
    await stage.bot.printed(/"result":"in-review"/);
    const [first, second] = inReview(stage);
    if (first === undefined || second === undefined) throw new Error('There are two messages.');
    const { moderator, manager } = stage.discord.world.people;
    stage.discord.faults.add({
      route: 'GET /channels/:channel/messages',
      delayMs: 2_000,
      times: 1,
    });
    await rule(stage, first, 'approve', moderator).answered;
    const told = await rule(stage, second, 'reject', manager).settled();
    expect(told.content).toMatch(/^Somebody was faster: <@\d+> approved/);
  });
});
