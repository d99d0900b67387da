import { expect, test } from 'vitest';
import { checkGatewayEvent } from '../../../../playground/discord/rules/index.ts';
import { paths } from '../../../support/discord-bodies.ts';
import { interaction, message, user } from '../../../support/discord-events.ts';

function found(type: number, data: object) {
  const shown = type === 3 ? { message: message() } : {};
  return paths(checkGatewayEvent('INTERACTION_CREATE', interaction({ type, data, ...shown })));
}

const command = { id: '700000000000000001', name: 'imagine', type: 1 };
const withOptions = (...options: object[]) => ({ ...command, options });
const prompt = { name: 'prompt', type: 3, value: 'a fox' };

test.for<[string, object, string[]]>([
  ['text', prompt, []],
  ['a number for text', { ...prompt, value: 1 }, ['data.options[0].value']],
  ['a whole number', { name: 'count', type: 4, value: 2 }, []],
  [
    'a fraction for a whole number',
    { name: 'count', type: 4, value: 2.5 },
    ['data.options[0].value'],
  ],
  ['a truth value', { name: 'private', type: 5, value: true }, []],
  [
    'text for a truth value',
    { name: 'private', type: 5, value: 'true' },
    ['data.options[0].value'],
  ],
  ['an id', { name: 'who', type: 6, value: '100000000000000001' }, []],
  ['a numeric id', { name: 'who', type: 6, value: 1 }, ['data.options[0].value']],
  ['a fraction', { name: 'scale', type: 10, value: 2.5 }, []],
  ['no type', { name: 'prompt', value: 'a fox' }, ['data.options[0].type']],
  ['a subcommand', { name: 'make', type: 1, options: [prompt] }, []],
  [
    'a group',
    { name: 'art', type: 2, options: [{ name: 'make', type: 1, options: [prompt] }] },
    [],
  ],
  [
    'a group of values',
    { name: 'art', type: 2, options: [prompt] },
    ['data.options[0].options[0].type', 'data.options[0].options[0].value'],
  ],
])('an option with %s', ([, option, expected]) => {
  expect(found(2, withOptions(option))).toEqual(expected);
});

const member = { roles: [], joined_at: null, flags: 0, permissions: '0' };

test.for<[string, object, string[]]>([
  ['a user and member', { users: { '1': user() }, members: { '1': member } }, []],
  [
    'a member with its user',
    { members: { '1': { ...member, user: user() } } },
    ['data.resolved.members.1.user'],
  ],
  ['a channel without type', { channels: { '1': { id: '1' } } }, ['data.resolved.channels.1.type']],
  [
    'an attachment without size',
    { attachments: { '1': { id: '1', filename: 'a', url: 'http://a/', proxy_url: 'http://a/' } } },
    ['data.resolved.attachments.1.size'],
  ],
])('resolved: %s', ([, resolved, expected]) => {
  expect(found(2, { ...command, resolved })).toEqual(expected);
});

const typing = { ...prompt, focused: true };

test.for<[string, object, string[]]>([
  ['one option typed', withOptions(typing), []],
  ['an unfinished number', withOptions({ name: 'count', type: 4, value: '-', focused: true }), []],
  ['one typed below a subcommand', withOptions({ name: 'make', type: 1, options: [typing] }), []],
  ['none typed', withOptions(prompt), ['data.options']],
  ['two typed', withOptions(typing, { ...typing, name: 'style' }), ['data.options']],
])('autocomplete with %s', ([, data, expected]) => {
  expect(found(4, data)).toEqual(expected);
});

test.for<[string, object, string[]]>([
  ['a button', { component_type: 2 }, []],
  ['a button with values', { component_type: 2, values: [] }, ['data.values']],
  ['a menu', { component_type: 3, values: ['1'] }, []],
  ['a menu without values', { component_type: 3 }, ['data.values']],
  ['a text input', { component_type: 4 }, ['data.component_type']],
])('a component: %s', ([, data, expected]) => {
  expect(found(3, { custom_id: 'again', ...data })).toEqual(expected);
});

const input = { type: 4, id: 2, custom_id: 'prompt', value: 'a fox' };

test.for<[string, object, string[]]>([
  ['a row', { type: 1, id: 1, components: [input] }, []],
  ['a label', { type: 18, id: 1, component: input }, []],
  ['a menu in a label', { type: 18, component: { type: 3, custom_id: 'style', values: [] } }, []],
  [
    'an input without value',
    { type: 18, component: { ...input, value: undefined } },
    ['data.components[0].component.value'],
  ],
  ['an unknown component', { type: 17 }, ['data.components[0].type']],
])('a modal: %s', ([, component, expected]) => {
  expect(found(5, { custom_id: 'edit', components: [component] })).toEqual(expected);
});
