import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { forgetModeration } from '../../src/moderation/forget.ts';
import { rowsIn } from '../support/book-store.ts';
import { after, DAY, MINUTE, moderation, NOON, report } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const OTHER_GUILD = '200000000000000002';
const MODERATOR = '300000000000000009';

const link = { channel: CHANNEL, message: after() };
const excerpt = { text: 'A secret fox', keepDays: 30 };

describe('a member who is forgotten', () => {
  it('is gone from the cases about them, with all that was said about them', async () => {
    const { cases, store } = await moderation();
    const facts = {
      kind: 'refusal',
      rule: { text: 'fox', origin: 'server' },
      where: 'prompt',
    } as const;
    await cases.open(GUILD, report({ actor: 'bot', facts, link, reason: 'about them', excerpt }));
    const note = { interactionId: after(), by: MODERATOR, note: 'about them too', seen: null };
    await cases.annotate(GUILD, 1, note);
    await cases.open(OTHER_GUILD, report());
    await cases.open(GUILD, report({ target: OTHER_USER }));

    expect(await forgetModeration(store, USER, NOON)).toEqual({ cases: 2, blocks: 0 });
    expect(await cases.find(GUILD, 1)).toMatchObject({
      facts,
      target: 'forgotten',
      actor: 'bot',
      link: null,
      reason: null,
      note: null,
      text: null,
    });
    expect(await cases.ofMember(GUILD, USER)).toEqual({ cases: [], next: null });
    const rows = JSON.stringify(await rowsIn(store));
    for (const gone of [USER, 'secret', 'about them']) expect(rows).not.toContain(gone);
    expect(await cases.find(GUILD, 2)).toMatchObject({ target: OTHER_USER, actor: OTHER_USER });
    expect(await cases.open(GUILD, report())).toBe(3);
  });

  it('is gone from what they did, which stays', async () => {
    const { cases, blocks, store } = await moderation();
    const word = { userId: OTHER_USER, interactionId: after(), reason: 'Spam' };
    const by = USER;
    await blocks.block(GUILD, { ...word, by, lastsMs: null });
    await blocks.block(GUILD, { ...word, by: MODERATOR, lastsMs: null });
    await blocks.block(GUILD, { ...word, by, lastsMs: DAY });
    await cases.open(GUILD, report({ actor: MODERATOR, target: OTHER_USER, link, excerpt }));
    await cases.close(GUILD, 4, { interactionId: after(), by, outcome: 'hidden' });
    await cases.annotate(GUILD, 4, { interactionId: after(), by, note: 'a note', seen: null });

    expect(await forgetModeration(store, USER, NOON)).toEqual({ cases: 4, blocks: 0 });
    expect(JSON.stringify(await rowsIn(store))).not.toContain(USER);
    expect(await cases.find(GUILD, 1)).toMatchObject({ actor: 'forgotten', reason: 'Spam' });
    expect((await cases.find(GUILD, 2))?.facts).toMatchObject({ before: { by: 'forgotten' } });
    expect(await cases.find(GUILD, 4)).toMatchObject({
      link,
      text: excerpt.text,
      note: { text: 'a note', by: 'forgotten' },
      end: { outcome: 'hidden', by: 'forgotten' },
    });
    const block = await blocks.of(GUILD, OTHER_USER, after(MINUTE));
    expect(block).toMatchObject({ by: 'forgotten', reason: 'Spam', case: 3 });
    expect((await cases.ofMember(GUILD, OTHER_USER)).cases).toHaveLength(4);
  });

  it('takes what was said of them at the end of a case along, and leaves what they said of others', async () => {
    const { cases, store } = await moderation();
    const facts = { kind: 'review', rule: null, pictures: 1 } as const;
    const end = { interactionId: after(), outcome: 'rejected', reason: 'No boats' } as const;
    await cases.open(GUILD, report({ actor: 'bot', target: USER, facts }));
    await cases.close(GUILD, 1, { ...end, by: MODERATOR });
    await cases.open(GUILD, report({ actor: 'bot', target: OTHER_USER, facts }));
    await cases.close(GUILD, 2, { ...end, by: USER });
    await cases.open(GUILD, report({ actor: 'bot', target: OTHER_USER, facts }));
    await cases.close(GUILD, 3, { ...end, by: MODERATOR, reason: `As <@${USER}> did` });
    await forgetModeration(store, USER, NOON);
    const { end: about } = (await cases.find(GUILD, 1)) ?? {};
    expect(about).toEqual({ outcome: 'rejected', by: MODERATOR, at: NOON });
    const { end: theirs } = (await cases.find(GUILD, 2)) ?? {};
    expect(theirs).toMatchObject({ by: 'forgotten', reason: 'No boats' });
    const { end: naming } = (await cases.find(GUILD, 3)) ?? {};
    expect(naming).toEqual({ outcome: 'rejected', by: MODERATOR, at: NOON });
  });

  it('takes their own words in reports along', async () => {
    const { cases, store } = await moderation();
    await cases.open(GUILD, report({ actor: USER, target: OTHER_USER, reason: 'I saw it', link }));
    await forgetModeration(store, USER, NOON);
    expect(await cases.find(GUILD, 1)).toMatchObject({
      actor: 'forgotten',
      target: OTHER_USER,
      reason: null,
      link,
    });
  });

  it('stays blocked where they are, without a word why', async () => {
    const { blocks, store, clock } = await moderation();
    const word = { userId: USER, by: MODERATOR, reason: 'Spam', interactionId: after() };
    await blocks.block(GUILD, { ...word, lastsMs: DAY });
    await blocks.block(OTHER_GUILD, { ...word, lastsMs: null });
    expect(await forgetModeration(store, USER, NOON)).toEqual({ cases: 2, blocks: 2 });
    const block = await blocks.of(GUILD, USER, after(DAY - 1));
    expect(block).toMatchObject({ by: MODERATOR, reason: null, case: 1 });
    expect(await blocks.of(GUILD, USER, after(DAY))).toBeUndefined();
    clock.now += 3 * DAY + 1;
    await store.sweep();
    expect(await store.keys('block:')).toEqual([`block:${OTHER_GUILD}:${USER}`]);
  });

  it('is not named any more where others wrote of them', async () => {
    const { cases, blocks, store } = await moderation();
    const reason = `A friend of <@${USER}>`;
    const word = { userId: OTHER_USER, by: MODERATOR, reason, interactionId: after() };
    await blocks.block(GUILD, { ...word, lastsMs: null });
    const note = { interactionId: after(), by: MODERATOR, note: reason, seen: null };
    await cases.open(GUILD, report({ actor: MODERATOR, target: OTHER_USER, reason: 'Spam' }));
    await cases.annotate(GUILD, 2, note);

    expect(await forgetModeration(store, USER, NOON)).toEqual({ cases: 2, blocks: 0 });
    expect(JSON.stringify(await rowsIn(store))).not.toContain(USER);
    expect(await cases.find(GUILD, 1)).toMatchObject({ target: OTHER_USER, reason: null });
    expect(await cases.find(GUILD, 2)).toMatchObject({ reason: 'Spam', note: null });
    const block = await blocks.of(GUILD, OTHER_USER, after(MINUTE));
    expect(block).toMatchObject({ by: MODERATOR, reason: null });
  });

  it('is in the list of blocks no longer than the block would have been', async () => {
    const { blocks, store, clock } = await moderation();
    const word = { userId: USER, by: MODERATOR, reason: 'Spam', interactionId: after() };
    await blocks.block(GUILD, { ...word, lastsMs: 300 * DAY });
    await blocks.block(OTHER_GUILD, { ...word, lastsMs: DAY });
    clock.now += 2 * DAY;
    expect(await forgetModeration(store, USER, clock.now)).toEqual({ cases: 2, blocks: 1 });
    clock.now += 2 * DAY + 1;
    await store.sweep();
    expect(await store.keys('block:')).toEqual([`block:${GUILD}:${USER}`]);
    clock.now += 298 * DAY;
    await store.sweep();
    expect(await store.keys('block:')).toEqual([]);
  });

  it('changes nothing of others, nor what is broken', async () => {
    const { cases, blocks, store } = await moderation();
    await cases.open(GUILD, report({ actor: MODERATOR, target: OTHER_USER, excerpt }));
    const word = { userId: OTHER_USER, by: MODERATOR, reason: 'Spam', interactionId: after() };
    await blocks.block(GUILD, { ...word, lastsMs: null });
    const raw = { key: `case:${OTHER_GUILD}:000000001`, schema: z.unknown() };
    await store.update({ raw }, () => ({ answer: 0, write: { raw: { v: 9, target: USER } } }));
    const before = await rowsIn(store);
    expect(await forgetModeration(store, USER, NOON)).toEqual({ cases: 0, blocks: 0 });
    expect(await rowsIn(store)).toEqual(before);
  });
});
