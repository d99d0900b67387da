import { expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryStore } from '../support/edge-store.ts';

const document = { key: 'a', schema: z.strictObject({ v: z.literal(1), count: z.int().min(0) }) };

it('writes nothing that it would refuse to read', async () => {
  const store = await temporaryStore();
  const write = (count: number) =>
    store.update({ document }, () => ({
      answer: undefined,
      write: { document: { v: 1 as const, count } },
    }));
  await write(1);
  await expect(write(-1)).rejects.toThrow(z.ZodError);
  expect(await store.read(document)).toEqual({ v: 1, count: 1 });
});

it('writes nothing that was read along only', async () => {
  const store = await temporaryStore();
  const shared = { ...document, shared: true as const };
  const writing = store.update({ shared }, () => ({
    answer: undefined,
    write: { shared: { v: 1 as const, count: 1 } },
  }));
  await expect(writing).rejects.toThrow('read along only');
});
