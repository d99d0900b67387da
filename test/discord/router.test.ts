import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { createClient, login } from '../../src/discord/client.ts';
import type { Command, Component, Form, MessageCommand } from '../../src/discord/command.ts';
import { route } from '../../src/discord/router.ts';
import { createHistory } from '../../src/pictures/history.ts';
import { createTastes } from '../../src/tastes/tastes.ts';
import { COMMAND_FAILED, UNKNOWN_COMMAND } from '../../src/words/commands.ts';
import { ask, edgeDiscord, expectNoViolations, ROUTES } from '../support/edge-discord.ts';
import { lineTo } from '../support/edge-line.ts';
import { setStudio } from '../support/edge-studio.ts';
import { reportingOn } from '../support/reporting.ts';

type Run = (
  interaction: ChatInputCommandInteraction,
  desk: Parameters<Command['run']>[1],
) => Promise<void>;

/** A bot online in the local Discord whose one command, unless it is left out, does this. */
async function online(
  run?: Run,
  components: readonly Component[] = [],
  forms: readonly Form[] = [],
  messageMenu: readonly MessageCommand[] = [],
) {
  const discord = await edgeDiscord();
  const { studio } = await setStudio();
  const { line, lines, store } = await lineTo(discord);
  const { log } = line;
  const client = createClient(discord.apiUrl, log);
  onTestFinished(() => client.destroy());
  const command = (does: Run): Command => ({
    data: { name: 'imagine', description: 'Does what the test says' },
    run: does,
  });
  const router = route(
    client,
    { commands: run === undefined ? [] : [command(run)], messageMenu, components, forms },
    {
      studio,
      line,
      reviewKeeper: { conclude: () => Promise.resolve() },
      owners: { include: () => Promise.resolve(false) },
      tastes: createTastes(store),
      history: createHistory(store, () => {}),
      ...reportingOn(store, studio, line),
    },
  );
  await login(client, discord.token);
  const told = (word: string) => lines.filter((text) => text.includes(word));
  return { discord, router, line, told };
}

describe('an interaction', () => {
  it('goes to its command', async () => {
    const seen: string[] = [];
    const { discord, router } = await online(async (interaction, { line }) => {
      seen.push(interaction.id);
      await line.api.whisper(interaction, { content: 'Done' });
    });
    const { invocation } = ask(discord);
    expect((await invocation.settled()).content).toBe('Done');
    await router.idle();
    expect(seen).toEqual([invocation.id]);
    expectNoViolations(discord);
  });

  it('of a command that is not known any more is answered, to the member alone', async () => {
    const { discord, router } = await online();
    const { invocation } = ask(discord);
    expect((await invocation.settled()).content).toBe(UNKNOWN_COMMAND);
    const { channels, people } = discord.world;
    expect(discord.messages(channels.art, people.secondMember)).toEqual([]);
    await router.idle();
    expectNoViolations(discord);
  });

  it('of a command that breaks down before its answer is answered all the same', async () => {
    const { discord, told } = await online(() => Promise.reject(new TypeError('a bug')));
    const { invocation } = ask(discord);
    expect((await invocation.settled()).content).toBe(COMMAND_FAILED);
    expect(told('command broke down')).toHaveLength(1);
  });

  it('of a command that breaks down after it was deferred is ended in its place', async () => {
    const { discord } = await online(async (interaction, { line }) => {
      await line.api.defer(interaction);
      throw new TypeError('a bug');
    });
    const { invocation } = ask(discord);
    const message = await invocation.settled();
    expect(message.content).toBe(COMMAND_FAILED);
    expectNoViolations(discord);
  });

  it('of another application is left alone', async () => {
    const { discord, router, told } = await online(() => Promise.resolve());
    const another = { application_id: discord.world.people.owner.id };
    const { invocation } = ask(discord, { raw: another });
    await expect.poll(() => told('another application').length).toBe(1);
    await router.idle();
    expect(invocation.state).toBe('waiting');
    expect(discord.traffic.rest(ROUTES.defer)).toEqual([]);
  });
});

/** A message of the bot's in #art with these buttons, and what is done about a `lamp`. */
async function lamp(customIds: readonly string[], does: Component['run']) {
  const scene = await online(undefined, [{ kind: 'lamp', run: does }]);
  const { channels, people } = scene.discord.world;
  const components = customIds.map((custom_id) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Primary as const,
    label: custom_id,
    custom_id,
  }));
  const row = { type: ComponentType.ActionRow as const, components };
  await scene.line.channels.post(channels.art.id, {
    content: 'Lamps',
    nonce: '1',
    components: [row],
  });
  const [message] = scene.discord.messages(channels.art);
  if (message === undefined) throw new Error('nothing was posted');
  const click = (button: string) => scene.discord.click({ message, button, by: people.member });
  return { ...scene, click };
}

describe('a click', () => {
  it('goes to the kind of component in its custom id, with the record it names', async () => {
    const seen: string[] = [];
    const { discord, click } = await lamp(['lamp:on:1'], async (interaction, record, { line }) => {
      seen.push(record);
      await line.api.whisper(interaction, { content: 'Light' });
    });
    expect((await click('lamp:on:1').settled()).content).toBe('Light');
    expect(seen).toEqual(['on:1']);
    expectNoViolations(discord);
  });

  it.each(['lantern:1', 'lamps:1', 'nothing'])(
    'on %s, which is not known, is answered',
    async (id) => {
      const { click } = await lamp([id], () => Promise.reject(new Error('not this one')));
      expect((await click(id).settled()).content).toBe(UNKNOWN_COMMAND);
    },
  );

  it('that breaks down is answered, and its record stays out of the log', async () => {
    const { click, told } = await lamp(['lamp:secret'], () =>
      Promise.reject(new TypeError('a bug')),
    );
    expect((await click('lamp:secret').settled()).content).toBe(COMMAND_FAILED);
    expect(told('"action":"lamp"').join()).toContain('command broke down');
    expect(told('lamp:secret')).toEqual([]);
  });
});

/** A bot with one entry in the menu of messages, and somebody's message. */
async function menuEntry(does: MessageCommand['run']) {
  const entry: MessageCommand = { data: { type: 3, name: 'Picture details' }, run: does };
  const scene = await online(undefined, [], [], [entry]);
  const { people, channels } = scene.discord.world;
  const place = { by: people.member, in: channels.art };
  const target = scene.discord.say({ content: 'Words', ...place });
  const choose = (command: string) => scene.discord.contextMenu({ command, target, ...place });
  return { ...scene, choose };
}

describe('an entry in the menu of messages', () => {
  it('is told which message is meant, and what it says', async () => {
    const { discord, choose } = await menuEntry(async (interaction, { line }) => {
      await line.api.whisper(interaction, { content: interaction.targetMessage.content });
    });
    expect((await choose('Picture details').settled()).content).toBe('Words');
    expectNoViolations(discord);
  });

  it('that is not known is answered', async () => {
    const { choose } = await menuEntry(() => Promise.reject(new Error('not this one')));
    expect((await choose('Imagine like this').settled()).content).toBe(UNKNOWN_COMMAND);
  });

  it('that breaks down is answered', async () => {
    const { choose, told } = await menuEntry(() => Promise.reject(new TypeError('a bug')));
    expect((await choose('Picture details').settled()).content).toBe(COMMAND_FAILED);
    expect(told('"action":"Picture details"').join()).toContain('command broke down');
  });
});

/** A bot whose command opens a form of some kind, and what is done about a `note` that is sent. */
async function noteForm(kind: string, does: Form['run']) {
  const field = {
    type: ComponentType.TextInput as const,
    custom_id: 'text',
    style: TextInputStyle.Short as const,
  };
  const label = { type: ComponentType.Label as const, label: 'Text', component: field };
  const form = { custom_id: `${kind}:on:1`, title: 'A note', components: [label] };
  const open: Run = (interaction, { line }) => line.api.openForm(interaction, form);
  const scene = await online(open, [], [{ kind: 'note', run: does }]);
  const { invocation } = ask(scene.discord);
  expect(await invocation.answered).toBe(9);
  const send = (text: string) => scene.discord.submit(invocation, { values: { text } });
  return { ...scene, send };
}

describe('a form', () => {
  it('goes to its kind, with the record it names', async () => {
    const { discord, send } = await noteForm('note', async (interaction, record, { line }) => {
      const text = interaction.fields.getTextInputValue('text');
      await line.api.whisper(interaction, { content: `${record} ${text}` });
    });
    expect((await send('hello').settled()).content).toBe('on:1 hello');
    expectNoViolations(discord);
  });

  it('that is not known is answered', async () => {
    const { send } = await noteForm('lamp', () => Promise.reject(new Error('not this one')));
    expect((await send('hello').settled()).content).toBe(UNKNOWN_COMMAND);
  });

  it('that breaks down is answered, and its record stays out of the log', async () => {
    const { send, told } = await noteForm('note', () => Promise.reject(new TypeError('a bug')));
    expect((await send('hello').settled()).content).toBe(COMMAND_FAILED);
    expect(told('"action":"note"').join()).toContain('command broke down');
    expect(told('note:on:1')).toEqual([]);
  });
});

it('is idle once every interaction had its last word', async () => {
  const gate = Promise.withResolvers<void>();
  const { discord, router } = await online(async (interaction, { line }) => {
    await line.api.defer(interaction);
    await gate.promise;
    await line.api.editOriginal(interaction, { content: 'Done' });
  });
  const invocations = [ask(discord).invocation, ask(discord).invocation];
  await Promise.all(invocations.map(({ answered }) => answered));
  const idle = router.idle();
  gate.resolve();
  await idle;
  expect(invocations.map((each) => each.original()?.content)).toEqual(['Done', 'Done']);
});
