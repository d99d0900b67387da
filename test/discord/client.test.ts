import { expect, it } from 'vitest';
import { leave } from '../../src/discord/client.ts';

const silent = () => new Promise<void>(() => {});
const broken = () => Promise.reject(new Error('no gateway'));

it('leaves a Discord that does not answer', async () => {
  expect(await leave({ destroy: silent })).toBeUndefined();
});

it('tells that leaving failed', async () => {
  await expect(leave({ destroy: broken })).rejects.toThrow('no gateway');
});
