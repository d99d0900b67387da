import { forgetMember } from '../../src/credits/forget.ts';
import { StoreError } from '../../src/storage/store.ts';
import type { Bot, House } from './bot.ts';
import type { Run } from './run.ts';
import { createSimulatedStore } from './store.ts';

/** The operator's tool that forgets a member, run while no bot runs; it may be killed like a bot. */
export function startForgetting(
  run: Run,
  userId: string,
  { disk, dice, bug, weather, note, wrong }: House,
): Bot {
  const store = createSimulatedStore(run, disk, dice, () => weather().store, bug.defects);
  let idle = false;
  forgetMember(store, userId)
    .then(({ kind }) => note(`${run.boot} forgets ${userId}: ${kind}`))
    .catch((error: unknown) => {
      if (!(error instanceof StoreError)) wrong(`X1 forgetting broke down: ${String(error)}`);
    })
    .finally(() => {
      idle = true;
      run.kill();
    });
  return {
    run,
    ask() {},
    click() {},
    callOff() {},
    decide() {},
    stop() {},
    get idle() {
      return idle;
    },
  };
}
