import { type Gauge, roomIn } from '../credits/limits.ts';
import { type Card, field, listFields } from './card.ts';
import { limitTitle } from './limits.ts';
import { counted, timestamp } from './text.ts';

/** A server's month and the member's part of it. `renewsAt` in milliseconds since 1970. */
export function statementCard(
  [server, ...others]: readonly [Gauge, ...Gauge[]],
  renewsAt: number,
): Card {
  const member = others.find(({ name }) => name.of === 'member-month');
  const limits = others.filter(({ limit }) => Number.isFinite(limit));
  return {
    title: 'Credits of this server',
    description: `This month ends ${timestamp(renewsAt, 'D')} (${timestamp(renewsAt, 'R')}).`,
    fields: [
      field('Used', credits(server.used)),
      field('Held', credits(server.held)),
      field('Left', Number.isFinite(server.limit) ? credits(roomIn(server)) : 'unlimited'),
      { name: 'You', value: share(member ?? server), inline: false },
      ...listFields('Limits that count for you here', limits.map(limitLine)),
    ],
  };
}

const credits = (amount: number): string => `${amount} credits`;

const share = ({ used, held }: Gauge): string =>
  `You have used ${credits(used)} of them${held > 0 ? `, and ${credits(held)} held` : ''}.`;

function limitLine(gauge: Gauge): string {
  const left = counted(roomIn(gauge), 'credit');
  return `${limitTitle(gauge.name)}: ${left} left of ${gauge.limit}`;
}
