import { lerp } from '../paint/maths.ts';
import { boats } from './boats.ts';
import { bridge, footbridge } from './bridge.ts';
import { cliff } from './cliff.ts';
import { type Ridge, rollingGround } from './ground.ts';
import { foreground, track } from './foreground.ts';
import { flowers } from './flowers.ts';
import { desertThings, type Free, tufts, woods } from './land.ts';
import { beach, islands, openWater, river } from './sea.ts';
import { ship, whale } from './ships.ts';
import { quay, street } from './street.ts';
import type { Spot } from './spot.ts';
import type { Stage } from './stage.ts';
import { village } from './village.ts';
import { waterfall } from './waterfall.ts';

/** Lays ground and water; returns where things can stand, the best spot first, `taken` of them clear of trees. */
export function paintGround(stage: Stage, taken: number): Spot[] {
  const { horizon, unit, height } = stage;
  const spots: Spot[] = [];
  const open = stage.has('sea', 'lake');
  if (stage.has('street') && stage.has('city') && !open) return street(stage);
  if (open) {
    openWater(stage, stage.has('storm') ? 1 : stage.has('sea') ? 0.62 : 0.2);
    if (stage.has('bridge')) bridge(stage);
    if (stage.has('island')) spots.push(...islands(stage));
    if (stage.has('ship')) ship(stage, stage.has('cliff') ? 0.2 : 0.4);
    if (stage.has('boat'))
      boats(stage, stage.has('cliff') ? 0.2 : stage.has('island') ? 0.28 : 0.45);
    if (stage.has('whale')) whale(stage, 0.3);
    if (stage.has('city') && !wantsLand(stage) && !stage.has('beach', 'cliff', 'island')) {
      quay(stage);
      return spots;
    }
  }
  if (stage.has('beach')) spots.unshift(...beach(stage));
  if (stage.has('cliff')) spots.unshift(...cliff(stage));
  const bare =
    open &&
    (stage.has('beach', 'cliff') ||
      (stage.has('sea') && stage.has('island', 'boat', 'ship', 'whale', 'city')));
  if (bare || (open && !wantsLand(stage) && stage.has('sea'))) return spots;
  const top = open ? lerp(horizon, height, 0.62) : horizon + unit * 0.02;
  const folds = rollingGround(stage, top, open ? 2 : 4);
  const at = (share: number, fold: number, size: number): Spot => {
    const x = stage.x(share);
    return {
      x,
      y: (folds[Math.min(fold, folds.length - 1)]?.(x) ?? top) + unit * 0.02,
      size: unit * size,
    };
  };
  spots.push(at(0.66, 1, 0.4), at(0.32, 2, 0.26), at(0.84, 2, 0.24), at(0.2, 1, 0.2));
  const course = stage.has('river') && !open ? river(stage, horizon + unit * 0.03) : undefined;
  const crossing = stage.has('bridge') ? course?.crossing : undefined;
  const [first] = taken > 0 && !course ? spots : [];
  const trodden = first && !stage.has('desert', 'cat') ? track(stage, first) : undefined;
  const glades = spots.slice(0, taken).map(({ x, y, size: s }) => ({ x, y, half: s * 0.5 }));
  if (course && stage.has('waterfall')) {
    waterfall(stage, course.source);
    glades.push({ ...course.source, y: 0, half: unit * 0.13 });
  }
  if (crossing) glades.push({ ...crossing, half: crossing.half * 1.3 + unit * 0.1 });
  landThings(stage, folds, open, (x, y, reach) => {
    const before = glades.some(
      (glade) => y > glade.y && Math.abs(x - glade.x) < glade.half + reach,
    );
    const bank = Math.min(course?.bank(x, y) ?? unit, trodden?.(x, y) ?? unit);
    return !before && bank > reach * 0.35;
  });
  if (crossing) footbridge(stage, crossing);
  return spots;
}

const wantsLand = (stage: Stage): boolean =>
  stage.has(
    'meadow',
    'forest',
    'trees',
    'pine',
    'flowers',
    'hills',
    'village',
    'house',
    'castle',
    'church',
    'tent',
    'cat',
    'windmill',
    'lighthouse',
    'desert',
  );

function landThings(stage: Stage, folds: readonly Ridge[], shore: boolean, free: Free): void {
  const { unit } = stage;
  const last = folds.at(-1);
  if (!last) return;
  if (stage.has('desert', 'dunes')) {
    desertThings(stage, folds);
    return foreground(stage, free);
  }
  if (stage.has('village')) village(stage, folds[1] ?? last, 0.2, 0.85);
  const wooded = stage.has(
    'forest',
    'trees',
    'pine',
    'autumn',
    'spring',
    'hills',
    'meadow',
    'lake',
  );
  if (wooded && !stage.has('city'))
    woods(stage, shore ? [last] : stage.has('forest') ? folds : folds.slice(0, 3), free);
  if (!stage.has('winter')) tufts(stage, last, free);
  if (stage.has('flowers', 'spring')) {
    const from = stage.has('flowers') && !shore ? (folds[1] ?? last) : last;
    flowers(stage, from(stage.width / 2) + unit * (from === last ? -0.06 : 0.02), free);
  }
  if (!stage.has('city')) foreground(stage, free);
}
