import type { z } from 'zod';
import { at, UNKNOWN_FIELD, type Violation } from './violation.ts';

type Issue = z.core.$ZodIssue;

/**
 * Flattens zod's issues into violations. Where a value fits no variant of a union, only the variant it was
 * meant to be is reported: the one whose `type` agrees, and among several the one with the fewest issues.
 */
export function violationsOf(
  issues: readonly Issue[],
  source: Violation['source'],
  base = '',
): Violation[] {
  return issues.flatMap((issue) => {
    const path = at(base, ...issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: at(path, key), message: UNKNOWN_FIELD, source }));
    }
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
      return [{ path, message: issue.message, source }];
    }
    const candidates = issue.errors.filter((branch) => !branch.some(isTypeMismatch));
    const meant = candidates.toSorted(byLikelihood)[0];
    if (meant !== undefined) return violationsOf(meant, source, path);
    return [{ path: at(path, 'type'), message: 'No variant of this type belongs here', source }];
  });
}

function isTypeMismatch(issue: Issue): boolean {
  return issue.path.length === 1 && issue.path[0] === 'type';
}

function byLikelihood(a: readonly Issue[], b: readonly Issue[]): number {
  return Number(a.some(isWhole)) - Number(b.some(isWhole)) || a.length - b.length;
}

function isWhole(issue: Issue): boolean {
  return issue.path.length === 0;
}
