import type { Choice, Command, Described, Option } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const MAX_CHOICE_VALUE = 100;
const MAX_COMMAND_TEXT = 8000;

/** The locales of Discord's reference; its schemas take any string. */
const LOCALES: ReadonlySet<string> = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi ' +
    'th zh-CN ja zh-TW ko'
  ).split(' '),
);

/** Names of slash commands and of options: Discord's pattern, and lower case wherever there is one. */
export function nameProblems(described: Described, path: string): Violation[] {
  const names: [string, string][] = [
    [at(path, 'name'), described.name],
    ...Object.entries(described.name_localizations ?? {}).map(
      ([locale, name]): [string, string] => [at(path, 'name_localizations', locale), name],
    ),
  ];
  return names
    .filter(([, name]) => !NAME.test(name) || name !== name.toLowerCase())
    .map(([where]) => broken(where, "Must be 1 to 32 lower-case letters, digits, -, _ or '"));
}

/** Localisations may be given for the documented locales only. */
export function localeProblems(described: Described | Choice, path: string): Violation[] {
  const maps = ['name_localizations', 'description_localizations'] as const;
  return maps.flatMap((key) =>
    Object.keys((described as Described)[key] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => broken(at(path, key, locale), 'Not a locale of Discord')),
  );
}

/** A choice's string value has at most 100 characters by Discord's docs; the schema allows 6000. */
export function choiceProblems(choice: Choice, path: string): Violation[] {
  return typeof choice.value === 'string' && choice.value.length > MAX_CHOICE_VALUE
    ? [broken(at(path, 'value'), `Must be at most ${MAX_CHOICE_VALUE} characters`)]
    : [];
}

/** Names, descriptions and values of a command have at most 8000 characters, counting the longest translation of each. */
export function sizeProblems(command: Command, path: string): Violation[] {
  const size = textLength(command);
  return size > MAX_COMMAND_TEXT
    ? [broken(path, `Has ${size} characters of text, at most ${MAX_COMMAND_TEXT} are allowed`)]
    : [];
}

function textLength(described: Described & Pick<Option, 'choices'>): number {
  const choices = described.choices ?? [];
  return (
    longest(described.name, described.name_localizations) +
    longest(described.description ?? '', described.description_localizations) +
    sum(choices.map((c) => longest(c.name, c.name_localizations) + String(c.value).length)) +
    sum((described.options ?? []).map(textLength))
  );
}

function longest(text: string, translations: Choice['name_localizations']): number {
  return Math.max(text.length, ...Object.values(translations ?? {}).map((t) => t.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
