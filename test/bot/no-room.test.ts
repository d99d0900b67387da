import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, jobEnd, newcomer } from '../support/bot-jobs.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { byPrompt } from '../support/bot-services.ts';
import { readBooks } from '../support/books.ts';
import { imagine, paintAsAsked, setStage } from '../support/stage.ts';

/** No byte more can be written to any file; a full disk without a disk. */
const NO_ROOM = '0';
const ROOM = 'unlimited';

/** Sets how long a file of the running bot may become. */
function giveRoom({ process: { pid } }: BotProcess, bytes: string): void {
  const words = ['--pid', `${pid}`, `--fsize=${bytes}:${ROOM}`];
  const { status, stderr } = spawnSync('prlimit', words, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

/** A stage on which two prompts are painted, and fail, when the gate opens. */
async function gatedStage() {
  const gate = Promise.withResolvers<void>();
  const stage = await setStage({
    service: byPrompt({
      Waiting: async (request, response, count) => {
        await gate.promise;
        await paintAsAsked(request, response, count);
      },
      Failing: async (_, response) => {
        await gate.promise;
        response.writeHead(500).end();
      },
    }),
  });
  return { gate, stage, place: newcomer(stage) };
}

/** Whether a running process can be given limits from outside, as Linux lets one. */
const limits = spawnSync('prlimit', ['--version']).status === 0;

describe.skipIf(!limits)(
  'a bot without room on its disk (skipped where nobody can take it)',
  () => {
    it('a picture that comes while nothing can be written is charged when there is room again', async () => {
      const { gate, stage, place } = await gatedStage();
      const job = imagine(stage, { prompt: 'Waiting', count: 2 }, place);
      await stage.service.received(2);
      giveRoom(stage.bot, NO_ROOM);
      gate.resolve();

      expect((await job.settled()).attachments).toHaveLength(2);
      await stage.bot.printed(/"delivered":2.*hold not settled yet/);
      expect(await booksOf(stage, place)).toEqual({ used: 0, held: 12 });

      giveRoom(stage.bot, ROOM);
      expect(await jobEnd(stage, job)).toMatchObject({ result: 'delivered', captured: 12 });
      expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
      expect(job.original()?.attachments).toHaveLength(2);
    });

    it('a failure that comes while nothing can be written is told, and released when there is room again', async () => {
      const { gate, stage, place } = await gatedStage();
      const job = imagine(stage, { prompt: 'Failing' }, place);
      await stage.service.received(1);
      giveRoom(stage.bot, NO_ROOM);
      gate.resolve();

      expect((await job.settled()).content).toMatch(/Nothing was charged/);
      await stage.bot.printed(/"delivered":0.*hold not settled yet/);
      giveRoom(stage.bot, ROOM);
      expect(await jobEnd(stage, job)).toMatchObject({ result: 'not-painted' });
      expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    });

    it('new requests are refused before anything is drawn, and drawn when there is room again', async () => {
      const { stage, place } = await gatedStage();
      giveRoom(stage.bot, NO_ROOM);
      const refused = imagine(stage, {}, place);
      expect((await refused.settled()).content).toMatch(
        /credits cannot be read or written right now\. Nothing was charged/,
      );
      expect(stage.service.requests).toEqual([]);

      giveRoom(stage.bot, ROOM);
      await jobEnd(stage, refused);
      const { message } = await imagineToTheEnd(stage, {}, place);
      expect(message.attachments).toHaveLength(1);
      expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    });

    it('a bot that is killed while nothing can be written leaves the charge to the next one', async () => {
      const { gate, stage, place } = await gatedStage();
      const job = imagine(stage, { prompt: 'Waiting', count: 2 }, place);
      await stage.service.received(2);
      giveRoom(stage.bot, NO_ROOM);
      gate.resolve();
      await job.settled();
      await stage.bot.printed(/"delivered":2.*hold not settled yet/);
      await stage.bot.stop('SIGKILL');

      const bot = await stage.again();
      await expect.poll(() => booksOf(stage, place)).toEqual({ used: 12, held: 0 });
      expect(job.original()?.attachments).toHaveLength(2);
      expect(await bot.stop()).toBe(0);
      expect(await readBooks(join(stage.folder, 'easel.sqlite'))).toMatchObject({
        holds: [],
        open: [],
        integrity: 'ok',
      });
    });
  },
);
