import type {
  ApplicationCommandType,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { History } from '../pictures/history.ts';
import type { Reports } from '../moderation/reports.ts';
import type { HidingKeeper } from '../reporting/keeper.ts';
import type { Reporting } from '../reporting/report.ts';
import type { ReviewKeeper } from '../reviewing/keeper.ts';
import type { Studio } from '../studio.ts';
import type { Tastes } from '../tastes/tastes.ts';
import type { AskedInOf } from './asked-in.ts';
import type { Line } from './delivery/conversation.ts';
import type { Owners } from './owners.ts';

/** What a command or a component may use. */
export interface Desk {
  readonly studio: Studio;
  readonly line: Line;
  readonly reviewKeeper: Pick<ReviewKeeper, 'conclude'>;
  readonly owners: Owners;
  readonly tastes: Tastes;
  readonly history: History;
  readonly reports: Pick<Reports, 'of' | 'hidden'>;
  readonly reporting: Reporting;
  readonly hidingKeeper: Pick<HidingKeeper, 'hide'>;
  readonly askedIn: AskedInOf;
}

/** One command that is typed: what Discord is told of it and what happens when somebody uses it. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  run(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void>;
}

/** One entry in the menu of messages: what Discord is told of it and what happens when somebody chooses it. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody & {
    readonly type: ApplicationCommandType.Message;
  };
  run(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void>;
}

/** One kind of button or menu under a message, and what happens when somebody uses one. */
export interface Component {
  /** What its custom ids begin with. */
  readonly kind: string;
  /** `recordId` is the rest of the custom id. */
  run(interaction: MessageComponentInteraction, recordId: string, desk: Desk): Promise<void>;
}

/** One kind of form, and what happens when somebody sends one. */
export interface Form {
  /** What its custom ids begin with. */
  readonly kind: string;
  /** `recordId` is the rest of the custom id. */
  run(interaction: ModalSubmitInteraction, recordId: string, desk: Desk): Promise<void>;
}

/** Everything that people can type, choose, click or fill in. */
export interface Actions {
  readonly commands: readonly Command[];
  readonly messageMenu: readonly MessageCommand[];
  readonly components: readonly Component[];
  readonly forms: readonly Form[];
}
