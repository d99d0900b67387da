import type { Table } from '../settings/orders.ts';
import { valueOf } from '../settings/change.ts';
import type { Mute } from '../settings/mute.ts';
import { SECTIONS, type Section, type SettingsPage, sharesOf } from '../settings/sections.ts';
import type { Overview } from '../settings/settings.ts';
import { isGone, type Things } from '../settings/things.ts';
import { type Card, type CardField, field, listFields } from './card.ts';
import { budgetAmount } from './limits.ts';
import { gaugeText } from './settings.ts';
import { mentionOf, settingTitle, settingValue, type Surroundings } from './setting-values.ts';
import { PAGE_WORDS } from './settings-panel.ts';
import { counted, timestamp } from './text.ts';

/** A page of `/settings`, as its values are now. `renewsAt` in milliseconds since 1970. */
export function settingsCard(
  section: Section,
  overview: Overview,
  around: Surroundings,
  renewsAt: number,
): Card {
  const { title, text } = PAGE_WORDS[section];
  if (section === 'overview') {
    const description = `${text} ${muteText(overview)}`.trimEnd();
    return { title, description, fields: overviewFields(overview, around) };
  }
  const more = moreText(section, overview, around, renewsAt);
  return {
    title,
    description: `${text} ${more}`.trimEnd(),
    fields: [
      ...(section === 'limits' ? creditFields(overview) : []),
      ...(section === 'shares' ? shareFields(overview, around.things) : []),
      ...SECTIONS[section].map((setting) => ({
        name: settingTitle(setting),
        value: settingValue(setting, valueOf(overview.view.settings, setting), around),
        inline: true,
      })),
    ],
  };
}

function overviewFields({ view }: Overview, around: Surroundings): CardField[] {
  const pages = Object.keys(SECTIONS) as SettingsPage[];
  return pages.flatMap((page) => {
    const lines =
      page === 'shares'
        ? (['channels', 'roles'] as const).map((of) =>
            countText(of, sharesOf(view.settings, of).length),
          )
        : SECTIONS[page].map((setting) => {
            const value = settingValue(setting, valueOf(view.settings, setting), around);
            return `${settingTitle(setting)}: ${value}`;
          });
    return listFields(PAGE_WORDS[page].title, lines);
  });
}

function countText(of: Table, count: number): string {
  const noun = of === 'channels' ? 'channel' : 'role';
  return count === 0 ? `No ${noun} has a limit` : `${counted(count, noun)} with a limit`;
}

const monthText = ({ view }: Overview, renewsAt: number): string =>
  `A picture takes ${counted(view.limits.price, 'credit')}. Every month starts afresh; this one ends ${timestamp(renewsAt, 'D')} (${timestamp(renewsAt, 'R')}).`;

function moreText(
  section: SettingsPage,
  overview: Overview,
  around: Surroundings,
  renewsAt: number,
): string {
  switch (section) {
    case 'limits':
      return monthText(overview, renewsAt);
    case 'review':
      return missingText(overview, around);
    case 'records':
      return muteText(overview);
    case 'place':
    case 'shares':
    case 'defaults':
      return '';
  }
}

const MUTE: Readonly<Record<Mute['why'], string>> = {
  'may-not-see': 'the bot cannot see it. Give it View Channel and Send Messages there',
  'may-not-write': 'the bot may not write there. Give it Send Messages',
  gone: 'it is not there any more. Choose another',
  'not-accepted': 'Discord does not let the bot post there. Look at the channel’s permissions',
};

/** A log that says nothing looks like a server where nothing happens. */
const muteText = ({ mute }: Overview): string =>
  mute === undefined
    ? ''
    : `**The log channel was not told of what happened last: ${MUTE[mute]}.** Every case is in \`/moderation cases\` all the same.`;

/** Pictures that wait for a moderator need a channel to wait in. */
function missingText({ view: { policy } }: Overview, { things }: Surroundings): string {
  const { review, reviewChannel } = policy;
  const isThere = reviewChannel !== undefined && !isGone(things, 'channels', reviewChannel);
  return review !== 'off' && !isThere ? '**No review channel is chosen: choose one below.**' : '';
}

function creditFields({ view, gauges }: Overview): CardField[] {
  const [{ used, held }] = gauges;
  const given = view.budgetIsOwn ? 'set for this server by the bot’s owner' : 'as every server';
  return [
    field('Budget', `${budgetAmount(view.budget)}, ${given}`),
    field('Used this month', `${counted(used, 'credit')}${held > 0 ? `, ${held} held` : ''}`),
  ];
}

function shareFields({ gauges }: Overview, things: Things | undefined): CardField[] {
  const linesOf = (of: Table) =>
    gauges.flatMap((gauge) => {
      const { name } = gauge;
      if (name.of !== (of === 'channels' ? 'channel' : 'role')) return [];
      const { id } = name;
      const gone = of === 'channels' ? 'a deleted channel' : 'a deleted role';
      return [`${isGone(things, of, id) ? gone : mentionOf(of, id)}: ${gaugeText(gauge)}`];
    });
  return [...listed('Channels', linesOf('channels')), ...listed('Roles', linesOf('roles'))];
}

const listed = (name: string, lines: readonly string[]): CardField[] =>
  listFields(name, lines.length === 0 ? ['no limits'] : lines);
