import type { Random } from '../paint/random.ts';
import type { Scene } from '../scene/scene.ts';
import type { Thing } from '../scene/words.ts';
import type { Land } from './isometric-land.ts';
import type { Prop } from './isometric-things.ts';

const dry = (ground: string): boolean => ground !== 'water' && ground !== 'none';

/** Chooses which square carries what, keyed by its place in the grid. */
export function planProps(scene: Scene, land: Land, random: Random): Map<number, Prop> {
  const { size } = land;
  const props = new Map<number, Prop>();
  const has = (...things: Thing[]): boolean => things.some((thing) => scene.things.has(thing));
  const squares = Array.from({ length: size * size }, (_, k) => ({
    k,
    i: k % size,
    j: Math.floor(k / size),
    order: random.next(),
  })).toSorted((a, b) => a.order - b.order);
  const kindAt = (k: number): string => land.at(k % size, Math.floor(k / size))?.kind ?? 'none';
  const put = (
    kind: Prop['kind'],
    scale: number,
    where: (i: number, j: number, ground: string) => boolean,
    clear: number,
  ): void => {
    const square = squares.find(({ k, i, j }) => where(i, j, kindAt(k)) && !taken(i, j, clear));
    if (square) props.set(square.k, { kind, size: scale });
  };
  const taken = (i: number, j: number, clear: number): boolean =>
    [...props.keys()].some(
      (k) => Math.abs((k % size) - i) <= clear && Math.abs(Math.floor(k / size) - j) <= clear,
    );
  const inner = (i: number, j: number): boolean =>
    i > size * 0.3 && i < size * 0.72 && j > size * 0.2 && j < size * 0.55;
  const hero = size / 16;
  for (const [kind, scale] of [
    ['lighthouse', 9],
    ['castle', 7],
    ['windmill', 6],
    ['church', 5],
    ['tent', 3],
    ['cat', 3],
  ] as const) {
    if (has(kind)) put(kind, scale * hero, (i, j, ground) => dry(ground) && inner(i, j), 2);
  }
  const houses = has('village') ? 7 : has('house') ? 1 : has('lighthouse') ? 1 : 0;
  for (let n = 0; n < houses; n++)
    put(
      'house',
      2.6,
      (i, j, ground) => dry(ground) && i > 1 && j > 1 && i < size - 1 && j < size - 1,
      2,
    );
  for (let n = 0; n < (has('boat', 'ship') ? 3 : 0); n++)
    put('boat', 2.8, (i, j, ground) => ground === 'water' && i > 0 && j > 0, 2);
  if (has('city')) {
    for (const { k, i, j } of squares) {
      if (i % 3 === 2 || j % 3 === 2 || kindAt(k) !== 'paving' || props.has(k)) continue;
      const heart = 1 - Math.abs(i / size - 0.35) - Math.abs(j / size - 0.35);
      props.set(k, {
        kind: 'tower',
        size: Math.max(0.8, random.between(0.6, 2.4) + Math.max(0, heart) * random.between(2, 7)),
      });
    }
  }
  const grove = has('forest')
    ? 0.42
    : has('trees', 'pine', 'palm', 'autumn', 'spring')
      ? 0.16
      : has('meadow', 'hills', 'mountains', 'cliff')
        ? 0.07
        : 0;
  const growth: Thing = has('cactus') ? 'cactus' : has('palm', 'beach') ? 'palm' : 'trees';
  for (const { k, i, j } of squares) {
    const fits =
      growth === 'cactus'
        ? kindAt(k) === 'sand'
        : kindAt(k) === 'turf' || (growth === 'palm' && kindAt(k) === 'sand');
    if (!fits || taken(i, j, has('forest') ? 0 : 1)) continue;
    if (random.chance(growth === 'cactus' ? 0.08 : growth === 'palm' ? 0.12 : grove))
      props.set(k, { kind: growth, size: random.between(1.9, 2.7) });
    else if (has('flowers', 'spring') && random.chance(0.5))
      props.set(k, { kind: 'flowers', size: 1 });
  }
  return props;
}
