import { describe, expect, it } from 'vitest';
import { aspectRatios, generateRequestSchema, hasRatio } from '../../src/image-api/contract.ts';
import { defaultSize, exactSizes } from '../../src/image-api/sizes.ts';

describe('the sizes', () => {
  it('that are exact and allowed are 44', () => {
    expect(aspectRatios.flatMap(exactSizes)).toHaveLength(44);
    expect(exactSizes('16:9')).toEqual([{ width: 1024, height: 576 }]);
    expect(exactSizes('3:2').map(({ width }) => width)).toEqual([576, 768, 960, 1152, 1344, 1536]);
  });

  it.each(aspectRatios)(
    'that stands for %s is exact, allowed and the nearest to a megapixel',
    (ratio) => {
      const size = defaultSize(ratio);
      const distance = ({ width, height }: typeof size) => Math.abs(width * height - 1024 * 1024);
      const nearest = exactSizes(ratio).toSorted((a, b) => distance(a) - distance(b))[0];
      expect(size).toEqual(nearest);
      const request = { prompt: 'x', ...size, aspect_ratio: ratio };
      expect(generateRequestSchema.safeParse(request).success).toBe(true);
    },
  );

  it('have a ratio to the pixel', () => {
    expect(hasRatio({ width: 1024, height: 576 }, '16:9')).toBe(true);
    expect(hasRatio({ width: 576, height: 1024 }, '16:9')).toBe(false);
    expect(hasRatio({ width: 1344, height: 768 }, '16:9')).toBe(false);
  });
});
