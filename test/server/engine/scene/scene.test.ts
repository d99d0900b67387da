import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { createRandom } from '../../../../server/engine/paint/random.ts';
import { compose } from '../../../../server/engine/scene/compose.ts';
import { createScene, type Scene } from '../../../../server/engine/scene/scene.ts';
import { type Thing, VOCABULARY } from '../../../../server/engine/scene/words.ts';

const sceneOf = (prompt: string, negative = '', seed = 1): Scene =>
  createScene(prompt, negative, createRandom(seed));
const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

const firstWord = (one: Thing): string => VOCABULARY[one].split(' ')[0]?.replaceAll('-', ' ') ?? '';

describe('createScene', () => {
  it('brings what belongs to a thing', () => {
    expect([...sceneOf('a lighthouse').things]).toEqual(
      expect.arrayContaining(['lighthouse', 'cliff', 'sea']),
    );
    expect(sceneOf('a cactus').things.has('desert')).toBe(true);
    expect(sceneOf('a waterfall').things.has('river')).toBe(true);
    expect(sceneOf('a castle').things.has('hills')).toBe(true);
    expect(sceneOf('a boat on a lake').things.has('sea')).toBe(false);
  });

  it.each([
    ['dawn', 'a lake at sunrise'],
    ['day', 'an afternoon by the lake'],
    ['noon', 'a lake at midday'],
    ['sunset', 'golden hour at the lake'],
    ['night', 'a lake under the stars'],
  ])('reads %s from %j', (time, prompt) => {
    expect(seeds.map((seed) => sceneOf(prompt, '', seed).time)).toEqual(seeds.map(() => time));
  });

  it('fills a prompt without known words with a landscape that varies with the seed', () => {
    const landscapes = seeds.map((seed) =>
      [...sceneOf('quantum happiness', '', seed).things].toSorted().join(),
    );
    expect(new Set(landscapes).size).toBeGreaterThan(5);
  });

  it('never holds anything that the negative prompt names, whatever the prompt and the seed', () => {
    const thing = fc.constantFrom(...(Object.keys(VOCABULARY) as Thing[]));
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 4 }), thing, fc.nat(), (wanted, refused, seed) => {
        const scene = sceneOf(wanted.map(firstWord).join(', '), firstWord(refused), seed);
        expect(scene.things.has(refused)).toBe(false);
        expect(scene.time).not.toBe(refused);
      }),
    );
  });
});

describe('compose', () => {
  const wish = { prompt: 'clouds over the sea', negativePrompt: '', width: 320, height: 320 };

  it('has clouds, and none when they are refused', () => {
    for (const seed of seeds.slice(0, 8)) {
      expect(compose({ ...wish, seed }).picture.sky.clouds.length).toBeGreaterThan(0);
      const bare = compose({ ...wish, seed, negativePrompt: 'cloud' }).picture.sky;
      expect([bare.clouds.length, bare.veil]).toEqual([0, 0]);
    }
  });

  it('keeps the rest in place when one thing is refused', () => {
    const wanted = { ...wish, prompt: 'a boat and birds by an island', seed: 3 };
    const paths = (negativePrompt: string): string[] =>
      compose({ ...wanted, negativePrompt }).picture.items.map((item) => JSON.stringify(item));
    const all = new Set(paths(''));
    const fewer = paths('boat');
    expect(fewer.length).toBeLessThan(all.size);
    expect(fewer.every((item) => all.has(item))).toBe(true);
  });
});
