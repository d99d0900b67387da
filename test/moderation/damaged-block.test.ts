import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DAMAGED, mendableBlock } from '../../src/moderation/block-documents.ts';
import { BrokenDocumentError } from '../../src/storage/store.ts';
import { after, MINUTE, moderation, NOON } from '../support/moderation.ts';
import { GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const word = { userId: USER, by: OTHER_USER, reason: 'Spam', interactionId: after() };
const order = { ...word, lastsMs: 10 * MINUTE };
const until = NOON + 10 * MINUTE;
const block = { v: 1, by: OTHER_USER, reason: 'Spam', since: NOON, until, case: 1 };

/** A server in which somebody's block cannot be read. */
async function damaged() {
  const made = await moderation();
  const raw = { key: `block:${GUILD}:${USER}`, schema: z.unknown() };
  await made.store.update({ raw }, () => ({ answer: 0, write: { raw: { v: 1 } } }));
  return made;
}

describe('a block that is damaged', () => {
  it('is no leave', async () => {
    const { blocks } = await damaged();
    await expect(blocks.of(GUILD, USER, after())).rejects.toBeInstanceOf(BrokenDocumentError);
    expect(await blocks.isBlocked(GUILD, USER, after())).toBe(true);
    expect(await blocks.isBlocked(GUILD, OTHER_USER, after())).toBe(false);
  });

  it('is listed beside the others', async () => {
    const { blocks } = await damaged();
    await blocks.block(GUILD, { ...order, userId: OTHER_USER });
    expect(await blocks.list(GUILD, after())).toEqual({
      blocks: [
        { userId: USER, block: DAMAGED },
        { userId: OTHER_USER, block },
      ],
      next: null,
    });
  });

  it('is whole when it is set anew, which is a case', async () => {
    const { blocks, cases } = await damaged();
    expect(await blocks.block(GUILD, order)).toEqual({ block, before: DAMAGED });
    expect(await blocks.of(GUILD, USER, after())).toEqual(block);
    const facts = { kind: 'block', until, before: null };
    expect(await cases.find(GUILD, 1)).toMatchObject({ facts, target: USER });
  });

  it('ends when it is lifted, which is a case', async () => {
    const { blocks, cases, store } = await damaged();
    const unblocked = { kind: 'unblocked', before: DAMAGED, case: 1 };
    expect(await blocks.unblock(GUILD, word)).toEqual(unblocked);
    expect(await blocks.of(GUILD, USER, after())).toBeUndefined();
    expect(await store.keys('block:')).toEqual([]);
    const facts = { kind: 'unblock', before: null };
    expect(await cases.find(GUILD, 1)).toMatchObject({ facts, target: USER });
    expect(await blocks.unblock(GUILD, word)).toEqual({ kind: 'not-blocked' });
  });

  it('is never written as such', async () => {
    const { store } = await damaged();
    const row = mendableBlock(GUILD, USER);
    const write = () => store.update({ row }, () => ({ answer: 0, write: { row: DAMAGED } }));
    await expect(write()).rejects.toBeInstanceOf(z.ZodError);
  });
});
