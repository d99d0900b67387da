import { expect, test } from 'vitest';
import { checkCommand, checkCommands } from '../../../../playground/discord/rules/index.ts';
import { choices, command, option, paths } from '../../../support/discord-bodies.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => option({ name: `option-${n}` }));

test.for<[string, unknown]>([
  ['a plain command', command()],
  [
    'names and descriptions at their limit',
    command({ name: 'n'.repeat(32), description: 'd'.repeat(100) }),
  ],
  ['25 options', command({ options: many(25) })],
  ['25 choices', command({ options: [option({ choices: choices(25) })] })],
  ['the longest max_length', command({ options: [option({ max_length: 6000 })] })],
  ['permissions as a string', command({ default_member_permissions: '8' })],
  ['permissions as null', command({ default_member_permissions: null })],
  ['an age restriction', command({ nsfw: true })],
  ['contexts', command({ contexts: [0, 1, 2], integration_types: [0, 1] })],
])('accepts %s', ([, body]) => {
  expect(checkCommand(body)).toEqual([]);
});

test.for<[string, unknown, string]>([
  ['a name over 32', command({ name: 'n'.repeat(33) }), 'name'],
  ['a description over 100', command({ description: 'd'.repeat(101) }), 'description'],
  ['26 options', command({ options: many(26) }), 'options'],
  ['26 choices', command({ options: [option({ choices: choices(26) })] }), 'options[0].choices'],
  [
    'a choice of another type than the option',
    command({ options: [option({ choices: [{ name: 'One', value: 1 }] })] }),
    'options[0].choices[0].value',
  ],
  [
    'max_length over 6000',
    command({ options: [option({ max_length: 6001 })] }),
    'options[0].max_length',
  ],
  [
    'an option without description',
    command({ options: [option({ description: '' })] }),
    'options[0].description',
  ],
  ['an option of no known type', command({ options: [option({ type: 12 })] }), 'options[0].type'],
  ['a context that does not exist', command({ contexts: [3] }), 'contexts[0]'],
  [
    'permissions that are no number',
    command({ default_member_permissions: 'all' }),
    'default_member_permissions',
  ],
])('refuses %s by the schema', ([, body, path]) => {
  expect(checkCommand(body)).toEqual([expect.objectContaining({ path, source: 'spec' })]);
});

test.for<[string, unknown, string]>([
  ['at the top', command({ descripton: 'Paints' }), 'descripton'],
  ['in an option', command({ options: [option({ requred: true })] }), 'options[0].requred'],
  [
    'in a choice',
    command({ options: [option({ choices: [{ name: 'A', value: 'a', lable: 'A' }] })] }),
    'options[0].choices[0].lable',
  ],
])('finds a misspelt field %s', ([, body, path]) => {
  expect(checkCommand(body)).toEqual([{ path, message: 'Unknown field', source: 'rule' }]);
});

test('an age restriction is true or false', () => {
  expect(paths(checkCommand(command({ nsfw: 'yes' })))).toEqual(['nsfw']);
});

test('a list says which command is wrong', () => {
  expect(paths(checkCommands([command(), command({ name: 'Imagine' })]))).toEqual(['[1].name']);
});

test('a body that is no list is refused', () => {
  expect(paths(checkCommands(command()))).toEqual(['']);
});
