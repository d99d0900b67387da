import type { Component } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

/** What may be chosen beforehand in each kind of menu of people, roles or channels. */
const PRESETS: ReadonlyMap<number, readonly string[]> = new Map([
  [5, ['user']],
  [6, ['role']],
  [7, ['user', 'role']],
  [8, ['channel']],
]);

const STRING_SELECT = 3;

/** What Discord's docs ask of a select menu, in a message or in a modal, besides its schema. */
export function menuProblems(menu: Component, path: string): Violation[] {
  const sorts = PRESETS.get(menu.type);
  if (sorts === undefined && menu.type !== STRING_SELECT) return [];
  const min = menu.min_values ?? 1;
  const max = menu.max_values ?? 1;
  return [
    ...(min > max ? [broken(at(path, 'min_values'), 'Must be at most max_values')] : []),
    ...(sorts === undefined ? optionProblems(menu, max, path) : []),
    ...(sorts === undefined ? [] : presetProblems(menu, { sorts, min, max }, path)),
  ];
}

/** The values of a menu differ, no more can be chosen than there are, nor are more chosen beforehand. */
function optionProblems(
  { options, max_values }: Component,
  max: number,
  path: string,
): Violation[] {
  const list = options ?? [];
  const values = new Set(list.map(({ value }) => value));
  const chosen = list.filter((option) => option.default === true).length;
  return [
    ...(values.size < list.length
      ? [broken(at(path, 'options'), 'The specified option value is already used')]
      : []),
    ...((max_values ?? 0) > list.length
      ? [broken(at(path, 'max_values'), `Must be at most ${list.length}, the number of options`)]
      : []),
    ...(chosen > max ? [broken(at(path, 'options'), 'More defaults than max_values')] : []),
  ];
}

/** "Number of default values must be in the range defined by min_values and max_values" (Discord's docs). */
function presetProblems(
  { default_values }: Component,
  { sorts, min, max }: { sorts: readonly string[]; min: number; max: number },
  path: string,
): Violation[] {
  const presets = default_values ?? [];
  if (presets.length === 0) return [];
  const where = at(path, 'default_values');
  const ids = new Set(presets.map(({ id }) => id));
  return [
    ...(presets.length < min || presets.length > max
      ? [broken(where, `Must be between ${min} and ${max} in number`)]
      : []),
    ...(ids.size < presets.length ? [broken(where, 'A default value cannot be repeated')] : []),
    ...presets.flatMap(({ type }, index) =>
      sorts.includes(type)
        ? []
        : [broken(at(where, index, 'type'), `Must be one of ${sorts.join(', ')}`)],
    ),
  ];
}
