import { expect, test } from 'vitest';
import { COMMANDS, call, localDiscord, registeredDiscord } from '../../../support/discord-local.ts';

const HELLO = { name: 'hello', description: 'Says hello' };

test('commands keep their ids over a new registration, and what is not listed goes', async () => {
  const discord = await registeredDiscord();
  const before = discord.commands();
  const path = `/applications/${discord.applicationId}/commands`;
  const { body } = await call(discord, 'PUT', path, { json: [COMMANDS[0], HELLO] });
  expect(body).toMatchObject([{ id: before[0]?.id, name: 'imagine' }, { name: 'hello' }]);
  expect((await call(discord, 'GET', path)).body).toEqual(body);
  expect((await discord.commandsRegistered(2)).length).toBe(2);
  expect(discord.traffic.violations()).toEqual([]);
});

test('one command is created, replaced, read, changed and deleted', async () => {
  const discord = await localDiscord();
  const path = `/applications/${discord.applicationId}/commands`;
  const created = await call(discord, 'POST', path, { json: HELLO });
  expect(created.status).toBe(201);
  expect((await call(discord, 'POST', path, { json: HELLO })).status).toBe(200);
  const one = `${path}/${String(created.body['id'])}`;
  const changed = await call(discord, 'PATCH', one, { json: { description: 'Waves' } });
  expect(changed.body).toMatchObject({ id: created.body['id'], description: 'Waves' });
  expect((await call(discord, 'GET', one)).body['description']).toBe('Waves');
  expect((await call(discord, 'DELETE', one)).status).toBe(204);
  expect((await call(discord, 'GET', one)).body.code).toBe(10063);
});

test('guild commands stay in their guild', async () => {
  const discord = await localDiscord();
  const { guilds, people, channels } = discord.world;
  const path = `/applications/${discord.applicationId}/guilds/${guilds.studio.id}/commands`;
  expect((await call(discord, 'PUT', path, { json: [HELLO] })).status).toBe(200);
  expect(discord.commands()).toEqual([]);
  const hello = { command: 'hello', by: people.member };
  expect(discord.use({ ...hello, in: channels.art }).state).toBe('waiting');
  expect(() => discord.use({ ...hello, in: channels.prints })).toThrow(/no command/);
  const nowhere = path.replace(guilds.studio.id, '1');
  expect((await call(discord, 'PUT', nowhere, { json: [] })).body.code).toBe(50001);
});

test('a list that breaks the rules is refused as a whole', async () => {
  const discord = await localDiscord();
  const path = `/applications/${discord.applicationId}/commands`;
  const json = [HELLO, { name: 'Hello World', description: '' }];
  const { status, body } = await call(discord, 'PUT', path, { json });
  expect([status, body.code]).toEqual([400, 50035]);
  expect(body).toMatchObject({ errors: { 1: {} } });
  expect(discord.commands()).toEqual([]);
});

test('more new commands than a day allows are refused with 30034', async () => {
  const discord = await localDiscord({ commandCreatesPerDay: 1 });
  const path = `/applications/${discord.applicationId}/commands`;
  expect((await call(discord, 'PUT', path, { json: [HELLO] })).status).toBe(200);
  expect((await call(discord, 'PUT', path, { json: [HELLO] })).status).toBe(200);
  const other = { ...HELLO, name: 'other' };
  expect((await call(discord, 'POST', path, { json: other })).body.code).toBe(30034);
});

test('another application has no commands here', async () => {
  const discord = await localDiscord();
  expect((await call(discord, 'GET', '/applications/1/commands')).body.code).toBe(50001);
});

test('a command that is renamed stays the same command', async () => {
  const discord = await localDiscord();
  const path = `/applications/${discord.applicationId}/commands`;
  const { body } = await call(discord, 'PUT', path, { json: [HELLO, { ...HELLO, name: 'bye' }] });
  const [first] = body as unknown as { id: string }[];
  const rename = (name: string) =>
    call(discord, 'PATCH', `${path}/${first?.id}`, { json: { name } });
  expect((await rename('hi')).body).toMatchObject({ id: first?.id, name: 'hi' });
  expect(discord.commands().map(({ name }) => name)).toEqual(['hi', 'bye']);
  expect(await rename('bye')).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(discord.traffic.violations()).toMatchObject([{ path: 'name' }]);
});

test('each guild has its own new commands a day', async () => {
  const discord = await localDiscord({ commandCreatesPerDay: 1 });
  const application = `/applications/${discord.applicationId}`;
  const { studio, printRoom } = discord.world.guilds;
  const register = (place: string) =>
    call(discord, 'PUT', `${application}${place}/commands`, { json: [HELLO] });
  for (const place of ['', `/guilds/${studio.id}`, `/guilds/${printRoom.id}`])
    expect((await register(place)).status).toBe(200);
});
