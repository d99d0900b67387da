import type { Command, Option } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

const SUBCOMMAND_GROUP = 2;

/** Kinds of command, how many of each an application may have globally, and their names in Discord's docs. */
const KINDS = [
  { type: 1, name: 'CHAT_INPUT', most: 100 },
  { type: 2, name: 'USER', most: 15 },
  { type: 3, name: 'MESSAGE', most: 15 },
] as const;

/** The kind of a command; a command without one is a CHAT_INPUT command. */
export function kindOf(command: Command): number {
  return command.type ?? 1;
}

/** CHAT_INPUT commands have a description; USER and MESSAGE commands have neither description nor options. */
export function kindProblems(command: Command, path: string): Violation[] {
  const described = (command.description ?? '') !== '';
  if (kindOf(command) === 1) {
    return described ? [] : [broken(at(path, 'description'), 'This field is required')];
  }
  if (kindOf(command) > 3) return [];
  return [
    ...(described ? [broken(at(path, 'description'), 'Only CHAT_INPUT commands have one')] : []),
    ...((command.options ?? []).length > 0
      ? [broken(at(path, 'options'), 'Only CHAT_INPUT commands have options')]
      : []),
  ];
}

/** Required options come before optional ones. */
export function orderProblems(options: readonly Option[], path: string): Violation[] {
  const firstOptional = options.findIndex((option) => option.required !== true);
  if (firstOptional < 0) return [];
  return options.flatMap((option, index) =>
    index > firstOptional && option.required === true
      ? [broken(at(path, index), 'Required options must come before optional ones')]
      : [],
  );
}

/** `autocomplete` and `choices` exclude each other. */
export function autocompleteProblems(option: Option, path: string): Violation[] {
  return option.autocomplete === true && (option.choices ?? []).length > 0
    ? [broken(at(path, 'autocomplete'), 'Excludes choices')]
    : [];
}

/** Subcommands and groups stand only beside one another, never beside options that hold a value. */
export function mixtureProblems(options: readonly Option[], path: string): Violation[] {
  const nested = options.filter((option) => option.type <= SUBCOMMAND_GROUP).length;
  return nested > 0 && nested < options.length
    ? [broken(path, 'Subcommands cannot stand beside other options')]
    : [];
}

/** Names are unique among the options or the choices of one list. */
export function repeatedNames(named: readonly { name: string }[], path: string): Violation[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, index) => {
    const repeated = seen.has(name);
    seen.add(name);
    return repeated ? [broken(at(path, index, 'name'), 'Already used in this list')] : [];
  });
}

/** Names are unique among the commands of one kind, and each kind has its limit. */
export function listProblems(commands: readonly Command[]): Violation[] {
  return KINDS.flatMap(({ type, name, most }) => {
    const own = commands.filter((command) => kindOf(command) === type);
    const repeated = own.filter(
      (command) => own.find((other) => other.name === command.name) !== command,
    );
    return [
      ...(own.length > most ? [broken('', `At most ${most} ${name} commands`)] : []),
      ...repeated.map((command) =>
        broken(at('', commands.indexOf(command), 'name'), `Another ${name} command has it`),
      ),
    ];
  });
}
