import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { digitsToNumber, notBoolean, without } from './adapt.ts';
import * as structure from './command-structure.ts';
import * as text from './command-text.ts';
import { departures } from './schema.ts';
import type { Command, Option } from './shapes.ts';
import { isObject } from './unknown-keys.ts';
import { at, broken, under, type Violation } from './violation.ts';

/** Documented, sent by the builders, and missing in the schema. */
const LEGAL_EXTRAS = ['nsfw'];

/** Everything Discord would refuse in the body of `PUT /applications/{id}/commands`. */
export function checkCommands(body: unknown): Violation[] {
  if (!Array.isArray(body)) return [broken('', 'Expected a list of commands')];
  const each = body.flatMap((command, index) => under(at('', index), checkCommand(command)));
  return each.length > 0 ? each : structure.listProblems(body as Command[]);
}

/** Everything Discord would refuse in one command. The hand-written rules are asked once the schema agrees. */
export function checkCommand(body: unknown): Violation[] {
  const found = [
    ...departures(ApplicationCommandUpdateRequestSchema, adapted(body)),
    ...notBoolean(body, LEGAL_EXTRAS),
  ];
  return found.length > 0 ? found : commandProblems(body as Command);
}

function adapted(body: unknown): unknown {
  if (!isObject(body)) return body;
  const permissions = digitsToNumber(body['default_member_permissions']);
  return { ...without(body, LEGAL_EXTRAS), default_member_permissions: permissions };
}

function commandProblems(command: Command): Violation[] {
  return [
    ...(structure.kindOf(command) === 1 ? text.nameProblems(command, '') : []),
    ...text.localeProblems(command, ''),
    ...text.sizeProblems(command, ''),
    ...structure.kindProblems(command, ''),
    ...optionsProblems(command.options ?? [], 'options'),
  ];
}

function optionsProblems(options: readonly Option[], path: string): Violation[] {
  return [
    ...structure.orderProblems(options, path),
    ...structure.mixtureProblems(options, path),
    ...structure.repeatedNames(options, path),
    ...options.flatMap((option, index) => optionProblems(option, at(path, index))),
  ];
}

function optionProblems(option: Option, path: string): Violation[] {
  const choices = option.choices ?? [];
  const choicesPath = at(path, 'choices');
  return [
    ...text.nameProblems(option, path),
    ...text.localeProblems(option, path),
    ...structure.autocompleteProblems(option, path),
    ...structure.repeatedNames(choices, choicesPath),
    ...choices.flatMap((choice, index) => [
      ...text.choiceProblems(choice, at(choicesPath, index)),
      ...text.localeProblems(choice, at(choicesPath, index)),
    ]),
    ...optionsProblems(option.options ?? [], at(path, 'options')),
  ];
}
