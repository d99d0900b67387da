import { describe, expect, it } from 'vitest';
import { aspectRatios } from '../../src/image-api/contract.ts';
import { defaultSize } from '../../src/image-api/sizes.ts';
import { preflight } from '../../src/painting/preflight.ts';

/** What every server takes at least (Discord's docs). */
const SMALLEST_LIMIT = 10 * 1024 * 1024;

const place = { mayAttach: true, fileLimit: SMALLEST_LIMIT };

const at = (fileLimit: number, aspectRatio: '1:1' | '9:16' = '1:1') =>
  preflight({ ...place, fileLimit }, { aspectRatio });

describe('a picture, before it is paid for,', () => {
  it.each(aspectRatios)(
    'of %s has nothing in its way wherever Discord’s own limits hold',
    (aspectRatio) => {
      expect(preflight(place, { aspectRatio })).toBeUndefined();
      // Not even a picture that is not packed at all, at four bytes a pixel, is too large.
      const { width, height } = defaultSize(aspectRatio);
      expect(4 * width * height).toBeLessThan(SMALLEST_LIMIT);
    },
  );

  it('is refused where the bot may not attach files', () => {
    const refusal = preflight({ ...place, mayAttach: false }, { aspectRatio: '1:1' });
    expect(refusal).toEqual({ kind: 'may-not-attach' });
  });

  it('is refused where files must be smaller than any picture of its shape', () => {
    const least = (1024 * 1024) / 256;
    expect(at(least)).toBeUndefined();
    expect(at(least - 1)).toEqual({ kind: 'files-too-small', limit: least - 1 });
    expect(at(least - 1, '9:16')).toBeUndefined();
  });
});
