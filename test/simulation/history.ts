import { SOUND } from './bugs.ts';
import type { Happening } from './happenings.ts';
import { planHistory } from './plan.ts';
import { createWorld, type Staging } from './world.ts';

/** How a history ended. */
export interface History {
  readonly seed: number;
  /** What went wrong first; undefined where everything was right. */
  readonly problem: string | undefined;
  /** Every step, with its simulated time in milliseconds. */
  readonly trace: readonly string[];
  /** How often the bot was started. */
  readonly runs: number;
}

type World = ReturnType<typeof createWorld>;

/** What goes on when the faults end must be over by then. */
const REST_MS = 4 * 3_600_000;

/** A bot that was killed is soon started again; now and then it is not. */
const RESTART_MS = { soon: 5_000, late: 20 * 60_000 };

/** How often the operator has a member forgotten before the bot is started again. */
const FORGETS = 0.05;

/**
 * Lets everything go on that can go on before simulated time moves: Node runs a tick that was asked
 * for in a microtask when no further microtask is left.
 */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Gives the thread back for a moment, which the histories themselves never do. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Plays the history of a seed and judges it: the same seed, the same history. */
export async function playHistory(seed: number, staging: Partial<Staging> = {}): Promise<History> {
  const plan = planHistory(seed, staging.bug?.isSlow);
  const world = createWorld(seed, plan, { bug: SOUND, talkative: false, ...staging });
  const { agenda, dice } = world;

  for (const happening of plan.happenings) {
    agenda.add(happening.inMs, () => meet(happening, world));
  }
  agenda.add(plan.endsInMs, () => {
    world.clearUp();
    world.kill();
    world.start();
  });

  function startAgain(): void {
    world.kill();
    agenda.add(dice.between(100, dice.chance(0.9) ? RESTART_MS.soon : RESTART_MS.late), () => {
      if (world.isClear) return;
      if (dice.chance(FORGETS)) world.forget();
      else world.start();
    });
  }

  await breathe();
  world.start();
  await settled();
  while (world.problem === undefined && !(world.isClear && world.isAtRest)) {
    const { bot } = world;
    if (bot !== undefined && (!bot.run.alive || dice.chance(world.kills))) startAgain();
    agenda.step();
    await settled();
    if (agenda.now > plan.start + plan.endsInMs + REST_MS) {
      world.wrong('X2 it does not come to rest');
    }
  }
  if (world.problem === undefined) world.judge();
  const { problem, runs } = world;
  const trace = [...world.trace];
  world.dispose();
  return { seed, problem, trace, runs };
}

function meet(happening: Happening, world: World): void {
  switch (happening.kind) {
    case 'asks':
      return world.ask(happening.asked);
    case 'clicks':
      return world.click(happening.serial);
    case 'deletes-message':
      return world.deleteMessage(happening.interactionId);
    case 'clock-jumps':
      return world.setClock(happening.offsetMs);
    case 'cancels':
      return world.callOff();
    case 'decides':
      return world.decide(happening.serial);
    case 'withdraws':
      return world.withdraw(happening.serial);
    case 'deletes-review':
      return world.deleteReview();
    case 'shuts-review':
      return world.shutReview();
    case 'stops-bot':
      world.note('the bot is asked to stop');
      return world.bot?.stop();
  }
}
