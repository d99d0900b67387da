import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Discord } from '../../playground/discord/index.ts';
import { order, PUPPET_HOST } from '../support/bot-host.ts';
import { booksOf, imagineToTheEnd, jobEnd, newcomer } from '../support/bot-jobs.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { CALLBACK, EDIT } from '../support/bot-routes.ts';
import { byPrompt, callsFor } from '../support/bot-services.ts';
import { expectNoViolations, imagine, paintAsAsked, setStage } from '../support/stage.ts';

const PATIENCE = { withinMs: 30_000 };

/** Holds the bot up; the answer lets it go on, or waits until it does. */
type HoldUp = (bot: BotProcess) => Promise<() => Promise<void>>;

const stopped: HoldUp = async ({ process: bot }) => {
  const over = sleep(20_000);
  bot.kill('SIGSTOP');
  return async () => {
    await over;
    bot.kill('SIGCONT');
  };
};

const blocked: HoldUp = async (bot) => {
  await order(bot, { blockMs: 5_000 });
  return async () => {};
};

/** Resolves when a session begins or goes on that had not by now. */
function sessionAgain({ traffic, until }: Discord): Promise<true> {
  const count = () =>
    traffic.gateway().filter(({ direction, event = '' }) => {
      return direction === 'sent' && ['READY', 'RESUMED'].includes(event);
    }).length;
  const before = count();
  const back = () => (count() > before ? true : undefined);
  return until(back, 40_000, () => 'The bot did not come back to the gateway.');
}

it.each([
  ['stopped for 20 s', 4_000, stopped],
  ['kept from its event loop for 5 s', 1_000, blocked],
])(
  'a bot that is %s ends its jobs and comes back',
  async (_, heartbeatIntervalMs, holdUp) => {
    const gate = Promise.withResolvers<void>();
    const stage = await setStage({
      host: PUPPET_HOST,
      discord: { heartbeatIntervalMs },
      service: byPrompt({
        Painting: async (request, response, count) => {
          await gate.promise;
          await paintAsAsked(request, response, count);
        },
      }),
    });
    const { faults, gateway } = stage.discord;
    const places = {
      painting: newcomer(stage),
      uploading: newcomer(stage),
      taken: newcomer(stage),
    };
    const painting = imagine(stage, { prompt: 'Painting', count: 2 }, places.painting);
    await stage.service.received(2);
    faults.add({ route: EDIT, delayMs: 1_500, handled: true, times: 1 });
    const uploading = imagine(stage, { prompt: 'Uploading' }, places.uploading);
    await expect.poll(() => uploading.original()?.attachments).toHaveLength(1);
    faults.add({ route: CALLBACK, delayMs: 500, handled: true, times: 1 });
    const taken = imagine(stage, { prompt: 'Taken' }, places.taken);
    expect(await taken.answered).toBe(5);

    const back = sessionAgain(stage.discord);
    const letGo = await holdUp(stage.bot);
    gate.resolve();
    const unheard = imagine(stage, { prompt: 'Unheard' }, newcomer(stage));
    expect(await unheard.answered).toBe('expired');
    await letGo();

    for (const [job, place, pictures] of [
      [painting, places.painting, 2],
      [uploading, places.uploading, 1],
      [taken, places.taken, 1],
    ] as const) {
      expect((await job.settled(PATIENCE)).attachments).toHaveLength(pictures);
      expect(await jobEnd(stage, job)).toMatchObject({ result: 'delivered' });
      expect(await booksOf(stage, place)).toEqual({ used: 6 * pictures, held: 0 });
    }
    await back;
    await gateway.ready(1);
    const next = await imagineToTheEnd(stage, {}, newcomer(stage));
    expect(next.message.attachments).toHaveLength(1);
    expect(unheard.original()).toBeUndefined();
    expect(callsFor(stage, 'Unheard')).toEqual([]);
    expect(stage.service.requests).toHaveLength(5);
    expectNoViolations(stage);
  },
  90_000,
);
