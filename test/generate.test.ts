import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { ImageApiError } from '../src/image-api/errors.ts';
import { picture } from './support/edge-pictures.ts';
import { originAt, setStudio, type Setup } from './support/edge-studio.ts';

const prompt = 'A fox';
const busy = () => new ImageApiError({ kind: 'busy', retry: 'no', charged: 'no' });

async function ask(
  setup: Setup = {},
  options: Readonly<Record<string, unknown>> = {},
  origin = originAt(),
) {
  const scene = await setStudio(setup);
  const ending = await generate({ prompt, ...options }, origin, scene.talk, scene.studio);
  return { ...scene, ending };
}

describe('a request that goes well', () => {
  it('is claimed, held, drawn, delivered, charged and closed, in this order', async () => {
    const { ending, steps, figures } = await ask();
    expect(ending).toEqual({ kind: 'delivered', pictures: 1, captured: 6 });
    expect(steps).toEqual(['claim', 'hold', 'draw', 'deliver', 'resolve 1', 'close']);
    expect(await figures()).toEqual({ used: 6, held: 0, member: 6 });
  });

  it('shows every picture in the order of its seed', async () => {
    const { ending, shown } = await ask({}, { count: 4, seed: 5 });
    expect(ending).toEqual({ kind: 'delivered', pictures: 4, captured: 24 });
    expect(shown[0]?.pictures.map(({ seed }) => seed)).toEqual([5, 6, 7, 8]);
    expect(shown[0]?.missing).toEqual([]);
  });
});

describe('a request that is not ours', () => {
  it('is left without a word and without a look at the money', async () => {
    const { ending, steps } = await ask({ claim: 'not-ours' });
    expect(ending).toEqual({ kind: 'not-ours' });
    expect(steps).toEqual(['claim']);
  });

  it('is left without a word where its credits were counted already', async () => {
    const scene = await setStudio();
    await generate({ prompt }, originAt(), scene.talk, scene.studio);
    scene.steps.length = 0;
    expect(await generate({ prompt }, originAt(), scene.talk, scene.studio)).toEqual({
      kind: 'seen-before',
    });
    expect(scene.steps).toEqual(['claim', 'hold', 'close']);
    expect(await scene.figures()).toEqual({ used: 6, held: 0, member: 6 });
  });
});

describe('a refusal touches no money', () => {
  it.each([
    ['outside a server', {}, originAt(0, { guildId: null }), { kind: 'outside-server' }],
    [
      'where the bot may not attach files',
      {},
      originAt(0, { mayAttach: false }),
      { kind: 'may-not-attach' },
    ],
    [
      'where files must be too small',
      {},
      originAt(0, { fileLimit: 100 }),
      { kind: 'files-too-small', limit: 100 },
    ],
    [
      'without a prompt',
      { prompt: ' ' },
      originAt(),
      { kind: 'invalid', field: 'prompt', problem: 'bad-value' },
    ],
  ])('%s', async (_, options, origin, refusal) => {
    const { ending, steps, notices } = await ask({}, options, origin);
    expect(ending).toEqual(refusal);
    expect(notices).toEqual([refusal]);
    expect(steps).toEqual(['claim', 'tell', 'close']);
  });

  it('during the cooldown', async () => {
    const scene = await setStudio({ cooldownMs: 15_000 });
    await generate({ prompt }, originAt(0), scene.talk, scene.studio);
    const second = await generate({ prompt }, originAt(10), scene.talk, scene.studio);
    expect(second).toEqual({ kind: 'cooldown', readyAt: Date.UTC(2026, 10, 22, 12, 0, 15) });
    expect(scene.notices).toEqual([second]);
    expect(scene.orders).toHaveLength(1);
    expect(await scene.figures()).toEqual({ used: 6, held: 0, member: 6 });
  });

  it('over the server’s budget', async () => {
    const { ending, orders, figures } = await ask({ budget: 17 }, { count: 3 });
    expect(ending).toEqual({
      kind: 'over-limit',
      limit: { of: 'server' },
      price: 6,
      needed: 18,
      left: 17,
      renewsAt: Date.UTC(2026, 11, 1),
    });
    expect(orders).toEqual([]);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('where no place is left in the queue, for all of it or for none', async () => {
    const { ending, orders, steps, figures } = await ask({ room: { perMember: 3 } }, { count: 4 });
    expect(ending).toEqual({ kind: 'queue-full', of: 'member', limit: 3 });
    expect([orders, steps]).toEqual([[], ['claim', 'tell', 'close']]);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('where the bot is about to stop', async () => {
    const scene = await setStudio();
    scene.studio.queue.close();
    const ending = await generate({ prompt }, originAt(), scene.talk, scene.studio);
    expect(ending).toEqual({ kind: 'restarting' });
    expect(scene.steps).toEqual(['claim', 'tell', 'close']);
  });

  it('and gives its places in the queue back', async () => {
    const scene = await setStudio({ budget: 0, room: { perMember: 4 } });
    const run = (second: number) =>
      generate({ prompt, count: 4 }, originAt(second), scene.talk, scene.studio);
    expect(await run(0)).toMatchObject({ kind: 'over-limit' });
    expect(await run(1)).toMatchObject({ kind: 'over-limit' });
  });

  it('and is left open where it could not be said', async () => {
    const { ending, steps } = await ask({ told: false }, { prompt: ' ' });
    expect(ending).toEqual({ kind: 'left-open' });
    expect(steps).toEqual(['claim', 'tell']);
  });
});

describe('a request without a picture gives every credit back', () => {
  it('where none was made', async () => {
    const { ending, steps, figures } = await ask(
      { draw: () => Promise.reject(busy()) },
      { count: 2 },
    );
    expect(ending).toEqual({ kind: 'not-painted', asked: 2, failure: { reason: 'busy' } });
    expect(steps.toSorted()).toEqual(
      ['claim', 'hold', 'draw', 'draw', 'resolve 0', 'tell', 'close'].toSorted(),
    );
    expect(steps.at(-1)).toBe('close');
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('where every file is too large for the server', async () => {
    const { ending, shown, figures } = await ask(
      { draw: () => Promise.resolve(picture({ bytes: Buffer.alloc(20_001) })) },
      {},
      originAt(0, { fileLimit: 20_000 }),
    );
    expect(ending).toEqual({ kind: 'not-delivered', refusal: 'too-large', made: true });
    expect(shown).toEqual([]);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('where Discord refuses', async () => {
    const { ending, notices, figures } = await ask({
      deliver: () => Promise.resolve({ kind: 'known', accepted: 0, refusal: 'no-permission' }),
    });
    expect(ending).toEqual({ kind: 'not-delivered', refusal: 'no-permission', made: true });
    expect(notices).toEqual([ending]);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('and the cooldown with them', async () => {
    const scene = await setStudio({
      cooldownMs: 15_000,
      draw: ({ seed }) => (seed === 1 ? Promise.reject(busy()) : Promise.resolve(picture())),
    });
    await generate({ prompt, seed: 1 }, originAt(0), scene.talk, scene.studio);
    const next = await generate({ prompt, seed: 2 }, originAt(1), scene.talk, scene.studio);
    expect(next).toMatchObject({ kind: 'delivered' });
  });

  it('and is left open where the member could not be told', async () => {
    const { ending, steps, figures } = await ask({
      told: false,
      draw: () => Promise.reject(busy()),
    });
    expect(ending).toEqual({ kind: 'left-open' });
    expect(steps).not.toContain('close');
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });
});

describe('a request that comes to something in part', () => {
  it('is charged for the pictures that were made', async () => {
    const { ending, shown, figures } = await ask(
      { draw: ({ seed }) => (seed === 6 ? Promise.reject(busy()) : Promise.resolve(picture())) },
      { count: 3, seed: 5 },
    );
    expect(ending).toEqual({ kind: 'delivered', pictures: 2, captured: 12 });
    expect(shown[0]?.missing).toEqual([{ reason: 'busy' }]);
    expect(await figures()).toEqual({ used: 12, held: 0, member: 12 });
  });

  it('leaves out files that are too large, and does not charge them', async () => {
    const { ending, shown, figures } = await ask(
      { draw: ({ seed }) => Promise.resolve(picture({ seed, bytes: Buffer.alloc(200 * seed) })) },
      { count: 3, seed: 99 },
      originAt(0, { fileLimit: 20_000 }),
    );
    expect(ending).toEqual({ kind: 'delivered', pictures: 2, captured: 12 });
    expect(shown[0]?.pictures.map(({ seed }) => seed)).toEqual([99, 100]);
    expect(shown[0]?.missing).toEqual([{ reason: 'upload-too-large' }]);
    expect(await figures()).toEqual({ used: 12, held: 0, member: 12 });
  });

  it('is charged for what Discord accepted', async () => {
    const { ending, figures } = await ask(
      { deliver: () => Promise.resolve({ kind: 'known', accepted: 3, refusal: 'discord-down' }) },
      { count: 4 },
    );
    expect(ending).toEqual({ kind: 'delivered', pictures: 3, captured: 18 });
    expect(await figures()).toEqual({ used: 18, held: 0, member: 18 });
  });

  it('is left open with its hold where nobody knows what Discord accepted', async () => {
    const { ending, steps, figures } = await ask({
      deliver: () => Promise.resolve({ kind: 'unknown' }),
    });
    expect(ending).toEqual({ kind: 'left-open' });
    expect(steps).toEqual(['claim', 'hold', 'draw', 'deliver']);
    expect(await figures()).toEqual({ used: 0, held: 6, member: 0 });
  });
});
