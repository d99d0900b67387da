import type { Random } from '../../server/engine/paint/random.ts';
import { CALLBACK, EDIT, type FaultDetails, LOOK } from './bot-routes.ts';
import type { Stage } from './stage.ts';

const routes = [CALLBACK, EDIT, EDIT, LOOK] as const;

/** An answer that is lost, comes late, or is Discord's own failure. */
const trouble = (random: Random): FaultDetails =>
  random.pick<FaultDetails>([
    { drop: 'after' },
    { drop: 'before' },
    { status: 503 },
    { status: 503, handled: true },
    { delayMs: random.int(50, 600), handled: true },
    { delayMs: random.int(50, 600) },
  ]);

/** Lets up to three of the next requests to Discord go wrong. */
export function stirTrouble({ discord }: Stage, random: Random): void {
  discord.faults.clear();
  for (let count = random.int(0, 3); count > 0; count -= 1) {
    discord.faults.add({ route: random.pick(routes), ...trouble(random), times: 1 });
  }
}
