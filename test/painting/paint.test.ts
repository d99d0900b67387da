import { describe, expect, it, vi } from 'vitest';
import { type Failure, ImageApiError, type ImageApiErrorKind } from '../../src/image-api/errors.ts';
import { startPainting } from '../../src/painting/paint.ts';
import { overOf } from '../../src/painting/progress.ts';
import { picture, pictureRequest } from '../support/edge-pictures.ts';
import { type Setup, setStudio } from '../support/edge-studio.ts';
import { tinyPng } from '../support/image-files.ts';
import { textUnder } from '../support/png-texts.ts';
import { GUILD, idAt, USER } from '../support/snowflakes.ts';

const party = {
  guildId: GUILD,
  userId: USER,
  interactionId: idAt('2026-11-22T12:00:00Z'),
  fileLimit: 10 * 1024 * 1024,
};

const failure = (kind: ImageApiErrorKind, more: Partial<Failure> = {}) =>
  new ImageApiError({ kind, retry: 'no', charged: 'no', ...more });

async function paint(
  setup: Setup,
  fields: Parameters<typeof pictureRequest>[0] = {},
  enforced?: string,
) {
  const scene = await setStudio(setup);
  const request = pictureRequest(fields);
  const start = () => {
    const admission = scene.studio.queue.admit(party, request.count);
    if (admission.kind !== 'admitted') throw new Error('The queue is full.');
    const customer = { ...party, enforced };
    return startPainting(request, customer, admission.seats, scene.workEnds.signal, scene.studio);
  };
  const run = async () => {
    const painting = start();
    await overOf(painting);
    return painting.look();
  };
  return { ...scene, start, run };
}

/** A service that draws a PNG file whose seed is 9, whatever was asked for. */
const drawPng: Setup['draw'] = () => Promise.resolve(picture({ bytes: tinyPng(8, 8), seed: 9 }));

/** A service that answers only when it is cancelled. */
const endless: Setup['draw'] = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(failure('cancelled', { charged: 'maybe' })));
  });

describe('painting', () => {
  it('orders what was asked for and nothing more', async () => {
    const plain = await paint({});
    await plain.run();
    expect(plain.orders).toEqual([{ prompt: 'A fox', aspectRatio: '1:1', seed: 1_073_741_824 }]);

    const full = { negativePrompt: 'snow', stylePreset: 'anime', aspectRatio: '5:4' } as const;
    const whole = await paint({}, { ...full, seed: 3 });
    await whole.run();
    expect(whole.orders).toEqual([{ prompt: 'A fox', ...full, seed: 3 }]);
  });

  it('orders what the server enforces as well, and shows it as nobody’s request', async () => {
    const own = { negativePrompt: 'snow', count: 2, seed: 3 };
    const { run, orders } = await paint({ draw: drawPng }, own, 'gore');
    const { request, pictures } = await run();
    expect(orders.map(({ negativePrompt }) => negativePrompt)).toEqual([
      'gore, snow',
      'gore, snow',
    ]);
    expect(request.negativePrompt).toBe('snow');
    const [made = picture()] = pictures;
    expect(textUnder(made.bytes, 'parameters')).toContain('Negative prompt: snow\n');
    const plain = await paint({}, {}, 'gore');
    await plain.run();
    expect(plain.orders[0]?.negativePrompt).toBe('gore');
  });

  it.each([
    ['full', 'A fox\nNegative prompt: snow\nSize: 1024x1024, Seed: 9, Model: Stable Image Core'],
    ['none', undefined],
  ] as const)('lets a file tell how it was made (%s)', async (metadata, said) => {
    const { run } = await paint({ draw: drawPng, metadata }, { negativePrompt: 'snow', seed: 3 });
    const [made = picture()] = (await run()).pictures;
    expect(textUnder(made.bytes, 'parameters')).toBe(said);
  });

  it('counts every order to the service by its outcome', async () => {
    const { run, counts } = await paint(
      {
        draw: ({ seed }) =>
          seed === 1 ? Promise.resolve(picture()) : Promise.reject(failure('moderated')),
      },
      { count: 2, seed: 1 },
    );
    await run();
    expect(counts).toEqual(['picture', 'moderated']);
  });

  it.each(['maybe', 'yes'] as const)('notes what the service %s charged', async (charged) => {
    const error = failure('timeout', { charged });
    const { run, counts, lines } = await paint({ draw: () => Promise.reject(error) });
    expect(await run()).toMatchObject({ pictures: [], missing: [{ reason: 'timeout' }] });
    expect(counts).toEqual(['timeout', 'maybe charged 6']);
    expect(lines.join()).toContain(`"providerCharged":"${charged}"`);
  });

  it('passes the service’s words on where they help, and only there', async () => {
    const serviceMessage = 'no dogs';
    const words = { serviceMessage };
    const rejected = await paint({ draw: () => Promise.reject(failure('rejected', words)) });
    expect((await rejected.run()).missing).toEqual([{ reason: 'rejected', serviceMessage }]);
    const other = await paint({ draw: () => Promise.reject(failure('unauthorised', words)) });
    expect((await other.run()).missing).toEqual([{ reason: 'unauthorised' }]);
  });

  it('survives what nobody expected', async () => {
    const { run, lines } = await paint({ draw: () => Promise.reject(new TypeError('a bug')) });
    expect((await run()).missing).toEqual([{ reason: 'unexpected' }]);
    expect(lines.join()).toContain('painting broke down');
  });
});

describe('painting that must end', () => {
  it('ends with the interaction’s time, for running and for waiting pictures', async () => {
    const { run, workEnds, orders } = await paint({ draw: endless, concurrency: 1 }, { count: 2 });
    const painted = run();
    await vi.waitUntil(() => orders.length === 1);
    workEnds.abort();
    expect((await painted).missing).toEqual([{ reason: 'out-of-time' }, { reason: 'out-of-time' }]);
    expect(orders).toHaveLength(1);
  });

  it('ends when the bot must stop', async () => {
    const { run, cut, counts, orders } = await paint(
      { draw: endless, concurrency: 1 },
      { count: 2 },
    );
    const painted = run();
    await vi.waitUntil(() => orders.length === 1);
    cut.abort();
    expect((await painted).missing).toEqual([{ reason: 'restarting' }, { reason: 'restarting' }]);
    expect(counts).toEqual(['cancelled', 'maybe charged 6']);
  });

  it('does not begin where the queue was closed', async () => {
    const { start, studio, orders, counts } = await paint(
      { draw: endless, concurrency: 1 },
      { count: 2 },
    );
    const painting = start();
    await vi.waitUntil(() => orders.length === 1);
    studio.queue.close();
    await painting.changed();
    expect(painting.look()).toMatchObject({ missing: [{ reason: 'restarting' }], isOver: false });
    expect(orders).toHaveLength(1);
    expect(counts).toEqual([]);
  });
});

/** An encoder that ends only with its signal. */
const endlessly: NonNullable<Setup['shrink']> = (_file, _quality, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
/** A service that draws a file of 16 MiB. */
const drawLarge: Setup['draw'] = () => Promise.resolve(picture({ bytes: Buffer.alloc(2 ** 24) }));

describe('a picture that is being made smaller', () => {
  it.each([
    ['the interaction’s time', 'workEnds', 'out-of-time'],
    ['the bot', 'cut', 'restarting'],
  ] as const)('ends with %s', async (_, end, reason) => {
    const shrink = vi.fn<typeof endlessly>(endlessly);
    const { run, [end]: controller } = await paint({ draw: drawLarge, shrink });
    const painted = run();
    await vi.waitUntil(() => shrink.mock.calls.length === 1);
    controller.abort();
    expect(await painted).toMatchObject({ pictures: [], missing: [{ reason }] });
  });
});
