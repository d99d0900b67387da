import { describe, expect, it } from 'vitest';
import { untoldDocument } from '../../src/moderation/case-documents.ts';
import { createCases } from '../../src/moderation/cases.ts';
import type { ReviewDecision } from '../../src/reviews/decide.ts';
import { countReviews, createReviews } from '../../src/reviews/reviews.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { newReview } from '../support/new-review.ts';
import { GUILD, idAt, USER } from '../support/snowflakes.ts';

const ID = idAt(Date.UTC(2026, 10, 22, 12));
const MESSAGE = idAt(Date.UTC(2026, 10, 22, 12, 1));
const MODERATOR = '300000000000000009';
const CLICK = idAt(Date.UTC(2026, 10, 22, 13));
const LATER = idAt(Date.UTC(2026, 10, 22, 13, 0, 1));

const review = newReview();

const rejection = (click: string, by = MODERATOR): ReviewDecision => ({
  kind: 'end',
  why: 'rejected',
  by,
  click,
  reason: 'Not here',
  block: null,
});

async function standing() {
  const store = await temporaryStore();
  const cases = createCases(store, () => {});
  const reviews = createReviews(store, cases, 'now');
  await reviews.begin(ID, review);
  await reviews.stand(ID, { messages: [MESSAGE], seeds: [7] });
  return { store, cases, reviews };
}

describe('a review', () => {
  it('opens one case, however often it is said that it arrived', async () => {
    const { cases, reviews } = await standing();
    await reviews.stand(ID, { messages: [MESSAGE], seeds: [7] });
    expect(await cases.find(GUILD, 1)).toMatchObject({
      facts: { kind: 'review', rule: null, pictures: 1 },
      target: USER,
      text: 'A fox',
      link: { message: MESSAGE },
    });
    expect(await cases.find(GUILD, 2)).toBeUndefined();
    expect(await reviews.find(ID)).toMatchObject({ case: 1, state: { kind: 'waiting' } });
  });

  it('knows which of its pictures arrived, and why the others did not', async () => {
    const store = await temporaryStore();
    const cases = createCases(store, () => {});
    const reviews = createReviews(store, cases, 'now');
    const pictures = [1, 2, 3].flatMap((seed) => review.pictures.map((one) => ({ ...one, seed })));
    await reviews.begin(ID, { ...review, pictures });
    await reviews.stand(ID, { messages: [MESSAGE], seeds: [3] }, 'restarting');
    expect(await reviews.find(ID)).toMatchObject({
      pictures: [{ seed: 3 }],
      missing: [{ reason: 'restarting' }, { reason: 'restarting' }],
    });
    expect(await cases.find(GUILD, 1)).toMatchObject({ facts: { pictures: 1 } });
  });

  it('knows how many arrived of pictures with the same seed', async () => {
    const store = await temporaryStore();
    const cases = createCases(store, () => {});
    const reviews = createReviews(store, cases, 'now');
    await reviews.begin(ID, { ...review, pictures: [...review.pictures, ...review.pictures] });
    await reviews.stand(ID, { messages: [MESSAGE], seeds: [7] });
    const missing = [{ reason: 'upload-refused' }];
    expect(await reviews.find(ID)).toMatchObject({ pictures: [{ seed: 7 }], missing });
    expect(await cases.find(GUILD, 1)).toMatchObject({ facts: { pictures: 1 } });
  });

  it('has it told once that its approval is delayed', async () => {
    const { store, reviews } = await standing();
    const untold = untoldDocument(GUILD, 1, 'delayed');
    await reviews.delayed(ID);
    expect(await store.read(untold)).toBeUndefined();
    await reviews.decide(ID, { kind: 'approve', by: MODERATOR, click: CLICK });
    await reviews.delayed(ID);
    expect(await store.read(untold)).toEqual({ v: 1, news: 'delayed' });
    await store.update({ untold }, () => ({ answer: undefined, write: { untold: null } }));
    await reviews.delayed(ID);
    expect(await store.read(untold)).toBeUndefined();
  });

  it('is decided about by the first of many, and by nobody else', async () => {
    const { reviews } = await standing();
    const by = Array.from({ length: 5 }, (_, index) => `30000000000000001${index}`);
    const all = by.map((moderator, index) =>
      reviews.decide(
        ID,
        index % 2
          ? rejection(`${BigInt(CLICK) + BigInt(index)}`, moderator)
          : { kind: 'approve', by: moderator, click: `${BigInt(CLICK) + BigInt(index)}` },
      ),
    );
    const kinds = (await Promise.all(all)).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(
      ['decided', ...Array.from({ length: 4 }, () => 'decided-before')].toSorted(),
    );
  });

  it('knows a decision again whose answer was lost', async () => {
    const { reviews } = await standing();
    expect(await reviews.decide(ID, rejection(CLICK))).toMatchObject({ kind: 'decided' });
    expect(await reviews.decide(ID, rejection(CLICK))).toMatchObject({ kind: 'decided' });
    expect(await reviews.decide(ID, rejection(LATER, USER))).toMatchObject({
      kind: 'decided-before',
      outcome: 'rejected',
      by: MODERATOR,
      target: USER,
    });
  });

  it('blocks nobody by themself, who may reject it all the same', async () => {
    const { reviews } = await standing();
    const own = { ...rejection(CLICK, USER), block: { lastsMs: 60_000 } } as const;
    expect(await reviews.decide(ID, own)).toEqual({ kind: 'own' });
    expect(await reviews.find(ID)).toMatchObject({ state: { kind: 'waiting' } });
    expect(await reviews.decide(ID, rejection(LATER, USER))).toMatchObject({ kind: 'decided' });
  });

  it('is not decided about before it arrived, and goes when it did not', async () => {
    const { reviews } = await standing();
    await reviews.begin(LATER, review);
    expect(await reviews.decide(LATER, rejection(CLICK))).toEqual({ kind: 'too-early' });
    await reviews.drop(LATER);
    expect(await reviews.decide(LATER, rejection(CLICK))).toEqual({ kind: 'unknown' });
    await reviews.drop(ID);
    expect(await reviews.find(ID)).toMatchObject({ state: { kind: 'waiting' } });
  });

  it('is of the pictures that arrived, and knows why others are missing', async () => {
    const { store, reviews } = await standing();
    const [picture] = review.pictures;
    if (picture === undefined) throw new Error('There is a picture.');
    const pictures = [picture, { ...picture, seed: 8 }];
    const missing = [{ reason: 'called-off' as const, by: MODERATOR }];
    await reviews.begin(LATER, { ...review, pictures, missing });
    await reviews.stand(LATER, { messages: [MESSAGE], seeds: [7] });
    expect(await reviews.find(LATER)).toMatchObject({
      pictures: [{ seed: 7 }],
      missing: [{ reason: 'called-off', by: MODERATOR }, { reason: 'upload-refused' }],
    });
    expect(await countReviews(store, MODERATOR)).toBe(1);
  });

  it('keeps nothing but its case once it is over', async () => {
    const { store, reviews } = await standing();
    await reviews.decide(ID, rejection(CLICK));
    expect(await countReviews(store, USER)).toBe(1);
    expect(await countReviews(store, MODERATOR)).toBe(1);
    await reviews.over(ID);
    expect(await reviews.find(ID)).toEqual({ v: 1, kind: 'over', guild: GUILD, case: 1 });
    expect(await countReviews(store, USER)).toBe(0);
    expect(await reviews.decide(ID, rejection(LATER))).toEqual({
      kind: 'over',
      guild: GUILD,
      case: 1,
    });
  });
});
