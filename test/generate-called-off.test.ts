import { describe, expect, it, vi } from 'vitest';
import { generate } from '../src/generate.ts';
import { ImageApiError } from '../src/image-api/errors.ts';
import { picture } from './support/edge-pictures.ts';
import { originAt, type Setup, setStudio } from './support/edge-studio.ts';
import { idAt, USER } from './support/snowflakes.ts';

const prompt = 'A fox';
const OTHER = idAt('2026-01-01T00:00:00Z');

/** A service that answers only when it is cancelled. */
const endless: Setup['draw'] = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () =>
      reject(new ImageApiError({ kind: 'cancelled', retry: 'no', charged: 'maybe' })),
    );
  });

describe('a request that is called off', () => {
  it('ends what runs and what waits, and gives every credit back', async () => {
    const scene = await setStudio({ draw: endless, concurrency: 1 });
    const { interactionId } = originAt();
    const { running } = scene.studio;
    expect(running.callOff(interactionId, USER)).toBe('not-running');
    const job = generate({ prompt, count: 2 }, originAt(), scene.talk, scene.studio);
    await vi.waitUntil(() => scene.orders.length === 1);
    expect(running.askerOf(interactionId)).toBe(USER);
    expect(running.callOff(interactionId, OTHER)).toBe('called-off');
    const failure = { reason: 'called-off', by: OTHER };
    expect(await job).toEqual({ kind: 'not-painted', asked: 2, failure });
    expect(await scene.figures()).toEqual({ used: 0, held: 0, member: 0 });
    expect(running.askerOf(interactionId)).toBeUndefined();
  });

  it('keeps what is finished, which is delivered and charged', async () => {
    const scene = await setStudio({
      draw: (order, signal) =>
        order.seed === 5 ? Promise.resolve(picture({ seed: 5 })) : endless(order, signal),
    });
    const { interactionId } = originAt();
    const job = generate({ prompt, count: 2, seed: 5 }, originAt(), scene.talk, scene.studio);
    await vi.waitUntil(() => scene.counts.includes('picture'));
    scene.studio.running.callOff(interactionId, USER);
    expect(await job).toEqual({ kind: 'delivered', pictures: 1, captured: 6 });
    expect(scene.shown[0]?.missing).toEqual([{ reason: 'called-off', by: USER }]);
    expect(await scene.figures()).toEqual({ used: 6, held: 0, member: 6 });
  });

  it('hears nothing else when it is called off again before its last text is there', async () => {
    const said: unknown[] = [];
    const callOff = () => said.push(scene.studio.running.callOff(originAt().interactionId, USER));
    const scene = await setStudio({
      draw: (order, signal) =>
        order.seed === 5 ? Promise.resolve(picture({ seed: 5 })) : endless(order, signal),
      deliver() {
        callOff();
        return Promise.resolve({ kind: 'known', accepted: 1 });
      },
    });
    const job = generate({ prompt, count: 2, seed: 5 }, originAt(), scene.talk, scene.studio);
    await vi.waitUntil(() => scene.counts.includes('picture'));
    callOff();
    callOff();
    await job;
    expect(said).toEqual(['called-off', 'called-off', 'called-off']);
    expect(scene.studio.running.askerOf(originAt().interactionId)).toBeUndefined();
  });

  it('comes too late once everything is made', async () => {
    const said: unknown[] = [];
    const scene = await setStudio({
      deliver: () => {
        said.push(scene.studio.running.callOff(originAt().interactionId, USER));
        return Promise.resolve({ kind: 'known', accepted: 1 });
      },
    });
    await generate({ prompt }, originAt(), scene.talk, scene.studio);
    expect(said).toEqual(['too-late']);
  });
});
