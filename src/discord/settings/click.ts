import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { z } from 'zod';
import type { Asking } from '../../settings/carry-out.ts';
import { isValueName, parseValue, type SettingsChange, type Table } from '../../settings/orders.ts';
import { pageOf, sectionOf } from '../../settings/sections.ts';
import { goneOf, type Things } from '../../settings/things.ts';
import { NONE } from '../../tastes/orders.ts';
import { SETTINGS_UNAVAILABLE, SETTINGS_UNKNOWN } from '../../words/settings.ts';
import type { Desk } from '../command.ts';
import type { FormBody } from '../rest/interaction-api.ts';
import { managerOf, type PanelOrder, servePanel } from './desk.ts';
import { channelsNamed, readSettingsForm, settingsForm, shareForm } from './form.ts';
import { sightOf, thingsOf } from './panel.ts';
import { firstAnswer, whisper } from '../whisper.ts';

const UNKNOWN: PanelOrder = { page: 'overview', changes: [], problem: SETTINGS_UNKNOWN };

/** A click on the panel. `rest` is what follows the kind in the custom id: a verb, and what it is about. */
export async function clickSettings(
  interaction: MessageComponentInteraction,
  rest: string,
  desk: Desk,
): Promise<void> {
  const asking = await managerOf(interaction, desk);
  if (asking === undefined) return;
  const [verb = '', of = ''] = rest.split(':');
  if (verb === 'form' || verb === 'share') await openForm(interaction, [verb, of], asking, desk);
  else
    await servePanel(
      interaction,
      asking,
      (things) => read(interaction, [verb, of], asking, things, desk),
      desk,
      channelsOf(interaction),
    );
}

/** A form of the panel that was sent. */
export async function sendSettings(
  interaction: ModalSubmitInteraction,
  rest: string,
  desk: Desk,
): Promise<void> {
  const asking = await managerOf(interaction, desk);
  if (asking === undefined) return;
  const readForm = () => readSettingsForm(interaction, rest) ?? UNKNOWN;
  await servePanel(interaction, asking, readForm, desk, channelsNamed(rest));
}

async function openForm(
  interaction: MessageComponentInteraction,
  about: readonly [verb: string, of: string],
  asking: Asking,
  desk: Desk,
): Promise<void> {
  const { api, log } = desk.line;
  const form = await formFor(interaction, about, asking, desk).catch((err: unknown) => {
    log.error({ err, interaction: asking.interactionId }, 'settings could not be read');
    return SETTINGS_UNAVAILABLE;
  });
  if (typeof form === 'string') await whisper(api, interaction, { content: form }, log);
  else await firstAnswer(() => api.openForm(interaction, form), interaction, log);
}

/** The form to fill in, or what to say in place of it. */
async function formFor(
  interaction: MessageComponentInteraction,
  [verb, of]: readonly [string, string],
  asking: Asking,
  desk: Desk,
): Promise<FormBody | string> {
  const { overview, around } = await sightOf(
    asking,
    await thingsOf(asking, desk, channelsOf(interaction)),
    desk,
  );
  const { settings } = overview.view;
  if (verb === 'form') return settingsForm(of, settings, around) ?? SETTINGS_UNKNOWN;
  const [id] = chosen(interaction) ?? [];
  return isTable(of) && id !== undefined ? shareForm(of, id, settings, around) : SETTINGS_UNKNOWN;
}

const isTable = (name: string): name is Table => name === 'channels' || name === 'roles';

/** What was chosen from a menu; ids only as far as Discord vouches for them: undefined where it does not. */
function chosen(interaction: MessageComponentInteraction): readonly string[] | undefined {
  if (interaction.isStringSelectMenu()) return interaction.values;
  if (interaction.isChannelSelectMenu()) {
    return vouched(interaction.values, interaction.channels);
  }
  return interaction.isRoleSelectMenu()
    ? vouched(interaction.values, interaction.roles)
    : undefined;
}

/** The channels that were chosen from a menu. */
const channelsOf = (interaction: MessageComponentInteraction): readonly string[] =>
  interaction.isChannelSelectMenu() ? (chosen(interaction) ?? []) : [];

const vouched = (ids: readonly string[], known: { has(id: string): boolean }) =>
  ids.every((id) => known.has(id)) ? ids : undefined;

async function read(
  interaction: MessageComponentInteraction,
  [verb, of]: readonly [string, string],
  { guildId }: Asking,
  things: Things | undefined,
  { studio }: Desk,
): Promise<PanelOrder> {
  const values = chosen(interaction);
  if (values === undefined) return UNKNOWN;
  const [first] = values;
  const { settings } = await studio.settings.view(guildId);
  const gone = (table: Table) => goneOf(things, table, settings[table]);

  if (verb === 'page') return { page: sectionOf(first ?? ''), changes: [] };
  if (verb === 'names' && isTable(of)) {
    const before = shownBefore(interaction);
    const add = values.filter((id) => !before.includes(id));
    const remove = [...before.filter((id) => !values.includes(id)), ...gone(of)];
    return { page: 'place', changes: [{ kind: 'names', of, add, remove }] };
  }
  if (verb === 'value' && isValueName(of)) {
    const to = first === undefined || first === NONE ? null : parseValue(of, first);
    // A square is what there is without a default.
    const change = { kind: 'value', of, to: of === 'aspectRatio' && to === '1:1' ? null : to };
    if (to === undefined) return UNKNOWN;
    return { page: pageOf({ kind: 'value', of }), changes: [change as SettingsChange] };
  }
  if (verb !== 'reset') return UNKNOWN;
  const changes = values.map((value) => resetOf(value, gone));
  if (changes.some((change) => change === undefined)) return UNKNOWN;
  const page = isTable(of) ? 'shares' : sectionOf(of);
  return { page, changes: changes.filter((change) => change !== undefined) };
}

const presetsSchema = z.object({
  default_values: z.array(z.object({ id: z.string() })).default([]),
});

/**
 * What the menu showed as chosen before: what somebody adds and takes away is known by it, so that
 * what another manager changed meanwhile stays.
 */
function shownBefore({ component }: MessageComponentInteraction): string[] {
  const { data } = presetsSchema.safeParse('toJSON' in component ? component.toJSON() : component);
  return (data?.default_values ?? []).map(({ id }) => id);
}

/** What goes back to the usual, by its name in the menu. */
function resetOf(name: string, gone: (of: Table) => string[]): SettingsChange | undefined {
  const [kind, of = '', id = ''] = name.split(':');
  switch (kind) {
    case 'limit':
      return of === 'server' || of === 'memberDay' || of === 'memberMonth'
        ? { kind, of, to: null }
        : undefined;
    case 'share':
      return isTable(of) ? { kind, of, id, to: null } : undefined;
    case 'names':
      return isTable(of) ? { kind, of, add: [], remove: 'all' } : undefined;
    case 'gone':
      return isTable(of) ? { kind: 'names', of, add: [], remove: gone(of) } : undefined;
    case 'value':
      return isValueName(of) ? { kind, of, to: null } : undefined;
    default:
      return undefined;
  }
}
