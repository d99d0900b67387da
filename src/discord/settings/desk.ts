import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { type Asking, carryOut } from '../../settings/carry-out.ts';
import type { SettingsChange } from '../../settings/orders.ts';
import type { Section } from '../../settings/sections.ts';
import type { Things } from '../../settings/things.ts';
import { noticeText } from '../../words/notices.ts';
import {
  channelRefused,
  LOG_CHANNEL_HELLO,
  REVIEW_CHANNEL_HELLO,
  saidText,
  SETTINGS_NOT_ALLOWED,
  SETTINGS_UNAVAILABLE,
  settingFacts,
  settingsAnswer,
} from '../../words/settings.ts';
import type { Desk } from '../command.ts';
import { panelBody, sightOf, thingsOf } from './panel.ts';
import { tryChannel } from './trial.ts';
import { firstAnswer, whisper } from '../whisper.ts';

type Use = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/**
 * Who asks, if they may manage the server; undefined once they were told that they may not. It is read
 * from this very interaction: administrators can offer the command to anybody, and who saw the panel
 * may have lost the permission since (Discord's docs).
 */
export async function managerOf(
  interaction: Use,
  { line: { api, log } }: Desk,
): Promise<Asking | undefined> {
  const { id: interactionId, guildId, user, memberPermissions } = interaction;
  const isManager = memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
  if (guildId !== null && isManager) return { interactionId, guildId, userId: user.id };
  const content = guildId === null ? noticeText({ kind: 'outside-server' }) : SETTINGS_NOT_ALLOWED;
  await whisper(api, interaction, { content }, log);
  return undefined;
}

/** Answers `/settings` with the panel, to the member alone. */
export async function runSettings(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
): Promise<void> {
  const { api, log } = desk.line;
  const asking = await managerOf(interaction, desk);
  if (asking === undefined) return;
  const things = await thingsOf(asking, desk);
  const body = await sightOf(asking, things, desk).then(
    (sight) => panelBody('overview', sight, asking),
    (err: unknown) => {
      log.error({ err, interaction: asking.interactionId }, 'settings could not be read');
      return { content: SETTINGS_UNAVAILABLE };
    },
  );
  await whisper(api, interaction, body, log);
}

/** What a click or a form asks for, and the page that is shown then. */
export interface PanelOrder {
  readonly page: Section;
  readonly changes: readonly SettingsChange[];
  /** Why nothing of it can be done. */
  readonly problem?: string;
}

/**
 * Does what a click or a form asks for, and shows the panel as it is then. `read` says what that is,
 * once the interaction is ours: its event may come twice.
 * @param named channels that the click or the form names.
 */
export async function servePanel(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  asking: Asking,
  read: (things: Things | undefined) => Promise<PanelOrder> | PanelOrder,
  desk: Desk,
  named: readonly string[],
): Promise<void> {
  const { api, log } = desk.line;
  if (!(await firstAnswer(() => api.accept(interaction), interaction, log))) return;
  const body = await served(asking, read, desk, named).catch((err: unknown) => {
    log.error({ err, interaction: asking.interactionId }, 'settings could not be changed');
    return { content: SETTINGS_UNAVAILABLE };
  });
  await api.editOriginal(interaction, body).catch((err: unknown) => {
    log.warn({ err, interaction: asking.interactionId }, 'the panel could not be shown anew');
  });
}

async function served(
  asking: Asking,
  read: Parameters<typeof servePanel>[2],
  desk: Desk,
  named: readonly string[],
) {
  const things = await thingsOf(asking, desk, named);
  const { page, changes, problem } = await read(things);
  const said = problem === undefined ? [] : [problem];
  // A menu of limits names what a form is for: nothing is set in it.
  let isAfresh = problem !== undefined || (page === 'shares' && changes.length > 0);
  for (const change of changes) {
    const { text, isDone } = await carryOutSaying(change, asking, things, desk);
    said.push(text);
    isAfresh ||= !isDone;
  }
  const sight = await sightOf(asking, things, desk);
  return panelBody(page, sight, asking, { text: saidText(said), isAfresh });
}

/**
 * Carries out one change, after a trial where it names a channel for the bot to post in. Says whether it
 * holds now.
 */
async function carryOutSaying(
  change: SettingsChange,
  asking: Asking,
  things: Things | undefined,
  desk: Desk,
): Promise<{ readonly text: string; readonly isDone: boolean }> {
  const refused = await trial(change, asking, desk);
  if (refused !== undefined) return { text: refused, isDone: false };
  const { around } = await sightOf(asking, things, desk);
  const factsOf = settingFacts({ ...around, things: undefined });
  const verdict = await carryOut(change, asking, { ...desk.studio, factsOf });
  const now = await sightOf(asking, things, desk).catch((err: unknown) => {
    desk.studio.log.error({ err, guild: asking.guildId }, 'what is used could not be read');
    return undefined;
  });
  return {
    text: settingsAnswer(verdict, now?.overview, around),
    isDone: verdict.kind === 'changed' || verdict.kind === 'as-before',
  };
}

async function trial(
  change: SettingsChange,
  { guildId, interactionId }: Asking,
  { line: { channels, log } }: Desk,
): Promise<string | undefined> {
  if (change.kind !== 'value' || typeof change.to !== 'string') return undefined;
  if (change.of !== 'logChannel' && change.of !== 'reviewChannel') return undefined;
  const withPictures = change.of === 'reviewChannel';
  const hello = withPictures ? REVIEW_CHANNEL_HELLO : LOG_CHANNEL_HELLO;
  const asked = { channelId: change.to, hello, nonce: interactionId, withPictures };
  const why = await tryChannel(asked, channels);
  if (why === undefined) return undefined;
  log.info({ guild: guildId, channel: change.to, why }, 'the bot cannot post in a channel');
  return channelRefused(change.to, why, withPictures);
}
