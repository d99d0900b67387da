import { type Problem, problemLine } from '../../credits/verify-problem.ts';
import { type Verified, verifyBooks } from '../../credits/verify.ts';
import type { Store } from '../../storage/store.ts';
import { counted, done, grouped, type Outcome, refused } from './command.ts';
import { OTHER_KINDS } from './kinds.ts';
import { look } from './look.ts';

/** How many problems are told one by one. */
const TOLD = 100;

/** What is known of the books after every row was looked at. */
interface Verdict extends Verified {
  /** The first hundred. */
  readonly told: readonly Problem[];
}

/** Looks at every row of an open database that nobody writes to meanwhile. */
export async function verdictOn(store: Store): Promise<Verdict> {
  const told: Problem[] = [];
  const verified = await verifyBooks(
    (...range) => store.scan(...range),
    OTHER_KINDS,
    (problem) => {
      if (told.length < TOLD) told.push(problem);
    },
  );
  return { ...verified, told };
}

/** The problems, one a line, and how many more there are. */
export function problemLines({ told, problems }: Verdict): string {
  const more = problems - told.length;
  const rest = more > 0 ? [`and ${grouped(more)} more`] : [];
  return [...told.map(problemLine), ...rest].join('\n');
}

/** Whether every document can be read and every sum is right. */
export async function verify(path: string, json: boolean): Promise<Outcome> {
  const verdict = await look(path, verdictOn);
  const { rows, months, problems, told } = verdict;
  const answer = problems === 0 ? done : refused;
  if (json) return answer(JSON.stringify({ rows, months, problems, told }, null, 2));
  const seen = `${counted(rows, 'row')}, ${counted(months, 'server-month')}`;
  if (problems === 0) return done(`The books are right: ${seen}.`);
  return refused(
    `${problemLines(verdict)}\nThe books are wrong in ${counted(problems, 'place')} (${seen}). Nothing is changed. A server whose documents are wrong is refused, the others go on.`,
  );
}
