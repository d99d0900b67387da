import { at, broken, UNKNOWN_FIELD, type Violation } from './violation.ts';

/**
 * Keys of `input` that `output` lacks, at any depth. The schemas drop what they do not know in silence, so
 * comparing what went in with what came out is how a misspelt field is found.
 */
export function unknownKeys(input: unknown, output: unknown, path = ''): Violation[] {
  if (Array.isArray(input) && Array.isArray(output)) {
    return input.flatMap((item, index) => unknownKeys(item, output[index], at(path, index)));
  }
  if (!isObject(input) || !isObject(output)) return [];
  return Object.entries(input).flatMap(([key, value]) =>
    Object.hasOwn(output, key)
      ? unknownKeys(value, output[key], at(path, key))
      : [broken(at(path, key), UNKNOWN_FIELD)],
  );
}

/** Whether a value of a JSON document is an object, not an array and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
