import { describe, expect, it } from 'vitest';
import { booksOf, jobEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { tinyPng } from '../support/image-files.ts';
import { sendPicture } from '../support/image-service.ts';
import {
  expectNoViolations,
  type Handler,
  imagine,
  type Stage,
  setStage,
} from '../support/stage.ts';

const PATIENCE = { withinMs: 60_000 };
const picture = tinyPng(64, 64);

/** A service that paints nothing before it is opened, and counts what it works on at once. */
function gated() {
  const gate = Promise.withResolvers<void>();
  const seen = { now: 0, most: 0 };
  const service: Handler = async ({ body }, response) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await gate.promise;
    seen.now -= 1;
    sendPicture(response, picture, (JSON.parse(body) as { seed: number }).seed);
  };
  return { service, seen, open: gate.resolve };
}

/** Waits until every job of a place has its credits held: it is painted or waits for its turn. */
async function expectHeld(stage: Stage, place: Place, held: number) {
  await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held });
}

const prompts = ({ service }: Stage) =>
  service.requests.map(({ body }) => (JSON.parse(body) as { prompt: string }).prompt);

describe('a crowd', () => {
  it('never has more made at once than IMAGE_API_CONCURRENCY', async () => {
    const { service, seen, open } = gated();
    const stage = await setStage({ service, env: { IMAGE_API_CONCURRENCY: '3' } });
    const places = Array.from({ length: 10 }, () => newcomer(stage));
    const jobs = places.flatMap((place) => [1, 2, 3].map(() => imagine(stage, {}, place)));
    await Promise.all(places.map((place) => expectHeld(stage, place, 18)));
    expect(stage.service.requests).toHaveLength(3);

    open();
    const messages = await Promise.all(jobs.map((job) => job.settled(PATIENCE)));

    expect(messages.every(({ attachments }) => attachments.length === 1)).toBe(true);
    expect(seen.most).toBe(3);
    expect(stage.service.requests).toHaveLength(30);
    await Promise.all(jobs.map((job) => jobEnd(stage, job)));
    for (const place of places) {
      expect(await booksOf(stage, place)).toEqual({ used: 18, held: 0 });
    }
    expectNoViolations(stage);
  });

  it('of one server does not keep another one waiting', async () => {
    const { service, open } = gated();
    const stage = await setStage({ service, env: { IMAGE_API_CONCURRENCY: '1' } });
    const [busy, quiet] = [newcomer(stage), newcomer(stage)];
    const jobs = Array.from({ length: 20 }, () => imagine(stage, { prompt: 'Busy' }, busy));
    await expectHeld(stage, busy, 120);
    jobs.push(imagine(stage, { prompt: 'Quiet' }, quiet));
    await expectHeld(stage, quiet, 6);

    open();
    await Promise.all(jobs.map((job) => job.settled(PATIENCE)));

    expect(prompts(stage)).toHaveLength(21);
    expect(prompts(stage).indexOf('Quiet')).toBeLessThanOrEqual(2);
  });

  it('of 200 is served to the last one where the budget is unlimited', async () => {
    const { service, open } = gated();
    const stage = await setStage({ service, env: { GUILD_MONTHLY_CREDITS: '0' } });
    const place = newcomer(stage);
    const jobs = Array.from({ length: 200 }, () => imagine(stage, {}, place));
    await expectHeld(stage, place, 1_200);

    open();
    const messages = await Promise.all(jobs.map((job) => job.settled(PATIENCE)));

    expect(messages.filter(({ attachments }) => attachments.length === 1)).toHaveLength(200);
    expect(stage.service.requests).toHaveLength(200);
    await Promise.all(jobs.map((job) => jobEnd(stage, job)));
    expect(await booksOf(stage, place)).toEqual({ used: 1_200, held: 0 });
    expectNoViolations(stage);
  });
});
