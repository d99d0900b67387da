import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planAttachments } from '../../../playground/discord/attachments.ts';
import { nestErrors } from '../../../playground/discord/errors.ts';
import { imageSize } from '../../../playground/discord/image-size.ts';
import { has, permissionsIn } from '../../../playground/discord/permissions.ts';
import { shardOf, snowflakeMint } from '../../../playground/discord/snowflake.ts';
import { createBuckets, createInvalidRequests } from '../../../playground/discord/ratelimit.ts';
import { pngHeader } from '../../support/discord-local.ts';

test('ids have 17 to 19 digits, are unique, and tell when they were made', () => {
  const moments = fc.integer({ min: 1_460_000_000_000, max: 3_500_000_000_000 });
  fc.assert(
    fc.property(fc.array(moments, { minLength: 1 }), (at) => {
      const mint = snowflakeMint(() => 0);
      const ids = at.map((ms) => mint(ms));
      expect(new Set(ids).size).toBe(ids.length);
      for (const [index, id] of ids.entries()) {
        expect(id).toMatch(/^\d{17,19}$/);
        expect(Number(BigInt(id) >> 22n) + 1_420_070_400_000).toBe(at[index]);
      }
    }),
  );
});

test('every guild has exactly one shard, direct messages the first', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n << 40n, max: 1n << 62n }),
      fc.integer({ min: 1, max: 64 }),
      (id, n) => {
        const shard = shardOf(id.toString(), n);
        expect(shard).toBe(Number((id >> 22n) % BigInt(n)));
      },
    ),
  );
  expect(shardOf(null, 16)).toBe(0);
});

test('complaints nest like the paths they are about', () => {
  const complaints = [
    { path: 'embeds[1].title', message: 'too long' },
    { path: 'embeds[1].title', message: 'too dull' },
    { path: '', message: 'as a whole' },
  ];
  const code = 'BASE_TYPE_BAD';
  expect(nestErrors(complaints)).toEqual({
    _errors: [{ code, message: 'as a whole' }],
    embeds: {
      1: {
        title: {
          _errors: [
            { code, message: 'too long' },
            { code, message: 'too dull' },
          ],
        },
      },
    },
  });
});

const JPEG = 'ffd8ffe000104a46494600010100000100010000ffc0000b08001e002801011100';
const WEBP = '5249464600000000574542505650385800000000000000002700001d0000';
const LOSSY = '52494646000000005745425056503820000000000000009d012a28001e00';
const LOSSLESS = '5249464600000000574542505650384c000000002f2740070000000000000000';

test.each([
  ['PNG', Buffer.from(pngHeader(40, 30))],
  ['JPEG', Buffer.from(JPEG, 'hex')],
  ['extended WebP', Buffer.from(WEBP, 'hex')],
  ['lossy WebP', Buffer.from(LOSSY, 'hex')],
  ['lossless WebP', Buffer.from(LOSSLESS, 'hex')],
])('the size of a %s is read from its header', (_name, bytes) => {
  expect(imageSize(bytes)).toEqual({ width: 40, height: 30 });
});

test('what is no picture has no size, whatever it is', () => {
  expect(imageSize(Buffer.from('hello'))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const size = imageSize(Buffer.concat([Buffer.from('x'), bytes]));
      expect(size).toBeUndefined();
    }),
  );
});

test('an edit never loses an attachment it names, nor an upload', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 100, max: 120 }).map(String));
  fc.assert(
    fc.property(ids, ids, fc.uniqueArray(fc.nat(9)), (existing, named, indexes) => {
      const attachments = existing.map((id) => ({ id }) as never);
      const uploads = indexes.map((index) => ({ index }) as never);
      const plan = planAttachments(
        attachments,
        named.map((id) => ({ id })),
        uploads,
      );
      expect(plan.keep.map(({ attachment }) => attachment.id)).toEqual(
        existing.filter((id) => named.includes(id)),
      );
      expect(plan.add).toHaveLength(indexes.length);
      expect(planAttachments(attachments, undefined, uploads).keep).toHaveLength(existing.length);
    }),
  );
});

test('a bucket gives its allowance in each window and no more', () => {
  let time = 0;
  const buckets = createBuckets(() => time);
  const draw = () => buckets.draw('a', { limit: 2, windowMs: 10 }).allowed;
  expect([draw(), draw(), draw()]).toEqual([true, true, false]);
  time = 9;
  expect(draw()).toBe(false);
  time = 10;
  expect(draw()).toBe(true);
  expect(buckets.draw('b', { limit: 2, windowMs: 10 })).toMatchObject({
    remaining: 1,
    resetAfterMs: 10,
  });
});

test('only 401, 403 and 429 count as invalid, for ten minutes', () => {
  let time = 0;
  const invalid = createInvalidRequests(() => time);
  for (const status of [200, 400, 401, 403, 404, 429, 500]) invalid.add(status);
  expect(invalid.count()).toBe(3);
  time = 600_000;
  expect(invalid.count()).toBe(0);
});

test('an owner may do everything that has a bit, the newest too', () => {
  const guild = { ownerId: '1', id: '2', roles: [], members: new Map() } as never;
  const held = permissionsIn(guild, null, { id: '1' } as never);
  for (const bit of [0n, 40n, 49n, 50n, 51n, 52n]) expect(has(held, 1n << bit)).toBe(true);
});
