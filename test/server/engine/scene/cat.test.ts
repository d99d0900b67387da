import { describe, expect, it } from 'vitest';
import { compose } from '../../../../server/engine/scene/compose.ts';
import type { Fill } from '../../../../server/engine/scene/picture.ts';
import { rgb } from '../../../../server/engine/paint/colour.ts';
import { TINTS } from '../../../../server/engine/scene/words.ts';

describe('a cat', () => {
  it.each(['a magenta cat', 'a magenta cat by the sea', 'a magenta cat in a city'])(
    'is there: %s',
    (prompt) => {
      const { items } = compose({
        prompt,
        negativePrompt: '',
        width: 320,
        height: 320,
        seed: 2,
      }).picture;
      const fur = rgb(TINTS.magenta).join();
      expect(items.some((item) => item.type === 'fill' && item.colour.join() === fur)).toBe(true);
    },
  );

  it('ends in rounded paws and haunches, not in a straight cut', () => {
    const { items } = compose({
      prompt: 'a magenta cat',
      negativePrompt: '',
      width: 512,
      height: 512,
      seed: 19,
    }).picture;
    const fur = rgb(TINTS.magenta).join();
    const parts = items.filter(
      (item): item is Fill => item.type === 'fill' && item.colour.join() === fur,
    );
    const ys = parts.flatMap(({ paths }) => paths.flatMap((path) => path.filter((_, i) => i % 2)));
    const foot = Math.max(...ys);
    // A cut shows as two neighbouring corners on the ground, far apart.
    const cut = parts.some(({ paths }) =>
      paths.some((path) =>
        path.some((value, i) => {
          const next = (i + 2) % path.length;
          const low = i % 2 === 1 && value > foot - 4 && (path[next] ?? 0) > foot - 4;
          return low && Math.abs((path[i - 1] ?? 0) - (path[(i + 1) % path.length] ?? 0)) > 12;
        }),
      ),
    );
    expect(parts.length).toBeGreaterThan(5);
    expect(cut).toBe(false);
  });
});
