import { expect, it } from 'vitest';
import { bounded } from '../../../src/discord/rest/bounded.ts';

const never = () => new Promise<never>(() => {});
const patient = { usual: 600_000, hurried: 600_000 };
const calm = new AbortController().signal;

it('gives what the request gives', async () => {
  expect(await bounded(patient, calm, () => Promise.resolve('answer'))).toBe('answer');
  const failing = bounded(patient, calm, () => Promise.reject(new Error('refused')));
  await expect(failing).rejects.toThrow('refused');
});

it('ends a request that takes too long, and tells it so', async () => {
  const signals: AbortSignal[] = [];
  const late = bounded({ ...patient, usual: 1 }, calm, (signal) => {
    signals.push(signal);
    return never();
  });
  await expect(late).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(signals[0]?.aborted).toBe(true);
});

it('waits for a running request only shortly once the bot must stop', async () => {
  const hurry = new AbortController();
  const running = bounded({ ...patient, hurried: 1 }, hurry.signal, never);
  hurry.abort();
  await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});

it('waits only shortly for a request that begins afterwards', async () => {
  const late = bounded({ ...patient, hurried: 1 }, AbortSignal.abort(), never);
  await expect(late).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});
