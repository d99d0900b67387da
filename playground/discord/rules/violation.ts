/** One thing Discord would refuse, or that a client could not rely on. */
export interface Violation {
  /** Where, as in `embeds[0].title` or `[2].options[0].name`; empty for the whole body. */
  readonly path: string;
  readonly message: string;
  /** `spec`: Discord's published OpenAPI schemas; `rule`: something its documentation says beyond them. */
  readonly source: 'spec' | 'rule';
}

/** What is said of a field that nobody reads. */
export const UNKNOWN_FIELD = 'Unknown field';

/** A violation of a rule written by hand. */
export function broken(path: string, message: string): Violation {
  return { path, message, source: 'rule' };
}

/** Appends a key or an index to a path: `('embeds', 0)` is `embeds[0]`, `('embeds[0]', 'title')` is `embeds[0].title`. */
export function at(path: string, ...steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((sofar, step) => {
    if (typeof step === 'number') return `${sofar}[${step}]`;
    return sofar === '' ? String(step) : `${sofar}.${String(step)}`;
  }, path);
}

/** Moves violations found in a part of a body to that part's place in the whole. */
export function under(prefix: string, violations: readonly Violation[]): Violation[] {
  return violations.map((violation) => ({ ...violation, path: joined(prefix, violation.path) }));
}

function joined(prefix: string, path: string): string {
  if (prefix === '' || path === '') return prefix + path;
  return path.startsWith('[') ? prefix + path : `${prefix}.${path}`;
}
