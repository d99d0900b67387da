import { expect, test } from 'vitest';
import { checkGatewayEvent } from '../../../../playground/discord/rules/index.ts';
import { paths } from '../../../support/discord-bodies.ts';
import {
  directInteraction,
  interaction,
  message,
  ready,
  user,
} from '../../../support/discord-events.ts';

test.for<[string, object, string[]]>([
  ['as documented', {}, []],
  ['without shard', { shard: undefined }, []],
  ['without guilds', { guilds: [] }, []],
  ['of another version', { v: 9 }, ['v']],
  [
    'with a guild that is there',
    { guilds: [{ id: '1', unavailable: false }] },
    ['guilds[0].unavailable'],
  ],
  [
    'with an address that is no socket',
    { resume_gateway_url: 'http://127.0.0.1' },
    ['resume_gateway_url'],
  ],
  ['with a shard that does not exist', { shard: [2, 2] }, ['shard']],
  ['with a numeric id', { application: { id: 1, flags: 0 } }, ['application.id']],
  ['with a misspelt field', { sesion_type: 'normal' }, ['sesion_type']],
])('READY %s', ([, fields, expected]) => {
  expect(paths(checkGatewayEvent('READY', ready({ ...fields })))).toEqual(expected);
});

test.for<[string, unknown, string[]]>([
  ['in a guild', interaction(), []],
  ['in a direct message', directInteraction(), []],
  ['without guild locale', interaction({ guild_locale: undefined }), ['guild_locale']],
  ['with user and member', interaction({ user: user() }), ['user']],
  ['without member', interaction({ member: undefined }), ['member']],
  [
    'with a member in a direct message',
    directInteraction({ member: interaction().member }),
    ['member'],
  ],
  ['with the context of another place', interaction({ context: 1 }), ['context']],
  ['in another guild', interaction({ guild_id: '1' }), ['guild']],
  ['in another channel', interaction({ channel_id: '1' }), ['channel']],
  ['without entitlements', interaction({ entitlements: undefined }), ['entitlements']],
  ['with permissions as a number', interaction({ app_permissions: 8 }), ['app_permissions']],
  ['without a size limit', interaction({ attachment_size_limit: 0 }), ['attachment_size_limit']],
  [
    'installed in an unknown way',
    interaction({ authorizing_integration_owners: { '2': '1' } }),
    ['authorizing_integration_owners.2'],
  ],
  ['of an unknown version', interaction({ version: 2 }), ['version']],
  ['of an unknown type', interaction({ type: 9 }), ['type']],
])('INTERACTION_CREATE %s', ([, data, expected]) => {
  expect(paths(checkGatewayEvent('INTERACTION_CREATE', data))).toEqual(expected);
});

const click = { type: 3, data: { custom_id: 'again', component_type: 2 } };

test.for<[string, object, string[]]>([
  ['as documented', { message: message() }, []],
  ['without its message', {}, ['message']],
  [
    'with a message that lacks its author',
    { message: message({ author: undefined }) },
    ['message.author'],
  ],
])('a click %s', ([, fields, expected]) => {
  const found = checkGatewayEvent('INTERACTION_CREATE', interaction({ ...click, ...fields }));
  expect(paths(found)).toEqual(expected);
});
