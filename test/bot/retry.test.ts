import { describe, expect, it } from 'vitest';
import { RETRY_WORDS } from '../../src/words/retry.ts';
import { booksOf, jobEnd } from '../support/bot-jobs.ts';
import { lostPicture, losingTheFirst, pressRetry } from '../support/edge-retry.ts';
import { labelsOf } from '../support/labels.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

const sentTo = ({ requests }: { requests: readonly { body: string }[] }) =>
  requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('Retry under a picture that a crash lost', () => {
  it('makes the same picture again, charged once, and the button is gone', async () => {
    const asked = { prompt: 'A fox in the snow', aspect_ratio: '16:9', seed: 41 };
    const { stage, place, job, restart } = await lostPicture({}, asked);
    const again = await restart();
    const notice = await job.settled();
    expect(labelsOf(notice)).toEqual(['Retry']);

    const click = pressRetry(stage, notice, place.by);
    expect(await click.answered).toBe(5);
    const message = await click.settled();
    expect(message.attachments).toHaveLength(1);
    expect(message.message_reference?.message_id).toBe(notice.id);
    expect(await jobEnd(again, click)).toMatchObject({ result: 'delivered', captured: 6 });
    const [first, second] = sentTo(stage.service);
    expect(second).toEqual(first);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    await expect.poll(() => labelsOf(job.original())).toEqual([]);
    expect(job.original()?.content).toBe(notice.content);
    expectNoViolations(stage);
  });

  it('is pressed twice: one picture, and one word that it was used', async () => {
    const { stage, place, job, restart } = await lostPicture();
    await restart();
    const notice = await job.settled();
    const clicks = [1, 2].map(() => pressRetry(stage, notice, place.by));
    const messages = await Promise.all(clicks.map((click) => click.settled()));
    expect(messages.map(({ attachments }) => attachments.length).toSorted((a, b) => a - b)).toEqual(
      [0, 1],
    );
    const told = messages.find(({ attachments }) => attachments.length === 0);
    expect(told?.content).toBe(RETRY_WORDS.used);
    expect(stage.discord.messages(place.in)).not.toContainEqual(told);
    expect(stage.service.requests).toHaveLength(2);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it('is pressed once and comes twice: one picture and no other word', async () => {
    const { stage, place, job, restart } = await lostPicture();
    const again = await restart();
    const notice = await job.settled();
    stage.discord.gateway.duplicateNext(1);
    const click = pressRetry(stage, notice, place.by);
    expect((await click.settled()).attachments).toHaveLength(1);
    await jobEnd(again, click, 'delivered');
    expect(stage.discord.messages(place.in, place.by)).toHaveLength(2);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });

  it('is pressed by somebody else: they are told, and the button still works', async () => {
    const { stage, place, job, restart } = await lostPicture();
    const { world } = stage.discord;
    const stranger = world.addPerson('Stranger');
    for (const guild of world.allGuilds.values()) world.join(guild, stranger);
    await restart();
    const notice = await job.settled();
    const told = await pressRetry(stage, notice, stranger).settled();
    expect(told.content).toBe(RETRY_WORDS.anothers);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
    expect(labelsOf(job.original())).toEqual(['Retry']);
    const message = await pressRetry(stage, notice, place.by).settled();
    expect(message.attachments).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('is pressed once more after a second crash: nothing is lost', async () => {
    const { stage, place, job, restart } = await lostPicture({ service: losingTheFirst(2) });
    const again = await restart();
    const click = pressRetry(stage, await job.settled(), place.by);
    await stage.service.received(2);
    await again.bot.stop('SIGKILL');

    await restart();
    const notice = await click.settled();
    expect(notice.content).toMatch(/had to restart/);
    expect(labelsOf(notice)).toEqual(['Retry']);
    const message = await pressRetry(stage, notice, place.by).settled();
    expect(message.attachments).toHaveLength(1);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });
});

describe('Retry during the cooldown', () => {
  it('is refused, nothing is charged, and the refusal has a button of its own', async () => {
    const { stage, place, job, restart } = await lostPicture({ env: { COOLDOWN_SECONDS: '3600' } });
    await restart();
    const notice = await job.settled();
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expect((await imagine(stage, {}, place).settled()).attachments).toHaveLength(1);

    const refusal = await pressRetry(stage, notice, place.by).settled();
    expect(refusal.content).toMatch(/^One at a time/);
    expect(labelsOf(refusal)).toEqual(['Retry']);
    await expect.poll(() => labelsOf(job.original())).toEqual([]);
    expect(stage.service.requests).toHaveLength(2);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });
});

describe('Retry whose first answer comes too late', () => {
  it('can be pressed again', async () => {
    const { stage, place, job, restart } = await lostPicture();
    const again = await restart();
    const notice = await job.settled();
    const { discord } = stage;
    const late = discord.click({ message: notice, button: 'Retry', by: place.by, ageMs: 4_000 });
    await jobEnd(again, late, 'not-ours');
    expect(labelsOf(job.original())).toEqual(['Retry']);
    await expect
      .poll(async () => (await pressRetry(stage, notice, place.by).settled()).attachments.length)
      .toBe(1);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });
});

describe('Retry under a picture that the service did not make', () => {
  it('makes it', async () => {
    const stage = await setStage({
      service: async (request, response, count) => {
        if (count <= 1) response.destroy();
        else await losingTheFirst(0)(request, response, count);
      },
    });
    const { member } = stage.discord.world.people;
    const notice = await imagine(stage).settled();
    expect(notice.content).toMatch(/^There is no picture/);
    const click = pressRetry(stage, notice, member);
    expect((await click.settled()).attachments).toHaveLength(1);
    await jobEnd(stage, click, 'delivered');
    expectNoViolations(stage);
  });
});
