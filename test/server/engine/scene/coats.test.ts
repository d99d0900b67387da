import { describe, expect, it } from 'vitest';
import { type Rgb, rgb } from '../../../../server/engine/paint/colour.ts';
import { createRandom } from '../../../../server/engine/paint/random.ts';
import { compose } from '../../../../server/engine/scene/compose.ts';
import { createPalette } from '../../../../server/engine/scene/palette.ts';
import type { Item } from '../../../../server/engine/scene/picture.ts';
import { createScene } from '../../../../server/engine/scene/scene.ts';
import { COATED, TINTS, VOCABULARY } from '../../../../server/engine/scene/words.ts';

const itemsOf = (prompt: string, negativePrompt = ''): readonly Item[] =>
  compose({ prompt, negativePrompt, width: 320, height: 320, seed: 15 }).picture.items;

const apart = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const painted = (items: readonly Item[], colour: Rgb): number =>
  items.filter((item) => 'colour' in item && apart(item.colour, colour) < 0.1).length;

const light = (prompt: string): unknown =>
  createPalette(createScene(prompt, '', createRandom(4)), createRandom(4));

describe('a colour word right before a thing', () => {
  it.each(COATED.map((thing) => VOCABULARY[thing].split(' ').slice(0, 1)))(
    'colours: magenta %s',
    (thing) => {
      const magenta = rgb(TINTS.magenta);
      expect(painted(itemsOf(`a ${thing} over hills`), magenta)).toBe(0);
      expect(painted(itemsOf(`a magenta ${thing} over hills`), magenta)).toBeGreaterThan(0);
    },
  );

  it('leaves the light as it is, which a colour word on its own does not', () => {
    expect(light('a magenta balloon')).toEqual(light('a balloon'));
    expect(light('a balloon, magenta')).not.toEqual(light('a balloon'));
  });

  it('gives way to the negative prompt', () => {
    const magenta = rgb(TINTS.magenta);
    expect(painted(itemsOf('a magenta cat by the sea', 'magenta'), magenta)).toBe(0);
  });
});
