import {
  type AnyInteractionGateway,
  ButtonStyles,
  CommandInteraction,
  ComponentInteraction,
  ComponentTypes,
} from 'oceanic.js';
import { expect, test } from 'vitest';
import { oceanicBot } from '../../support/discord-bots.ts';
import { imagine, localDiscord, pngHeader } from '../../support/discord-local.ts';

const PICTURE = Buffer.from(pngHeader(64, 32));

async function respond(interaction: AnyInteractionGateway): Promise<void> {
  if (interaction instanceof ComponentInteraction) {
    await interaction.deferUpdate();
    await interaction.editOriginal({ content: 'pressed' });
    return;
  }
  if (!(interaction instanceof CommandInteraction)) return;
  await interaction.defer();
  await interaction.editOriginal({
    content: interaction.data.options.getString('prompt', true),
    files: [{ name: 'fox.png', contents: PICTURE }],
    components: [
      {
        type: ComponentTypes.ACTION_ROW,
        components: [
          {
            type: ComponentTypes.BUTTON,
            style: ButtonStyles.PRIMARY,
            customID: 'again',
            label: 'Again',
          },
        ],
      },
    ],
  });
  const original = await interaction.getOriginal();
  await interaction.createFollowup({ content: `made ${original.id}`, flags: 64 });
}

test('oceanic.js logs in, registers, defers, delivers, fetches and follows up', async () => {
  const discord = await localDiscord();
  const { errors } = await oceanicBot(discord, respond);
  expect((await discord.commandsRegistered()).length).toBe(5);

  const invocation = imagine(discord);
  const secret = await invocation.followUp(0);
  const message = await invocation.settled();
  expect(secret.content).toBe(`made ${message.id}`);
  expect(message.attachments).toMatchObject([{ filename: 'fox.png', width: 64, height: 32 }]);
  const bytes = await fetch(message.attachments[0]?.url ?? '').then((answer) => answer.bytes());
  expect(Buffer.from(bytes)).toEqual(PICTURE);

  const { member } = discord.world.people;
  const pressed = discord.click({ message, button: 'again', by: member });
  expect((await pressed.settled()).content).toBe('pressed');
  expect(errors).toEqual([]);
  expect(discord.traffic.violations()).toEqual([]);
});
