import { expect, test } from 'vitest';
import type { Discord, Invocation } from '../../../../playground/discord/index.ts';
import { answer, imagine, registeredDiscord } from '../../../support/discord-local.ts';

const DEFER = { type: 5, data: { flags: 0 } };
const BUTTON = {
  type: 1,
  components: [{ type: 2, style: 1, custom_id: 'again', label: 'Again' }],
};
const MODAL = {
  custom_id: 'why',
  title: 'Why',
  components: [
    { type: 1, components: [{ type: 4, custom_id: 'reason', label: 'Reason', style: 1 }] },
  ],
};

/** One interaction of every kind. */
async function kinds(discord: Discord): Promise<Record<string, Invocation>> {
  const { member } = discord.world.people;
  const command = imagine(discord);
  await answer(discord, command, { type: 4, data: { content: 'hello', components: [BUTTON] } });
  const message = await command.settled();
  const click = () => discord.click({ message, button: 'Again', by: member });
  const fromCommand = imagine(discord);
  await answer(discord, fromCommand, { type: 9, data: MODAL });
  const fromButton = click();
  await answer(discord, fromButton, { type: 9, data: MODAL });
  return {
    command: imagine(discord),
    component: click(),
    autocomplete: discord.autocomplete({
      command: 'imagine',
      options: { style: 'f' },
      focused: 'style',
      by: member,
      in: discord.world.channels.art,
    }),
    modalOfCommand: discord.submit(fromCommand, { values: { reason: 'x' } }),
    modalOfButton: discord.submit(fromButton, { values: { reason: 'x' } }),
  };
}

const BODIES: Readonly<Record<number, object>> = {
  4: { type: 4, data: { content: 'hi' } },
  5: DEFER,
  6: { type: 6 },
  7: { type: 7, data: { content: 'new' } },
  8: { type: 8, data: { choices: [] } },
  9: { type: 9, data: MODAL },
};

test.each([
  ['command', [4, 5, 9]],
  ['component', [4, 5, 6, 7, 9]],
  ['autocomplete', [8]],
  ['modalOfCommand', [4, 5]],
  ['modalOfButton', [4, 5, 6, 7]],
])('a %s is answered with types %j only', async (kind, allowed) => {
  for (const type of [4, 5, 6, 7, 8, 9]) {
    const discord = await registeredDiscord();
    const { [kind]: invocation } = await kinds(discord);
    if (invocation === undefined) throw new Error(`No ${kind}.`);
    const { status, body } = await answer(discord, invocation, BODIES[type] ?? {});
    const expected = allowed.includes(type) ? [204, undefined] : [400, 50035];
    expect([type, status, body.code]).toEqual([type, ...expected]);
  }
});

test('a deferral is answered without a body and without a content type', async () => {
  const discord = await registeredDiscord();
  const { status, headers } = await answer(discord, imagine(discord), DEFER);
  expect(status).toBe(204);
  expect(headers.get('content-type')).toBeNull();
});

test('with_response tells of the message', async () => {
  const discord = await registeredDiscord();
  const deferred = imagine(discord);
  const first = await answer(discord, deferred, DEFER, '?with_response=true');
  expect(first.body).toEqual({
    interaction: {
      id: deferred.id,
      type: 2,
      response_message_id: deferred.original()?.id,
      response_message_loading: true,
      response_message_ephemeral: false,
    },
  });
  const second = await answer(
    discord,
    imagine(discord),
    { type: 4, data: { content: 'hi', flags: 64 } },
    '?with_response=true',
  );
  expect(second.body).toMatchObject({
    interaction: { response_message_ephemeral: true, response_message_loading: false },
    resource: { type: 4, message: { content: 'hi', flags: 64 } },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('a second answer is refused with 40060', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, DEFER);
  const { status, body } = await answer(discord, invocation, DEFER);
  expect([status, body.code]).toEqual([400, 40060]);
});

test('a late answer and an unknown interaction are refused with 10062', async () => {
  const discord = await registeredDiscord();
  const late = imagine(discord, { ageMs: 3_500 });
  const refused = await answer(discord, late, DEFER);
  expect([refused.status, refused.body.code]).toEqual([404, 10062]);
  expect(late.state).toBe('expired');
  expect(await late.answered).toBe('expired');
  const wrongToken = { ...imagine(discord), token: imagine(discord).token };
  expect((await answer(discord, wrongToken, DEFER)).body.code).toBe(10062);
});

test('the three seconds are counted by the clock of this Discord', async () => {
  let time = Date.now();
  const discord = await registeredDiscord({ now: () => time });
  const intime = imagine(discord);
  const late = imagine(discord);
  time += 3_000;
  expect((await answer(discord, intime, DEFER)).status).toBe(204);
  time += 1;
  expect((await answer(discord, late, DEFER)).body.code).toBe(10062);
});

test('an interaction nobody answers expires by itself', async () => {
  const discord = await registeredDiscord({ firstAnswerMs: 20 });
  const invocation = imagine(discord);
  expect(await invocation.answered).toBe('expired');
  await expect(invocation.settled({ withinMs: 20 })).rejects.toThrow(/is expired/);
});

test('an answer that breaks the rules is refused with nested errors and recorded', async () => {
  const discord = await registeredDiscord();
  const embeds = [{ title: 'fine' }, { title: 'x'.repeat(257) }];
  const { status, body } = await answer(discord, imagine(discord), { type: 4, data: { embeds } });
  expect([status, body.code]).toEqual([400, 50035]);
  expect(body).toMatchObject({ errors: { data: { embeds: { 1: { title: { _errors: [{}] } } } } } });
  expect(discord.traffic.violations()).toMatchObject([
    { side: 'request', route: 'POST /interactions/:id/:token/callback' },
  ]);
});
