import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { booksOf, imagineToTheEnd, jobEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { startBot } from '../support/bot-process.ts';
import { CALLBACK, countRequests, type FaultDetails, LOOK } from '../support/bot-routes.ts';
import { byPrompt, callsFor } from '../support/bot-services.ts';
import {
  expectNoViolations,
  imagine,
  openStage,
  paintAsAsked,
  STAGE_KEY,
  type Stage,
  setStage,
} from '../support/stage.ts';

/** What happens to the first answer, and how often it is sent and asked for. */
const survived: readonly (readonly [string, FaultDetails, number, number])[] = [
  ['503 once', { status: 503, times: 1 }, 2, 1],
  ['503 twice', { status: 503, times: 2 }, 3, 2],
  ['503 although it was taken', { status: 503, handled: true, times: 1 }, 1, 1],
  ['its answer is lost', { drop: 'after', times: 1 }, 1, 1],
];

const lost: readonly (readonly [string, FaultDetails, number])[] = [
  ['it is lost on its way', { drop: 'before', times: 1 }, 1],
  ['503 thrice', { status: 503, times: 3 }, 3],
  ['another has answered (40060)', { status: 400, body: { code: 40060, message: '' } }, 1],
  ['it is too late (10062)', { status: 404, body: { code: 10062, message: '' } }, 1],
];

/** Nobody sees anything, nothing is called or charged, and no cooldown runs. */
async function expectNothingOf(stage: Stage, job: ReturnType<typeof imagine>, place: Place) {
  expect(job.original()).toBeUndefined();
  expect(job.followUps).toEqual([]);
  expect(stage.discord.messages(place.in, place.by)).toEqual([]);
  expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  const next = await imagineToTheEnd(stage, {}, place);
  expect(next.message.attachments).toHaveLength(1);
}

describe('the first answer to an interaction', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    set = await openStage({ env: { COOLDOWN_SECONDS: '60' } });
  });
  afterEach(() => set.stage.discord.faults.clear());
  afterAll(() => set.close());

  it.each(survived)('%s: goes on, drawn and charged once', async (prompt, fault, sent, asked) => {
    const { stage } = set;
    const place = newcomer(stage);
    const requests = countRequests(stage);
    stage.discord.faults.add({ route: CALLBACK, ...fault });

    const { message } = await imagineToTheEnd(stage, { prompt }, place);

    expect(message.attachments).toHaveLength(1);
    expect([requests(CALLBACK), requests(LOOK)]).toEqual([sent, asked]);
    expect(callsFor(stage, prompt)).toHaveLength(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it.each(lost)('%s: stops without a word', async (prompt, fault, sent) => {
    const { stage } = set;
    const place = newcomer(stage);
    const requests = countRequests(stage);
    stage.discord.faults.add({ route: CALLBACK, ...fault });

    const job = imagine(stage, { prompt }, place);

    expect(await jobEnd(stage, job)).toMatchObject({ result: 'not-ours' });
    expect(requests(CALLBACK)).toBe(sent);
    stage.discord.faults.clear();
    expect(callsFor(stage, prompt)).toEqual([]);
    await expectNothingOf(stage, job, place);
    expectNoViolations(stage);
  });

  it('comes too late by itself: stops without a word', async () => {
    const { stage } = set;
    const place = newcomer(stage);
    const job = imagine(stage, { prompt: 'Late' }, { ...place, ageMs: 4_500 });
    expect(await jobEnd(stage, job)).toMatchObject({ result: 'not-ours' });
    expect(callsFor(stage, 'Late')).toEqual([]);
    await expectNothingOf(stage, job, place);
  });

  it('is not sent to an interaction of another application', async () => {
    const { stage } = set;
    const place = newcomer(stage);
    const requests = countRequests(stage);
    const raw = { application_id: '123456789012345678' };
    const job = imagine(stage, { prompt: 'Stray' }, { ...place, raw });
    await stage.bot.printed(new RegExp(`"${job.id}".*another application`));
    expect(requests(CALLBACK)).toBe(0);
    expect(callsFor(stage, 'Stray')).toEqual([]);
    await expectNothingOf(stage, job, place);
  });
});

describe('an interaction that comes twice', () => {
  it.each(['at once', 'while it is painted', 'after its end'])('%s: drawn once', async (when) => {
    const gate = Promise.withResolvers<void>();
    const stage = await setStage({
      service: async (request, response, count) => {
        await gate.promise;
        await paintAsAsked(request, response, count);
      },
    });
    const place = newcomer(stage);
    if (when === 'at once') stage.discord.gateway.duplicateNext(1);
    if (when === 'after its end') gate.resolve();

    const job = imagine(stage, {}, place);
    if (when === 'while it is painted') await stage.service.received(1);
    if (when === 'after its end') await jobEnd(stage, job, 'delivered');
    if (when !== 'at once') stage.discord.dispatch(job);
    await jobEnd(stage, job, 'not-ours');
    gate.resolve();
    const message = await job.settled();
    await jobEnd(stage, job, 'delivered');

    expect(message.attachments).toHaveLength(1);
    expect(stage.discord.messages(place.in, place.by)).toHaveLength(1);
    expect(stage.service.requests).toHaveLength(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it('once to each of two bots: each is drawn by one of them', async () => {
    const stage = await setStage({ service: byPrompt({}) });
    const second = startBot({
      DISCORD_TOKEN: stage.discord.token,
      DISCORD_API_URL: stage.discord.apiUrl,
      IMAGE_API_URL: stage.service.url,
      IMAGE_API_KEY: STAGE_KEY,
      DATABASE_URL: `sqlite://${join(stage.folder, 'second.sqlite')}`,
      COOLDOWN_SECONDS: '0',
    });
    onTestFinished(async () => void (await second.stop('SIGKILL')));
    await second.printed(/ready for \/imagine/);
    expect(stage.discord.gateway.sessions()).toHaveLength(2);

    const jobs = Array.from({ length: 12 }, () => imagine(stage));
    const messages = await Promise.all(jobs.map((job) => job.settled({ withinMs: 20_000 })));
    const bots = [stage, { ...stage, bot: second }];
    const ends = await Promise.all(
      jobs.map((job) => Promise.all(bots.map((each) => jobEnd(each, job)))),
    );

    expect(messages.every(({ attachments }) => attachments.length === 1)).toBe(true);
    expect(stage.service.requests).toHaveLength(12);
    for (const pair of ends) {
      expect(new Set(pair.map(({ result }) => result))).toEqual(new Set(['delivered', 'not-ours']));
    }
    expectNoViolations(stage);
  });
});
