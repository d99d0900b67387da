import { expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import { EDIT, LOOK } from '../support/bot-routes.ts';
import { credits, imagine, paintAsAsked, setStage } from '../support/stage.ts';

it('a picture whose answer is lost is charged, even if the gate refuses to say that it is there', async () => {
  const stage = await setStage();
  const place = newcomer(stage);
  stage.discord.faults.add({ route: EDIT, drop: 'after', times: 1 });
  const body = { code: 40333, message: 'internal network error' };
  stage.discord.faults.add({ route: LOOK, status: 403, body, times: 1 });

  const { message, end } = await imagineToTheEnd(stage, {}, place);

  expect(message.attachments).toHaveLength(1);
  expect(end).toMatchObject({ result: 'delivered', captured: 6 });
  expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
});

it.each([
  ['whose token was reset', 4004],
  ['that asks for what it may not see', 4014],
])('a bot %s finishes what it is making and ends as failed', async (_, code) => {
  const gate = Promise.withResolvers<void>();
  const stage = await setStage({
    service: async (request, response, count) => {
      await gate.promise;
      await paintAsAsked(request, response, count);
    },
  });
  const job = imagine(stage);
  await stage.service.received(1);
  stage.discord.gateway.close(0, code);
  await stage.bot.printed(/Discord closed the gateway for good/);
  gate.resolve();

  expect((await job.settled()).attachments).toHaveLength(1);
  expect(await stage.bot.ended).toBe(1);
  await stage.again();
  expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
});

it('an interaction that discord.js cannot read does not end the bot', async () => {
  const stage = await setStage();
  const place = newcomer(stage);
  imagine(stage, {}, { ...place, raw: { entitlements: undefined } });
  await stage.bot.printed(/a failure that nobody waited for/);

  const { message } = await imagineToTheEnd(stage, {}, place);
  expect(message.attachments).toHaveLength(1);
});

it('a bot that is settling after a crash can be stopped while Discord is silent', async () => {
  const stage = await setStage({ service: () => {} });
  const job = imagine(stage);
  await stage.service.received(1);
  await stage.bot.stop('SIGKILL');
  const silence = stage.discord.faults.add({ route: LOOK, delayMs: 600_000 });
  const bot = await stage.again();
  await expect.poll(() => silence.hits).toBe(1);
  expect(await bot.stop()).toBe(0);
  stage.discord.faults.clear();

  await stage.again();
  expect((await job.settled()).content).toMatch(/Nothing was charged/);
}, 30_000);
