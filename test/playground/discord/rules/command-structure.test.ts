import { expect, test } from 'vitest';
import { checkCommand, checkCommands } from '../../../../playground/discord/rules/index.ts';
import { choices, command, option, paths } from '../../../support/discord-bodies.ts';

const required = option({ name: 'style', required: true });
const subcommand = (options: unknown[]) => ({
  type: 1,
  name: 'make',
  description: 'Makes',
  options,
});

test.for<[string, unknown, string[]]>([
  ['required first', command({ options: [required, option()] }), []],
  ['optional first', command({ options: [option(), required] }), ['options[1]']],
  [
    'optional first below a subcommand',
    command({ options: [subcommand([option(), required])] }),
    ['options[0].options[1]'],
  ],
])('order of options: %s', ([, body, expected]) => {
  expect(paths(checkCommand(body))).toEqual(expected);
});

test.for<[string, unknown, string[]]>([
  ['a slash command with one', command(), []],
  ['a slash command without', command({ description: '' }), ['description']],
  ['a slash command with null', command({ description: null }), ['description']],
  ['a USER command without', { name: 'Paint', type: 2 }, []],
  ['a USER command with one', command({ type: 2 }), ['description']],
  ['a MESSAGE command with options', { name: 'Paint', type: 3, options: [option()] }, ['options']],
])('description: %s', ([, body, expected]) => {
  expect(paths(checkCommand(body))).toEqual(expected);
});

test.for<[string, object, string[]]>([
  ['autocomplete alone', { autocomplete: true }, []],
  ['autocomplete with an empty list', { autocomplete: true, choices: [] }, []],
  ['choices alone', { choices: choices(1) }, []],
  ['both', { autocomplete: true, choices: choices(1) }, ['options[0].autocomplete']],
])('%s', ([, fields, expected]) => {
  expect(paths(checkCommand(command({ options: [option({ ...fields })] })))).toEqual(expected);
});

test.for<[string, unknown[], string[]]>([
  ['subcommands alone', [subcommand([])], []],
  ['a subcommand beside a value', [subcommand([]), option()], ['options']],
  ['options of different names', [option(), option({ name: 'style' })], []],
  ['options of one name', [option(), option()], ['options[1].name']],
])('options: %s', ([, options, expected]) => {
  expect(paths(checkCommand(command({ options })))).toEqual(expected);
});

test('choices of one option have different names', () => {
  const [first] = choices(1);
  const body = command({ options: [option({ choices: [first, { ...first, value: 'other' }] })] });
  expect(paths(checkCommand(body))).toEqual(['options[0].choices[1].name']);
});

const commands = (count: number) =>
  Array.from({ length: count }, (_, n) => command({ name: `c${n}` }));
const menus = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `Menu ${n}`, type: 3 }));

test.for<[string, unknown[], string[]]>([
  ['100 slash commands and 15 menus', [...commands(100), ...menus(15)], []],
  ['101 slash commands', commands(101), ['']],
  ['16 menus', menus(16), ['']],
  ['one name for two kinds', [command(), { name: 'imagine', type: 3 }], []],
  ['one name for two commands', [command(), command()], ['[1].name']],
])('list: %s', ([, body, expected]) => {
  expect(paths(checkCommands(body))).toEqual(expected);
});
