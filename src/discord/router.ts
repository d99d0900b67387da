import { type Client, Events, type Interaction } from 'discord.js';
import { COMMAND_FAILED, UNKNOWN_COMMAND } from '../words/commands.ts';
import type { Command, Desk } from './command.ts';
import { apologise, whisper } from './whisper.ts';

/** Interactions that are being answered. */
export interface Router {
  /** Resolves when every interaction that came in has had its last word. */
  idle(): Promise<void>;
}

/** Sends each interaction to its command, and sees to it that each one is answered. */
export function route(client: Client, commands: readonly Command[], desk: Desk): Router {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const running = new Set<Promise<void>>();

  client.on(Events.InteractionCreate, (interaction) => {
    const handled: Promise<void> = handle(interaction, byName, desk).finally(() =>
      running.delete(handled),
    );
    running.add(handled);
  });

  return {
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Never rejects: whatever breaks is logged, and the member is told where that is still possible. */
async function handle(
  interaction: Interaction,
  commands: ReadonlyMap<string, Command>,
  desk: Desk,
): Promise<void> {
  const { line } = desk;
  const log = line.log.child({ interaction: interaction.id });
  if (interaction.applicationId !== interaction.client.application?.id) {
    log.warn('interaction of another application left alone');
    return;
  }
  const refuse = () => whisper(line.api, interaction, { content: UNKNOWN_COMMAND }, log);
  if (!interaction.isChatInputCommand()) {
    if (interaction.isRepliable()) await refuse();
    return;
  }
  const command = commands.get(interaction.commandName);
  if (command === undefined) {
    log.warn({ command: interaction.commandName }, 'unknown command');
    await refuse();
    return;
  }
  try {
    await command.run(interaction, desk);
  } catch (error) {
    log.error({ err: error, command: interaction.commandName }, 'command broke down');
    await apologise(line.api, interaction, { content: COMMAND_FAILED }, log);
  }
}
