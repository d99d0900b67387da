import type { History } from './history.ts';

const LAST_STEPS = 25;

/** What is said of a history that went wrong: the rule, the way to replay it, and its last steps. */
export const describeFailure = ({ seed, problem, trace }: History): string =>
  [
    `seed ${seed}: ${problem}`,
    `  the last of ${trace.length} steps (all: SIM_SEED=${seed} npx vitest run test/simulation/clean.test.ts):`,
    ...trace.slice(-LAST_STEPS).map((step) => `  ${step}`),
  ].join('\n');
