import { describe, expect, it } from 'vitest';
import type { Resolution } from '../src/credits/ledger.ts';
import { settle } from '../src/settle.ts';
import { BrokenDocumentError, StoreError } from '../src/storage/store.ts';
import { skippedWaits } from './support/edge-discord.ts';
import { setStudio } from './support/edge-studio.ts';
import { GUILD, idAt, USER } from './support/snowflakes.ts';

const ref = { interactionId: idAt('2026-11-22T12:00:00Z'), guildId: GUILD, userId: USER };
const broken = () => Promise.reject(new BrokenDocumentError('credits:1:2026-11'));
const failed = () => Promise.reject(new StoreError('The database failed.'));

/** Settles against accounts that answer so, one answer after the other. */
async function settling(
  answers: readonly (() => Promise<Resolution>)[],
  { meanwhile }: { meanwhile?: (cut: AbortController) => void } = {},
) {
  const { studio, cut } = await setStudio();
  const { waits, wait } = skippedWaits(() => meanwhile?.(cut));
  const asked: number[] = [];
  const accounts = {
    ...studio.accounts,
    resolve: (_: unknown, delivered: number) => {
      asked.push(delivered);
      return answers[asked.length - 1]?.() ?? failed();
    },
  };
  const result = settle(ref, 2, { ...studio, accounts }, wait);
  return { result, asked, waits };
}

const resolved = (resolution: Resolution) => () => Promise.resolve(resolution);

describe('settling', () => {
  it.each([
    [{ kind: 'resolved', captured: 12 }, 12],
    [{ kind: 'already', captured: 6 }, 6],
    [{ kind: 'no-hold' }, 0],
  ] as const)('answers what was captured: %j', async (resolution, captured) => {
    const { result, asked } = await settling([resolved(resolution)]);
    expect(await result).toBe(captured);
    expect(asked).toEqual([2]);
  });

  it('asks a failing database again, later and later', async () => {
    const answers = [failed, failed, failed, failed, failed];
    const last = resolved({ kind: 'resolved', captured: 12 });
    const { result, waits } = await settling([...answers, last]);
    expect(await result).toBe(12);
    expect(waits).toEqual([50, 250, 1_000, 5_000, 5_000]);
  });

  it('leaves it to the next start when the bot must stop, after one more try', async () => {
    const { result, asked } = await settling([], { meanwhile: (cut) => cut.abort() });
    expect(await result).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('does not touch broken books', async () => {
    const { result, asked } = await settling([broken]);
    expect(await result).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('does not repeat a mistake of its own', async () => {
    const { result } = await settling([() => Promise.reject(new TypeError('a bug'))]);
    await expect(result).rejects.toThrow('a bug');
  });
});
