import type { Overview } from '../settings/settings.ts';
import { type Card, field, listFields } from './card.ts';
import { budgetAmount, limitAmount } from './limits.ts';
import { gaugeText } from './settings.ts';
import { counted, timestamp } from './text.ts';

/** What `/settings show` shows. `renewsAt` in milliseconds since 1970. */
export function settingsCard({ view, gauges }: Overview, renewsAt: number): Card {
  const { limits } = view.settings;
  const [server, ...parts] = gauges;
  const linesOf = (of: 'channel' | 'role') =>
    parts.filter(({ name }) => name.of === of).map(gaugeText);
  const held = server.held > 0 ? `, ${server.held} held` : '';
  return {
    title: 'Credits: the limits of this server',
    description: `A picture takes ${counted(view.limits.price, 'credit')}. Every month starts afresh; this one ends ${timestamp(renewsAt, 'D')} (${timestamp(renewsAt, 'R')}).`,
    fields: [
      field(
        'Budget',
        `${budgetAmount(view.budget)}, ${view.budgetIsOwn ? 'set for this server by the bot’s owner' : 'as every server'}`,
      ),
      field('Own ceiling', limitAmount({ of: 'server' }, limits.server)),
      field('Used this month', `${counted(server.used, 'credit')}${held}`),
      field('Each member', memberText(limits)),
      field(
        'Log channel',
        view.settings.logChannel === undefined
          ? 'none: nobody is warned'
          : `<#${view.settings.logChannel}>`,
      ),
      ...listed('Channels', linesOf('channel')),
      ...listed('Roles', linesOf('role')),
    ],
  };
}

function memberText({ memberDay, memberMonth }: Overview['view']['settings']['limits']): string {
  const set = [
    ...(memberDay === undefined ? [] : [limitAmount({ of: 'member-day' }, memberDay)]),
    ...(memberMonth === undefined ? [] : [limitAmount({ of: 'member-month' }, memberMonth)]),
  ];
  return set.length === 0 ? 'no limit' : set.join(', ');
}

const listed = (name: string, lines: readonly string[]) =>
  listFields(name, lines.length === 0 ? ['no limits'] : lines);
