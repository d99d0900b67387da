import { expect, test } from 'vitest';
import { checkCallback } from '../../../../playground/discord/rules/index.ts';
import {
  choices,
  context,
  modal,
  paths,
  row,
  rows,
  textInput,
} from '../../../support/discord-bodies.ts';

function found(body: unknown) {
  return paths(checkCallback(body, context()));
}

test.for<[unknown, string[]]>([
  [{ type: 4, data: { content: 'text', tts: false, enforce_nonce: false } }, []],
  [{ type: 5 }, []],
  [{ type: 6 }, []],
  [{ type: 7, data: { content: 'text', tts: false, enforce_nonce: false } }, []],
  [{ type: 1 }, ['type']],
  [{ type: '4' }, ['type']],
  [{ type: 12 }, ['type']],
  [{}, ['type']],
  [null, ['type']],
  [{ type: 4, data: { content: 'c'.repeat(2001) } }, ['data.content']],
  [{ type: 4, data: { components: rows(6) } }, ['data.components']],
  [{ type: 7, data: { flags: 32_768 } }, ['data.flags']],
  [{ type: 4, data: { contents: 'text' } }, ['data.contents']],
  [{ type: 4, dat: {} }, ['dat']],
  [{ type: 4, data: { enforce_nonce: 'no' } }, ['data.enforce_nonce']],
])('%j', ([body, expected]) => {
  expect(found(body)).toEqual(expected);
});

test.for<[number, string[]]>([
  [0, []],
  [64, []],
  [4, ['data.flags']],
  [68, ['data.flags']],
  [32_768, ['data.flags']],
])('a deferral with flags %d', ([flags, expected]) => {
  expect(found({ type: 5, data: { flags } })).toEqual(expected);
});

const number = (value: unknown) => [{ name: 'One', value }];

test.for<[string, unknown, string[]]>([
  ['25 choices', choices(25), []],
  ['26 choices', choices(26), ['data.choices']],
  ['numbers', number(1.5), []],
  ['a value of 101 characters', number('v'.repeat(101)), ['data.choices[0].value']],
  ['a name of 101 characters', [{ name: 'n'.repeat(101), value: 'v' }], ['data.choices[0].name']],
  ['a value that is neither text nor number', number(true), ['data.choices[0].value']],
  [
    'an unknown locale',
    [{ name: 'One', value: 'v', name_localizations: { xx: 'Eins' } }],
    ['data.choices[0].name_localizations.xx'],
  ],
])('autocomplete: %s', ([, list, expected]) => {
  expect(found({ type: 8, data: { choices: list } })).toEqual(expected);
});

const inputs = (count: number) =>
  Array.from({ length: count }, (_, n) => textInput({ custom_id: `input-${n}` }));
const label = (component: unknown) => ({ type: 18, label: 'Prompt', component });
const bare = textInput({ label: undefined });

test.for<[string, object, string[]]>([
  ['a row', {}, []],
  ['a title of 45', { title: 't'.repeat(45) }, []],
  ['a title of 46', { title: 't'.repeat(46) }, ['data.title']],
  ['a custom_id of 101', { custom_id: 'i'.repeat(101) }, ['data.custom_id']],
  ['5 rows', { components: inputs(5).map((input) => row(input)) }, []],
  ['6 rows', { components: inputs(6).map((input) => row(input)) }, ['data.components']],
  ['no row', { components: [] }, ['data.components']],
  ['2 inputs in a row', { components: [row(...inputs(2))] }, ['data.components[0].components']],
  [
    'an input without label',
    { components: [row(bare)] },
    ['data.components[0].components[0].label'],
  ],
  ['an input in a label', { components: [label(bare)] }, []],
  [
    'one custom_id for two inputs',
    { components: [row(textInput()), label(bare)] },
    ['data.components[1].component.custom_id'],
  ],
])('modal: %s', ([, fields, expected]) => {
  expect(found(modal({ ...fields }))).toEqual(expected);
});
