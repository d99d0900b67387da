import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeError } from '../../src/operations/errors.ts';
import { parseRow } from '../../src/storage/rows.ts';

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
  ['no JSON', '{"value":{"v":1,"token":secret-of-a-member"}}'],
  ['no row', '"secret-of-a-member"'],
  ['no such document', '{"value":{"v":1,"token":"secret-of-a-member"}}'],
  ['a document with more in it', '{"value":{"v":1,"token":"a","secret":"secret-of-a-member"}}'],
])('says nothing of what is in a row that is %s', (_, text) => {
  expect(logged(text)).toContain('open:1');
  expect(logged(text)).not.toMatch(/secret-of|ret-of/);
});
