import { describe, expect, it } from 'vitest';
import { rgb } from '../../../../server/engine/paint/colour.ts';
import { compose } from '../../../../server/engine/scene/compose.ts';
import type { Fill, Item } from '../../../../server/engine/scene/picture.ts';

const SIDE = 512;
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const itemsOf = (prompt: string, seed: number, negativePrompt = ''): readonly Item[] =>
  compose({ prompt, negativePrompt, width: SIDE, height: SIDE, seed }).picture.items;

const DOOR = rgb('6b3f2c').join();
const TRUNK = rgb('5d4433').join();
const GATE = rgb('4a2f24').join();

/** The left, right and lowest edge of each surface of a colour, in painting order. */
const boxes = (
  items: readonly Item[],
  colour: string,
): { left: number; right: number; foot: number; order: number }[] =>
  items.flatMap((item, order) => {
    if (item.type !== 'fill' || item.colour.join() !== colour) return [];
    const path = (item satisfies Fill).paths.flatMap((one) => [...one]);
    const xs = path.filter((_, i) => i % 2 === 0);
    const ys = path.filter((_, i) => i % 2 === 1);
    return [{ left: Math.min(...xs), right: Math.max(...xs), foot: Math.max(...ys), order }];
  });

const gate = (seed: number, negativePrompt: string): number =>
  boxes(itemsOf('a castle on a hill', seed, negativePrompt), GATE)[0]?.foot ?? 0;

describe('a building', () => {
  it.each(['a cabin in a forest of oaks', 'a cottage among birches in the snow'])(
    'stands before the trees behind its base and has none before it: %s',
    (prompt) => {
      let trees = 0;
      for (const seed of seeds) {
        const items = itemsOf(prompt, seed);
        const [door] = boxes(items, DOOR);
        const trunks = boxes(items, TRUNK);
        trees += trunks.length;
        expect(door).toBeDefined();
        if (!door) continue;
        for (const { left, right, foot, order } of trunks) {
          const beside = right < door.left - SIDE * 0.06 || left > door.right + SIDE * 0.06;
          expect(beside || (foot < door.foot + 1 && order < door.order)).toBe(true);
        }
      }
      expect(trees).toBeGreaterThan(seeds.length * 5);
    },
  );

  it('stands higher on a hill than without one', () => {
    for (const seed of seeds) expect(gate(seed, '')).toBeLessThan(gate(seed, 'hill') - SIDE * 0.1);
  });
});

describe('open ground', () => {
  it.each(['quantum happiness', 'a field', 'a portrait', 'a forest', 'dunes', 'a snowy meadow'])(
    'is never empty in its lower quarter: %s',
    (prompt) => {
      for (const seed of seeds) {
        const detail = itemsOf(prompt, seed).filter((item) => {
          if (item.type === 'water') return true;
          if (item.type !== 'fill') return false;
          const path = item.paths[0] ?? [];
          const xs = path.filter((_, i) => i % 2 === 0);
          const wide = Math.max(...xs) - Math.min(...xs);
          return wide < SIDE / 2 && (path[1] ?? 0) > SIDE * 0.75;
        });
        expect(detail.length).toBeGreaterThan(0);
      }
    },
  );
});
