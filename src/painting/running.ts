import type { Painting } from './progress.ts';

/** What came of calling pictures off. */
type CalledOff =
  | 'called-off'
  /** Everything is made already and on its way. */
  | 'too-late'
  /** Nothing is being made for this interaction. */
  | 'not-running';

/** Pictures that are being made, so that they can be called off by their interaction. */
export interface Running {
  add(interactionId: string, job: { readonly userId: string; readonly painting: Painting }): void;
  remove(interactionId: string): void;
  /** Who asked; undefined where nothing is being made. */
  askerOf(interactionId: string): string | undefined;
  /** Ends what waits and what runs, at the wish of a member. Said again, it changes nothing. */
  callOff(interactionId: string, by: string): CalledOff;
}

/** The pictures that this run of the bot is making. */
export function createRunning(): Running {
  const jobs = new Map<string, { readonly userId: string; readonly painting: Painting }>();
  const calledOff = new Set<string>();
  return {
    add: (interactionId, job) => void jobs.set(interactionId, job),
    remove(interactionId) {
      jobs.delete(interactionId);
      calledOff.delete(interactionId);
    },
    askerOf: (interactionId) => jobs.get(interactionId)?.userId,
    callOff(interactionId, by) {
      const painting = jobs.get(interactionId)?.painting;
      if (painting === undefined) return 'not-running';
      if (calledOff.has(interactionId)) return 'called-off';
      if (painting.look().isOver) return 'too-late';
      calledOff.add(interactionId);
      painting.stop({ reason: 'called-off', by });
      return 'called-off';
    },
  };
}
