import { type Client, Events, type Interaction } from 'discord.js';
import { COMMAND_FAILED, UNKNOWN_COMMAND } from '../words/commands.ts';
import { watchAskedIn } from './asked-in.ts';
import type { Actions, Desk } from './command.ts';
import { parseCustomId } from './custom-id.ts';
import { tellOwed } from './delivery/owed.ts';
import { apologise, whisper } from './whisper.ts';

/** Interactions that are being answered. */
export interface Router {
  /** Resolves when every interaction that came in has had its last word. */
  idle(): Promise<void>;
}

/** What to do for an interaction. */
type Act = (desk: Desk) => Promise<void>;

/** Sends each interaction to its handler, and sees to it that each one is answered. */
export function route(client: Client, actions: Actions, tools: Omit<Desk, 'askedIn'>): Router {
  const desk: Desk = { ...tools, askedIn: watchAskedIn(client) };
  const find = finder(actions);
  const running = new Set<Promise<void>>();

  client.on(Events.InteractionCreate, (interaction) => {
    const handled: Promise<void> = handle(interaction, find(interaction), desk).finally(() =>
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

/** Looks up what to do: a command or an entry by its name, a component or form by the kind in its custom id. */
function finder({ commands, messageMenu, components, forms }: Actions) {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const entries = new Map(messageMenu.map((entry) => [entry.data.name, entry]));
  const byKind = new Map(components.map((component) => [component.kind, component]));
  const formsByKind = new Map(forms.map((form) => [form.kind, form]));

  return (interaction: Interaction): Act | undefined => {
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      return command && ((desk) => command.run(interaction, desk));
    }
    if (interaction.isMessageContextMenuCommand()) {
      const entry = entries.get(interaction.commandName);
      return entry && ((desk) => entry.run(interaction, desk));
    }
    if (interaction.isMessageComponent()) {
      const { kind, recordId } = parseCustomId(interaction.customId);
      const component = byKind.get(kind);
      return component && ((desk) => component.run(interaction, recordId, desk));
    }
    if (interaction.isModalSubmit()) {
      const { kind, recordId } = parseCustomId(interaction.customId);
      const form = formsByKind.get(kind);
      return form && ((desk) => form.run(interaction, recordId, desk));
    }
    return undefined;
  };
}

/** Never rejects: whatever breaks is logged, and the member is told where that is still possible. */
async function handle(interaction: Interaction, act: Act | undefined, desk: Desk): Promise<void> {
  const { line } = desk;
  const log = line.log.child({ interaction: interaction.id, action: nameOf(interaction) });
  if (interaction.applicationId !== interaction.client.application?.id) {
    log.warn('interaction of another application left alone');
    return;
  }
  if (act === undefined) {
    log.warn('unknown command, component or form');
    if (!interaction.isRepliable()) return;
    await whisper(line.api, interaction, { content: UNKNOWN_COMMAND }, log);
    return;
  }
  try {
    await act(desk);
    await tellOwed(interaction, { ...line, log });
  } catch (error) {
    log.error({ err: error }, 'command broke down');
    await apologise(line.api, interaction, { content: COMMAND_FAILED }, log);
  }
}

/** What was used, for the log; records stay out of it. */
function nameOf(interaction: Interaction): string {
  if (interaction.isChatInputCommand()) return `/${interaction.commandName}`;
  if (interaction.isCommand()) return interaction.commandName;
  if (interaction.isMessageComponent() || interaction.isModalSubmit())
    return parseCustomId(interaction.customId).kind;
  return `interaction of type ${interaction.type}`;
}
