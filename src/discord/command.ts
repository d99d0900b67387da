import type {
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Studio } from '../studio.ts';
import type { Line } from './conversation.ts';

/** What a command may use. */
export interface Desk {
  readonly studio: Studio;
  readonly line: Line;
}

/** One command: what Discord is told of it and what happens when somebody uses it. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  run(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void>;
}
