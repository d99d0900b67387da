import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { byPrompt, endless, gzipBomb } from '../support/bot-services.ts';
import { setStage } from '../support/stage.ts';

const MIB = 1024 * 1024;

/** Two answers of 16 MiB at a time and copies of them; measured are 45 to 77. Two bombs unpack to 200. */
const FLAT = 150 * MIB;

/** The most memory that a process has had so far, in bytes. */
async function peakOf({ process: { pid } }: BotProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
}

it.skipIf(process.platform !== 'linux')(
  'answers without an end or a bottom cost no memory (skipped where no kernel tells the peak)',
  async () => {
    const stage = await setStage({ service: byPrompt({ Bomb: gzipBomb, Endless: endless }) });
    const place = newcomer(stage);
    await imagineToTheEnd(stage, {}, place);
    const before = await peakOf(stage.bot);

    for (let turn = 0; turn < 5; turn += 1) {
      for (const prompt of ['Bomb', 'Endless']) {
        const { end } = await imagineToTheEnd(stage, { prompt, count: 2 }, place);
        expect(end).toMatchObject({ result: 'not-painted', reason: 'bad-answer' });
      }
    }
    expect((await peakOf(stage.bot)) - before).toBeLessThan(FLAT);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  },
);
