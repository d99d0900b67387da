import { describe, expect, it } from 'vitest';
import { BrokenDocumentError } from '../../src/storage/store.ts';
import { changed, createTastes, forgetTaste } from '../../src/tastes/tastes.ts';
import { bookStore, rowsIn } from '../support/book-store.ts';
import { OTHER_USER, USER } from '../support/snowflakes.ts';
import { problemsIn } from '../support/verify-rows.ts';

const MINE = `taste:${USER}`;
const THEIRS = `taste:${OTHER_USER}`;

describe('a change of defaults', () => {
  it('sets, keeps and takes away', () => {
    const now = { stylePreset: 'anime', negativePrompt: 'fog' } as const;
    expect(changed(now, { stylePreset: 'origami', negativePrompt: null })).toEqual({
      stylePreset: 'origami',
    });
    expect(changed(now, { aspectRatio: '9:16' })).toEqual({ ...now, aspectRatio: '9:16' });
    expect(changed({}, { negativePrompt: null })).toEqual({});
  });
});

describe('a member’s defaults', () => {
  it('are kept in one row of their own, which goes with the last of them', async () => {
    const store = await bookStore({ [THEIRS]: { v: 1, aspectRatio: '2:3' } });
    const tastes = createTastes(store);
    expect(await tastes.of(USER)).toEqual({});

    const both = { negativePrompt: 'fog' } as const;
    expect(await tastes.change(USER, both)).toEqual(both);
    expect(await tastes.of(USER)).toEqual(both);
    const rows = await rowsIn(store);
    expect(rows).toEqual({ [MINE]: { v: 1, ...both }, [THEIRS]: { v: 1, aspectRatio: '2:3' } });
    expect(await problemsIn(rows)).toEqual([]);

    expect(await tastes.change(USER, { negativePrompt: null })).toEqual({});
    expect(Object.keys(await rowsIn(store))).toEqual([THEIRS]);
    expect(await tastes.of(OTHER_USER)).toEqual({ aspectRatio: '2:3' });
  });

  it('are cleared once', async () => {
    const store = await bookStore({ [MINE]: { v: 1, aspectRatio: '2:3' } });
    const tastes = createTastes(store);
    expect([await tastes.clear(USER), await tastes.clear(USER)]).toEqual([true, false]);
    expect(await tastes.of(USER)).toEqual({});
  });

  it('keep every one of several changes at once', async () => {
    const tastes = createTastes(await bookStore({}));
    await Promise.all([
      tastes.change(USER, { stylePreset: 'anime' }),
      tastes.change(USER, { aspectRatio: '3:2' }),
      tastes.change(USER, { negativePrompt: 'fog' }),
    ]);
    const all = { stylePreset: 'anime', aspectRatio: '3:2', negativePrompt: 'fog' };
    expect(await tastes.of(USER)).toEqual(all);
  });

  it.each([
    [{ v: 2 }],
    [{ v: 1, stylePreset: 'vaporwave' }],
    [{ v: 1, negativePrompt: '' }],
    [{ v: 1, colour: 'red' }],
    ['anime'],
  ])('%j are broken: neither read as none nor written over, and told of', async (row) => {
    const store = await bookStore({ [MINE]: row });
    const tastes = createTastes(store);
    await expect(tastes.of(USER)).rejects.toThrow(BrokenDocumentError);
    await expect(tastes.clear(USER)).rejects.toThrow(BrokenDocumentError);
    await expect(tastes.change(USER, { aspectRatio: '3:2' })).rejects.toThrow(BrokenDocumentError);
    const rows = await rowsIn(store);
    expect(rows).toEqual({ [MINE]: row });
    expect(await problemsIn(rows)).toEqual([`this document cannot be read (${MINE})`]);
  });

  it('are forgotten, broken or not, and no other member’s with them', async () => {
    const longer = `${MINE}0`;
    const others = { [THEIRS]: { v: 1, aspectRatio: '2:3' }, [longer]: { v: 1 } };
    const store = await bookStore({ [MINE]: 'broken', ...others });
    expect(await forgetTaste(store, USER)).toBe(true);
    expect(await rowsIn(store)).toEqual(others);
    expect(await forgetTaste(store, USER)).toBe(false);
  });
});
