import { codePoints, MAX_PROMPT } from '../image-api/contract.ts';

const BETWEEN = ', ';

/**
 * What is sent to the service as not to be in a picture: what the server enforces, always whole, and
 * what the member excludes, as far as both fit into the service's bound of 10,000 code points.
 */
export function excluded(
  own: string | undefined,
  enforced: string | undefined,
): string | undefined {
  if (enforced === undefined || own === undefined || own === enforced) return enforced ?? own;
  const room = MAX_PROMPT - codePoints(enforced) - codePoints(BETWEEN);
  const kept = Array.from(own).slice(0, Math.max(0, room)).join('').trimEnd();
  return kept === '' ? enforced : `${enforced}${BETWEEN}${kept}`;
}
