import { describe, expect, it, onTestFinished } from 'vitest';
import { createServer } from '../../server/app.ts';
import { createSampleEngine } from '../../server/engine/sample.ts';
import { livePlayground } from '../support/live-playground.ts';
import { startPlayground } from '../support/playground-process.ts';

const KEY = 'a-key-of-ones-own';

/** A Stable Image Core of one's own, and the prompts that it was sent. */
async function ownService(key = KEY) {
  const engine = createSampleEngine();
  const app = createServer({ engine, keys: [{ key, credits: 600 }], random: Math.random });
  const prompts: unknown[] = [];
  app.addHook('preHandler', async ({ body }) => {
    prompts.push((body as { prompt: unknown }).prompt);
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await app.close();
    await engine.close();
  });
  return { url, prompts };
}

describe('--api and --key', () => {
  it('draw with that service, and never print the key', async () => {
    const { url, prompts } = await ownService();
    const playground = await startPlayground(['--once', 'a fox', '--api', url, '--key', KEY]);
    expect(await playground.ended).toBe(0);
    expect(prompts).toEqual(['a fox']);
    expect(playground.output()).toContain(`Stable Image Core          ${url}`);
    expect(playground.output() + playground.errors()).not.toContain(KEY);
  });

  it('say that the key is wrong, without it', async () => {
    const { url } = await ownService('another');
    const playground = await startPlayground(['--once', 'a fox', '--api', url, '--key', KEY]);
    expect(await playground.ended).toBe(1);
    expect(playground.errors()).toContain('Easel answered without a picture');
    expect(playground.output() + playground.errors()).not.toContain(KEY);
  });
});

describe('--latency', () => {
  // Long enough for the bot to say how far it is.
  it('is waited for before the first picture is taken', async () => {
    const playground = await startPlayground(['--once', 'a fox', '--latency', '3000']);
    expect(await playground.ended).toBe(0);
    expect(playground.output()).toContain('⏳ Painting');
    expect(playground.errors()).toBe('');
  });

  it('is the page’s switch as it begins, and is kept by each request', async () => {
    const live = await livePlayground(['--latency', '300']);
    const { machine } = await live.stream.event('machine');
    expect(machine.faults).toEqual({
      apiSlowMs: 300,
      apiFails: 'off',
      discord429: false,
      upload: 'off',
    });
    const { records } = await live.stream.event('traffic');
    const drawn = records.find((record) => record.kind === 'rest' && record.to === 'images');
    expect(drawn).toMatchObject({ route: '/api/generate/core', status: 200, faulted: true });
    // A timer may end a millisecond early by the other clock.
    expect(drawn?.kind === 'rest' && drawn.ms).toBeGreaterThanOrEqual(299);
  });
});
