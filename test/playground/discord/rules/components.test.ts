import { expect, test } from 'vitest';
import { checkMessage } from '../../../../playground/discord/rules/index.ts';
import { button, context, menu, paths, row, rows } from '../../../support/discord-bodies.ts';

function found(components: unknown[]) {
  return paths(checkMessage('edit', { components }, context()));
}

test.for<[number, string[]]>([
  [5, []],
  [6, ['components']],
])('%d rows', ([count, expected]) => {
  expect(found(rows(count))).toEqual(expected);
});

test.for<[string, unknown]>([
  ['a text display', { type: 10, content: 'text' }],
  ['a separator', { type: 14 }],
  ['a container', { type: 17, components: [{ type: 10, content: 'text' }] }],
])('%s is of Components V2', ([, component]) => {
  expect(found([...rows(1), component])).toEqual(['components[1].type']);
});

test.for<[string, unknown[], string[]]>([
  ['in one row', [row(button(), button({ custom_id: 'other' }))], []],
  ['twice in one row', [row(button(), button())], ['components[0].components[1].custom_id']],
  [
    'twice in two rows',
    [row(button()), row(menu({ custom_id: 'again' }))],
    ['components[1].components[0].custom_id'],
  ],
])('a custom_id %s', ([, components, expected]) => {
  expect(found(components)).toEqual(expected);
});

const link = { style: 5, custom_id: undefined, url: 'https://example.org/' };
const premium = { style: 6, custom_id: undefined, label: undefined, sku_id: '1234567890' };

test.for<[string, object, string[]]>([
  ['a button with custom_id', {}, []],
  ['a button without', { custom_id: undefined }, ['custom_id']],
  ['a button with url', { url: 'https://example.org/' }, ['url']],
  ['a link with url', link, []],
  ['a link without url', { ...link, url: undefined }, ['url']],
  ['a link with custom_id', { ...link, custom_id: 'again' }, ['custom_id']],
  ['a premium button with sku_id', premium, []],
  ['a premium button without', { ...premium, sku_id: null }, ['sku_id']],
])('%s', ([, fields, expected]) => {
  expect(found([row(button({ ...fields }))])).toEqual(
    expected.map((key) => `components[0].components[0].${key}`),
  );
});

test.for<[string, unknown[], string[]]>([
  ['a menu alone', [row(menu())], []],
  ['a menu and a button', [row(menu(), button())], ['components[0].components']],
  ['a menu without options', [row(menu({ options: [] }))], ['components[0].components[0].options']],
])('%s', ([, components, expected]) => {
  expect(found(components)).toEqual(expected);
});

const preset = (type: string, ...ids: number[]) => ids.map((id) => ({ id: String(id), type }));
const roleMenu = (more: object) => ({ type: 6, custom_id: 'which', ...more });

test.for<[string, object, string[]]>([
  ['no default value', roleMenu({ default_values: [] }), []],
  [
    'as many default values as can be chosen',
    roleMenu({ max_values: 2, default_values: preset('role', 1, 2) }),
    [],
  ],
  ['more of them', roleMenu({ default_values: preset('role', 1, 2) }), ['default_values']],
  [
    'fewer than must be chosen',
    roleMenu({ min_values: 2, max_values: 3, default_values: preset('role', 1) }),
    ['default_values'],
  ],
  [
    'one of them twice',
    roleMenu({ max_values: 2, default_values: preset('role', 1, 1) }),
    ['default_values'],
  ],
  [
    'one of another sort',
    roleMenu({ default_values: preset('channel', 1) }),
    ['default_values[0].type'],
  ],
  [
    'a user in a menu of channels',
    { type: 8, custom_id: 'where', default_values: preset('user', 1) },
    ['default_values[0].type'],
  ],
  ['26 to be chosen', roleMenu({ max_values: 26 }), ['max_values']],
  ['more than at most', roleMenu({ min_values: 3, max_values: 2 }), ['min_values']],
  ['more than there are', menu({ max_values: 9 }), ['max_values']],
  [
    'an option twice',
    menu({ options: ['a', 'a'].map((value) => ({ label: value, value })) }),
    ['options'],
  ],
  [
    'more defaults than can be chosen',
    menu({ options: ['a', 'b'].map((value) => ({ label: value, value, default: true })) }),
    ['options'],
  ],
])('a menu with %s', ([, component, expected]) => {
  expect(found([row(component)])).toEqual(
    expected.map((key) => `components[0].components[0].${key}`),
  );
});
