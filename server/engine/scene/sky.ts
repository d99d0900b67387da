import { lerp } from '../paint/maths.ts';
import type { Cloud, Orb, Sky, Star } from './picture.ts';
import type { Stage } from './stage.ts';

/** Places sun or moon, stars and clouds. */
export function composeSky(stage: Stage): Sky {
  const random = stage.random('sky');
  return {
    orbs: orbs(stage),
    stars: stage.has('stars') ? stars(stage) : [],
    clouds: stage.has('clouds') ? clouds(stage) : [],
    veil: stage.has('clouds') ? random.between(0.25, 0.6) : 0,
    aurora: stage.has('aurora'),
    rainbow: stage.has('rainbow'),
    seed: random.int(1, 60_000),
  };
}

/** The side of the sky away from the subject keeps the eye moving between the two. */
function orbs(stage: Stage): Orb[] {
  const { unit, horizon, scene, palette, width } = stage;
  const random = stage.random('orb');
  const across = random.between(0.14, 0.32);
  const x = palette.from < 0 ? across * width : (1 - across) * width;
  const list: Orb[] = [];
  if (stage.has('planet')) {
    list.push({
      kind: 'planet',
      x: width - x,
      y: horizon * random.between(0.24, 0.36),
      r: unit * 0.12,
    });
  }
  if (scene.time === 'night') {
    const kind = stage.has('crescent') ? 'crescent' : stage.has('moon') ? 'moon' : undefined;
    if (kind)
      list.push({
        kind,
        x,
        y: horizon * random.between(0.2, 0.42),
        r: unit * random.between(0.045, 0.07),
      });
  } else if (stage.has('sun')) {
    const low = scene.time === 'sunset' || scene.time === 'dawn';
    const y = horizon * (low ? random.between(0.76, 0.9) : random.between(0.16, 0.34));
    list.push({ kind: 'sun', x, y, r: unit * (low ? 0.047 : 0.034) });
    if (stage.has('moon', 'crescent')) {
      list.push({
        kind: stage.has('crescent') ? 'crescent' : 'moon',
        x: width - x,
        y: horizon * 0.25,
        r: unit * 0.045,
      });
    }
  }
  return list;
}

function stars(stage: Stage): Star[] {
  const { unit, width, horizon, height } = stage;
  const random = stage.random('stars');
  const count = Math.round((240 * width * height) / (unit * unit));
  return Array.from({ length: count }, () => {
    const shine = random.next() * random.next();
    return {
      x: random.next() * width,
      y: random.next() * horizon * 0.98,
      r: unit * lerp(0.0009, 0.0034, shine * shine),
      shine: lerp(0.35, 1, shine),
    };
  });
}

function clouds(stage: Stage): Cloud[] {
  const { unit, width, horizon, side } = stage;
  const random = stage.random('clouds');
  const stormy = stage.has('storm', 'rain');
  const list: Cloud[] = [];
  const count = Math.round(
    (stormy ? 9 : random.between(4, 6)) * Math.max(1, (width / unit) * 0.75),
  );
  for (let i = 0; i < count; i++) {
    const t = (i + random.between(0.1, 0.9)) / count;
    // Far clouds are small and low; one big heap stands on the side away from the subject.
    const hero = i === 0;
    const depth = hero ? 1 : random.next();
    const base =
      horizon * lerp(0.88, 0.3, hero ? random.between(0.22, 0.42) : depth * random.between(0.6, 1));
    const size =
      unit * (hero ? random.between(0.26, 0.34) : lerp(0.09, 0.22, depth)) * (stormy ? 1.45 : 1);
    const x = hero
      ? (side > 0 ? 0.2 + 0.16 * random.next() : 0.64 + 0.16 * random.next()) * width
      : t * width;
    list.push(heap(x, stormy ? base * 0.62 : base, size, () => random.next(), hero));
  }
  return list.toSorted((a, b) => b.base - a.base);
}

function heap(x: number, base: number, size: number, next: () => number, tall: boolean): Cloud {
  const puffs: { x: number; y: number; r: number }[] = [];
  const count = tall ? 15 : 9;
  for (let i = 0; i < count; i++) {
    const u = ((i + 0.5) / count) * 2 - 1;
    const dome = 1 - u * u;
    const r = size * lerp(0.1, 0.27, dome) * lerp(0.75, 1.2, next());
    puffs.push({ x: x + u * size + (next() - 0.5) * size * 0.1, y: base - r * 0.55, r });
    if (dome > 0.35) {
      const rise = size * dome * lerp(0.12, tall ? 0.62 : 0.36, next());
      puffs.push({
        x: x + u * size * 0.85,
        y: base - r * 0.5 - rise,
        r: r * lerp(0.7, 0.95, next()),
      });
    }
  }
  return { puffs, base };
}
