import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { BrokenDocumentError, type Store, StoreError } from '../src/storage/store.ts';
import { originAt, setStudio } from './support/edge-studio.ts';

/** A store whose updates fail where `fate` says so: before they are written, or only afterwards. */
function failing(fate: (update: number) => 'before' | 'after' | 'broken' | 'never') {
  let updates = 0;
  return (real: Store): Store => ({
    ...real,
    async update(documents, change) {
      const when = fate((updates += 1));
      if (when === 'broken') throw new BrokenDocumentError('credits:1:2026-11');
      if (when === 'before') throw new StoreError('The database failed.');
      const answer = await real.update(documents, change);
      if (when === 'after') throw new StoreError('The database failed.');
      return answer;
    },
  });
}

const prompt = 'A fox';

describe('books that fail while credits are held', () => {
  it.each(['before', 'after'] as const)('refuse and hold nothing: %s the write', async (when) => {
    const store = failing((update) => (update === 1 ? when : 'never'));
    const { talk, studio, steps, notices, figures } = await setStudio({ store });
    const ending = await generate({ prompt }, originAt(), talk, studio);
    expect(ending).toEqual({ kind: 'books-unavailable' });
    expect(notices).toEqual([ending]);
    expect(steps).toEqual(['claim', 'hold', 'resolve 0', 'tell', 'close']);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('refuse at once, and undo it as soon as they answer again', async () => {
    const store = failing((update) => (update === 1 ? 'after' : update < 4 ? 'before' : 'never'));
    const { talk, studio, steps, orders, figures } = await setStudio({ store });
    expect(await generate({ prompt }, originAt(), talk, studio)).toEqual({
      kind: 'books-unavailable',
    });
    expect(steps).toEqual([
      'claim',
      'hold',
      'resolve 0',
      'tell',
      'resolve 0',
      'resolve 0',
      'close',
    ]);
    expect(orders).toEqual([]);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('refuse at once where they are broken, and are not touched', async () => {
    const { talk, studio, steps } = await setStudio({ store: failing(() => 'broken') });
    expect(await generate({ prompt }, originAt(), talk, studio)).toEqual({
      kind: 'books-unavailable',
    });
    expect(steps).toEqual(['claim', 'hold', 'tell', 'close']);
  });
});

describe('books that fail after a delivery', () => {
  it.each(['before', 'after'] as const)('charge once in the end: %s the write', async (when) => {
    const store = failing((update) => (update === 2 || update === 3 ? when : 'never'));
    const { talk, studio, steps, figures } = await setStudio({ store });
    expect(await generate({ prompt }, originAt(), talk, studio)).toEqual({
      kind: 'delivered',
      pictures: 1,
      captured: 6,
    });
    expect(steps.filter((step) => step === 'resolve 1')).toHaveLength(3);
    expect(await figures()).toEqual({ used: 6, held: 0, member: 6 });
  });

  it('leave it open with its hold where they are broken', async () => {
    const store = failing((update) => (update > 1 ? 'broken' : 'never'));
    const { talk, studio, steps, figures } = await setStudio({ store });
    expect(await generate({ prompt }, originAt(), talk, studio)).toEqual({ kind: 'left-open' });
    expect(steps).toEqual(['claim', 'hold', 'draw', 'deliver', 'resolve 1']);
    expect(await figures()).toEqual({ used: 0, held: 6, member: 0 });
  });

  it('leave it open with its hold where the bot must stop', async () => {
    const store = failing((update) => (update > 1 ? 'before' : 'never'));
    const { talk, studio, cut, figures } = await setStudio({
      store,
      deliver: async () => {
        cut.abort();
        return { kind: 'known', accepted: 1 };
      },
    });
    expect(await generate({ prompt }, originAt(), talk, studio)).toEqual({ kind: 'left-open' });
    expect(await figures()).toEqual({ used: 0, held: 6, member: 0 });
  });
});
