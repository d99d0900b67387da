import { expect, it } from 'vitest';
import { booksOf, jobEnd, newcomer } from '../support/bot-jobs.ts';
import { LOOK } from '../support/bot-routes.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

it('an interaction that comes again after a restart is not drawn or charged again', async () => {
  const first = await setStage();
  const place = newcomer(first);
  const job = imagine(first, { count: 2 }, place);
  await jobEnd(first, job, 'delivered');
  await first.bot.stop('SIGKILL');

  const stage = { ...first, bot: await first.again() };
  stage.discord.dispatch(job);
  expect(await jobEnd(stage, job)).toMatchObject({ result: 'not-ours' });

  expect(job.original()?.attachments).toHaveLength(2);
  expect(stage.service.requests).toHaveLength(2);
  expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
  expectNoViolations(stage);
});

it('an interaction that comes again while it is settled after a crash is left to that', async () => {
  const first = await setStage({ service: () => {} });
  const place = newcomer(first);
  const job = imagine(first, {}, place);
  await first.service.received(1);
  await first.bot.stop('SIGKILL');
  const slow = first.discord.faults.add({ route: LOOK, delayMs: 1_500, times: 1 });

  const stage = { ...first, bot: await first.again() };
  expect(slow.hits).toBe(1);
  stage.discord.dispatch(job);
  expect(await jobEnd(stage, job)).toMatchObject({ result: 'not-ours' });
  expect((await job.settled()).content).toMatch(/Nothing was charged/);
  expect(job.original()?.attachments).toEqual([]);
  expect(stage.service.requests).toHaveLength(1);
  await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  expectNoViolations(stage);
});
