import { describe, expect, it } from 'vitest';
import { ballClouds } from '../../../../server/engine/render/drawn-clouds.ts';
import { compose } from '../../../../server/engine/scene/compose.ts';

describe('ballClouds', () => {
  it('makes each cloud one smooth body of a few large lobes', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { picture } = compose({
        prompt: 'clouds over the sea',
        negativePrompt: '',
        width: 512,
        height: 512,
        seed,
      });
      const bodies = ballClouds(picture);
      expect(bodies.length).toBe(picture.sky.clouds.length);
      for (const [i, body] of bodies.entries()) {
        const puffs = picture.sky.clouds[i]?.puffs ?? [];
        const lobes = body.type === 'fill' ? body.paths.length : 0;
        const rounds = (body.type === 'fill' ? body.paths : []).map((path) => {
          const xs = path.filter((_, k) => k % 2 === 0);
          const r = (Math.max(...xs) - Math.min(...xs)) / 2;
          const top = Math.min(...path.filter((_, k) => k % 2 === 1));
          return { x: Math.min(...xs) + r, y: top + r, r };
        });
        for (const [k, a] of rounds.entries())
          for (const b of rounds.slice(k + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.r + b.r) * 0.35);
        expect(lobes).toBeGreaterThan(1);
        expect(lobes).toBeLessThanOrEqual(Math.min(7, puffs.length / 2));
      }
    }
  });
});
