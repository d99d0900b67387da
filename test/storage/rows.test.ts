import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeError } from '../../src/operations/errors.ts';
import { parseRow } from '../../src/storage/rows.ts';
import { BrokenDocumentError } from '../../src/storage/store.ts';

/** What the log says of the row that holds this text. */
function logged(text: string): string {
  const schema = z.strictObject({ v: z.literal(1), token: z.string().max(3) });
  try {
    parseRow({ key: 'open:1', schema }, text, 0);
  } catch (error) {
    return JSON.stringify(describeError(error as Error));
  }
  throw new Error('The row is whole.');
}

it.each([
  ['no JSON', '{"value":'],
  ['no row', '6'],
  ['no such document', '{"value":6}'],
])('reads what is %s as its document says, where that says anything', (_, text) => {
  const document = { key: 'block:1', schema: z.literal('whole') };
  expect(parseRow({ ...document, brokenAs: 'broken' }, text, 0)).toBe('broken');
  expect(() => parseRow(document, text, 0)).toThrow(BrokenDocumentError);
});

it.each([
  ['no JSON', '{"value":{"v":1,"token":secret-of-a-member"}}'],
  ['no row', '"secret-of-a-member"'],
  ['no such document', '{"value":{"v":1,"token":"secret-of-a-member"}}'],
  ['a document with more in it', '{"value":{"v":1,"token":"a","secret":"secret-of-a-member"}}'],
])('says nothing of what is in a row that is %s', (_, text) => {
  expect(logged(text)).toContain('open:1');
  expect(logged(text)).not.toMatch(/secret-of|ret-of/);
});
