import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../server/engine/paint/random.ts';
import { compose } from '../../../../server/engine/scene/compose.ts';
import type { Item, Line } from '../../../../server/engine/scene/picture.ts';
import { createScene } from '../../../../server/engine/scene/scene.ts';

const SIDE = 512;
const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const itemsOf = (prompt: string, seed: number, negativePrompt = ''): readonly Item[] =>
  compose({ prompt, negativePrompt, width: SIDE, height: SIDE, seed }).picture.items;

/** Steep thin lines over the whole height, painted after everything else. */
const streaks = (items: readonly Item[]): Line[] =>
  items.slice(-300).filter((item): item is Line => {
    if (item.type !== 'line' || item.path.length !== 4) return false;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = item.path;
    return x1 < x0 && y1 - y0 > 3 * (x0 - x1) && item.alpha >= 0.3;
  });

const things = (prompt: string): boolean[] => {
  const scene = createScene(prompt, '', createRandom(1));
  return (['sun', 'moon', 'stars'] as const).map((thing) => scene.things.has(thing));
};

const halos = (prompt: string): number =>
  itemsOf(prompt, 3).filter((item) => item.type === 'halo').length;

describe('rain', () => {
  it('falls in streaks that can be seen, in a storm too', () => {
    for (const prompt of ['a city at night in the rain', 'a fishing boat in a storm'])
      expect(streaks(itemsOf(prompt, 11)).length).toBe(300);
    expect(streaks(itemsOf('a city at night', 11))).toEqual([]);
  });

  it('hides sun, moon and stars unless they are asked for', () => {
    expect(things('rain at night over a lake')).toEqual([false, false, false]);
    expect(things('rain at noon over a lake')).toEqual([false, false, false]);
    expect(things('rain at night over a lake under a moon')).toEqual([false, true, false]);
  });
});

describe('a city', () => {
  it('has a paved quay along its water', () => {
    for (const seed of seeds) {
      const paved = itemsOf('a city', seed).some(
        (item) =>
          item.type === 'fill' && item.grain === 'rock' && (item.paths[0]?.[1] ?? 0) > SIDE * 0.75,
      );
      expect(paved).toBe(true);
    }
  });

  it('mirrors itself in water before a quay, or in a wet street', () => {
    for (const seed of seeds) {
      for (const prompt of ['a city', 'tokyo in the rain', 'a city street in the rain']) {
        const items = itemsOf(prompt, seed);
        expect(items.some((item) => item.type === 'water')).toBe(true);
        expect(items.some((item) => item.type === 'fill' && item.grain === 'grass')).toBe(false);
      }
    }
  });

  it('lights its lamps at night alone', () => {
    expect(halos('a city street at noon')).toBe(0);
    expect(halos('a city street at night')).toBeGreaterThan(8);
  });

  it('stands on green ground where the words ask for a park', () => {
    const items = itemsOf('a park in the city', 5);
    expect(items.some((item) => item.type === 'fill' && item.grain === 'grass')).toBe(true);
  });
});
