import { randomBytes } from 'node:crypto';
import type { User } from './world.ts';
import type { WireChoice, WireModal } from './wire.ts';

/** How far the bot got with an interaction. */
export type InteractionState = 'waiting' | 'deferred' | 'answered' | 'expired';

/** A user or a message whose menu was opened. */
export interface MenuTarget {
  readonly kind: 'user' | 'message';
  readonly id: string;
}

/** One interaction, from the click to the last follow-up. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  /** In ms since 1970. */
  readonly createdAt: number;
  readonly user: User;
  readonly channelId: string;
  readonly guildId: string | null;
  /** The message a component, or a modal opened from one, belongs to. */
  readonly sourceMessageId: string | null;
  /** Bytes. */
  readonly attachmentSizeLimit: number;
  /** True when only the person, not the guild, installed the application. */
  readonly userInstalled: boolean;
  /** The command's name, for the message's metadata. */
  readonly commandName: string | undefined;
  /** What a context menu was opened on. */
  readonly target: MenuTarget | undefined;
  /** The interaction that opened the modal it submits. */
  readonly openerId: string | undefined;
  /** Ids of the files it brought. */
  readonly fileIds: readonly string[];
  /** What is sent as INTERACTION_CREATE. */
  payload: object;
  state: InteractionState;
  /** The callback type of the first answer. */
  answerType: number | undefined;
  /** The message that `@original` means. */
  originalId: string | null;
  /** True from a deferral until its first edit. */
  loading: boolean;
  readonly followUpIds: string[];
  /** Requests about it that are being handled. */
  pending: number;
  modal: WireModal | undefined;
  choices: readonly WireChoice[] | undefined;
}

/** The interactions that may still be spoken of. */
export interface InteractionStore {
  add(interaction: Interaction): void;
  byId(id: string, token: string): Interaction | undefined;
  byToken(token: string): Interaction | undefined;
  /** The command an interaction came from, also when the interaction itself is forgotten. */
  commandName(id: string): string | undefined;
  all(): Interaction[];
  /** Makes an unguessable token of the shape Discord's have. */
  newToken(id: string): string;
}

/** Messages speak of the command they answer for as long as they are there. */
const NAMES_KEPT = 10_000;

/** Forgets an interaction, and the files it brought, `keepMs` after it was made. */
export function createInteractions(
  now: () => number,
  keepMs: number,
  dropFiles: (ids: readonly string[]) => void,
): InteractionStore {
  const byToken = new Map<string, Interaction>();
  const commandNames = new Map<string, string>();
  return {
    add(interaction) {
      byToken.set(interaction.token, interaction);
      const { commandName } = interaction;
      if (commandName !== undefined) commandNames.set(interaction.id, commandName);
      for (const id of commandNames.keys()) {
        if (commandNames.size <= NAMES_KEPT) break;
        commandNames.delete(id);
      }
      for (const { token, createdAt, fileIds } of byToken.values()) {
        if (now() - createdAt <= keepMs) continue;
        byToken.delete(token);
        dropFiles(fileIds);
      }
    },
    byToken: (token) => byToken.get(token),
    commandName: (id) => commandNames.get(id),
    all: () => [...byToken.values()],
    byId(id, token) {
      const found = byToken.get(token);
      return found?.id === id ? found : undefined;
    },
    newToken: (id) =>
      Buffer.from(`interaction:${id}:${randomBytes(96).toString('base64url')}`).toString(
        'base64url',
      ),
  };
}
