import { expect, it } from 'vitest';
import { createOwed } from '../../../src/discord/delivery/owed.ts';
import { temporaryStore } from '../../support/edge-store.ts';
import { CHANNEL, idAt, USER } from '../../support/snowflakes.ts';

const FIRST = idAt('2026-11-22T12:00:00Z');
const SECOND = idAt('2026-11-22T12:01:00Z');
const word = (content: string) => ({ channel: CHANNEL, content, retry: null });

async function scene() {
  const owed = createOwed(await temporaryStore());
  await owed.keep(USER, FIRST, word('first'));
  await owed.keep(USER, SECOND, word('second'));
  return owed;
}

it('is said once where two interactions of a member are answered at the same time', async () => {
  const owed = await scene();
  const said: string[] = [];
  const say = async ({ content }: { content: string }) => {
    await new Promise(setImmediate);
    said.push(content);
  };
  await Promise.all([owed.tell(USER, say), owed.tell(USER, say)]);
  await owed.tell(USER, say);
  expect(said.toSorted()).toEqual(['first', 'second']);
  expect(await owed.of(USER)).toEqual(new Map());
});

it('is kept where it could not be said, for the next time', async () => {
  const owed = await scene();
  await expect(owed.tell(USER, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const said: string[] = [];
  await owed.tell(USER, async ({ content }) => void said.push(content));
  expect(said).toEqual(['first', 'second']);
});
