import { join } from 'node:path';
import { expect } from 'vitest';
import { type BooksOnDisk, readBooks } from './books.ts';
import type { Crowd, CrowdJob } from './kill-crowd.ts';
import type { Stage } from './stage.ts';

/** Starts that may be needed until nothing is owed: a bot that is told to stop leaves the rest to the next. */
const STARTS = 5;

const PATIENCE_MS = 60_000;

/** What one bot, left alone, makes of what the killed ones left behind. */
export interface Aftermath {
  readonly books: BooksOnDisk;
  readonly starts: number;
  readonly lines: readonly string[];
}

/** Lets a bot settle everything in peace, stops it as an operator would, and reads the books. */
export async function settleInPeace(stage: Stage, crowd: Crowd): Promise<Aftermath> {
  const { discord, folder } = stage;
  const lines: string[] = [];
  discord.faults.clear();
  for (let starts = 1; ; starts += 1) {
    const bot = await stage.again();
    await discord.until(
      () => (crowd.inFlight().length === 0 ? true : undefined),
      PATIENCE_MS,
      () => `${crowd.inFlight().length} members still wait.`,
    );
    expect(await bot.stop()).toBe(0);
    lines.push(...bot.lines);
    const books = await readBooks(join(folder, 'easel.sqlite'));
    if (books.open.length + books.holds.length === 0 || starts === STARTS) {
      return { books, starts, lines };
    }
  }
}

/** Pictures that Discord shows for a job. */
export const shownFor = ({ invocation }: CrowdJob): number =>
  invocation.original()?.attachments.length ?? 0;

/** Pictures that Discord shows, summed by a part of the jobs' names. */
export function shownBy(
  jobs: readonly CrowdJob[],
  name: (job: CrowdJob) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const job of jobs) {
    if (shownFor(job) > 0) sums.set(name(job), (sums.get(name(job)) ?? 0) + shownFor(job));
  }
  return sums;
}
