import { expect, onTestFinished, test } from 'vitest';
import type { Discord, Message } from '../../../playground/discord/index.ts';
import { localDiscord } from '../../support/discord-local.ts';
import { startOtherApp } from '../../support/other-app.ts';

async function gallery() {
  const discord = await localDiscord();
  const app = await startOtherApp(discord.apiUrl, discord.token);
  onTestFinished(app.stop);
  const { people, channels, roles } = discord.world;
  const place = { by: people.member, in: channels.art };
  const hang = () =>
    discord.use({ command: 'hang', options: { title: 'Orchard', wall: 'south' }, ...place });
  const clean = (): void => {
    expect(app.errors).toEqual([]);
    expect(discord.traffic.violations()).toEqual([]);
  };
  return { discord, people, channels, roles, place, hang, clean };
}

async function hung() {
  const all = await gallery();
  const opener = all.hang();
  await opener.followUp(0);
  const message = await opener.settled();
  const by = all.people.secondMember;
  const press = (button: string) => all.discord.click({ message, button, by });
  const content = (): string | undefined =>
    all.discord.messages(all.channels.art).find(({ id }) => id === message.id)?.content;
  return { ...all, message, by, press, content };
}

const contents = (messages: readonly Message[]): string[] => messages.map(({ content }) => content);

test('it registers every sort of command', async () => {
  const { discord, clean } = await gallery();
  const commands = await discord.commandsRegistered();
  expect(commands.map(({ name, type }) => [name, type])).toEqual([
    ['hang', 1],
    ['Introduce', 2],
    ['Quote', 3],
  ]);
  clean();
});

test('it suggests titles while somebody types', async () => {
  const { discord, place, clean } = await gallery();
  const typing = discord.autocomplete({
    command: 'hang',
    options: { title: 'HARB' },
    focused: 'title',
    ...place,
  });
  await typing.answered;
  expect(typing.choices?.map(({ value }) => value)).toEqual([
    'Harbour at dawn',
    'Harbour at night',
  ]);
  clean();
});

test('it defers, edits with a file, fetches and follows up for one person', async () => {
  const { discord, people, channels, hang, clean } = await gallery();
  const opener = hang();
  const note = await opener.followUp(0);
  const message = await opener.settled();
  expect(message.content).toBe('**Orchard** on the south wall');
  expect(message.attachments).toMatchObject([
    { filename: 'picture.png', description: 'Orchard, painted', width: 320, height: 200 },
  ]);
  expect(message.components).toHaveLength(5);
  expect(note.content).toBe('It measures 320 by 200.');
  expect(contents(discord.messages(channels.art, people.secondMember))).not.toContain(note.content);
  clean();
});

test('a button changes the message it is on, and another removes it', async () => {
  const { discord, press, content, clean } = await hung();
  await press('Like').settled();
  expect(content()).toBe('**Orchard** on the south wall, liked');
  await press('Like').settled({ when: (message) => message.content.endsWith('liked, liked') });

  press('Take down');
  const gone = () => (content() === undefined ? true : undefined);
  await discord.until(gone, 5_000, () => 'It is still there.');
  clean();
});

test('follow-ups are edited, fetched, deleted, and told to one person', async () => {
  const { discord, channels, people, by, press, clean } = await hung();
  const pressed = press('Announce');
  const note = await discord.until(
    () => pressed.followUps.find(({ content }) => content.startsWith('Discarded')),
    5_000,
    () => `Of the follow-ups there were ${contents(pressed.followUps).join()}`,
  );
  expect(note.content).toBe('Discarded: A draft.');
  const seenBy = (viewer: Discord['world']['people']['member']) =>
    contents(discord.messages(channels.art, viewer)).slice(-2);
  expect(seenBy(by)).toEqual(['The doors are open.', 'Discarded: A draft.']);
  expect(seenBy(people.owner)).toEqual(['**Orchard** on the south wall', 'The doors are open.']);
  clean();
});

test('every sort of menu tells what was chosen', async () => {
  const { discord, message, by, people, channels, roles, content, clean } = await hung();
  const choices = [
    ['Frame', ['oak', 'ebony'], 'frame: oak and ebony'],
    ['Painter', [people.owner], `painter: ${people.owner.username}`],
    ['Visitors', [roles.managers], 'visitors: Managers'],
    ['Room', [channels.sketches], 'room: #sketches'],
  ] as const;
  for (const [menu, values, expected] of choices) {
    await discord.select({ message, menu, values, by }).settled();
    expect(content()).toBe(expected);
  }
  clean();
});

test('a form opens, keeps its limits and arrives', async () => {
  const { discord, press, content, clean } = await hung();
  const opener = press('Rename');
  await opener.answered;
  expect(opener.modal).toMatchObject({ title: 'Rename the picture', custom_id: 'rename-form' });
  expect(() => discord.submit(opener, { values: { title: 'No' } })).toThrow(/3 to 40 characters/);

  const sent = discord.submit(opener, {
    values: { title: 'The old orchard', language: ['French'] },
  });
  await sent.settled();
  expect(content()).toBe('**The old orchard** in French');
  clean();
});

test('the menus of people and messages reach it', async () => {
  const { discord, place, people, message, channels, clean } = await hung();
  const about = discord.contextMenu({ command: 'Introduce', target: people.owner, ...place });
  expect((await about.settled()).embeds).toMatchObject([
    { title: 'Owner', fields: [{ name: 'Name', value: people.owner.username }] },
  ]);
  const quoted = discord.contextMenu({ command: 'Quote', target: message, ...place });
  expect((await quoted.settled()).content).toMatch(/^> \*\*Orchard\*\* on the south wall\nsaid /);
  expect(discord.messages(channels.art).at(-1)?.content).toMatch(/^> /);
  clean();
});
