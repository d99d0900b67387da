import type { Logger } from 'pino';

/** Ends one part of the program. The signal aborts when unfinished work is to be cut. */
export type StopStep = (deadline: AbortSignal) => Promise<void> | void;

/** What may send a signal; `process` in earnest. */
export interface SignalSource {
  on: (signal: 'SIGTERM' | 'SIGINT', listener: () => void) => unknown;
}

/**
 * Collects the steps that end the program, in the order in which its parts were started, and runs
 * them backwards, once. A step that fails is logged and the next one runs.
 *
 * At `deadlineMs` every step's signal aborts: time to cut what is running. `graceMs` later the
 * program ends whatever is left. Their sum must stay below the supervisor's own limit (Docker
 * kills 10 s after SIGTERM unless told otherwise).
 *
 * @param options.exit called once with 0 when every step ended well, else with 1; a second signal
 *   calls it at once
 */
export function createShutdown(options: {
  logger: Pick<Logger, 'info' | 'error'>;
  deadlineMs: number;
  graceMs: number;
  exit: (code: number) => void;
}) {
  const { logger, deadlineMs, graceMs } = options;
  const steps: { name: string; stop: StopStep }[] = [];
  const deadline = new AbortController();
  let current = 'none';
  let stopping: Promise<void> | undefined;
  let ended = false;

  function exit(code: number): void {
    if (!ended) {
      ended = true;
      options.exit(code);
    }
  }

  async function runSteps(): Promise<boolean> {
    let clean = true;
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      current = step.name;
      try {
        // One after the other is the point: a part may need those started before it.
        await step.stop(deadline.signal);
      } catch (error) {
        clean = false;
        logger.error({ err: error, step: step.name }, 'a part did not stop well');
      }
    }
    return clean;
  }

  async function run(reason: string): Promise<void> {
    logger.info({ reason }, 'stopping');
    const cut = setTimeout(() => deadline.abort(), deadlineMs);
    const end = setTimeout(() => {
      logger.error({ step: current }, 'stopping took too long');
      exit(1);
    }, deadlineMs + graceMs);
    const clean = await runSteps();
    clearTimeout(cut);
    clearTimeout(end);
    logger.info({ clean }, 'stopped');
    exit(clean ? 0 : 1);
  }

  function stop(reason: string): Promise<void> {
    stopping ??= run(reason);
    return stopping;
  }

  return {
    /** Names a part that was just started and says how it ends. */
    onStop(name: string, step: StopStep): void {
      steps.push({ name, stop: step });
    },
    /** Runs the steps; asked again, it waits for the same run. */
    stop,
    /** Stops at the first SIGTERM or SIGINT and ends at once at the second. */
    listen(source: SignalSource): void {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        source.on(signal, () => {
          if (stopping === undefined) {
            void stop(signal);
          } else {
            logger.error({ signal, step: current }, 'told twice to stop');
            exit(1);
          }
        });
      }
    },
  };
}
