import { expect, it } from 'vitest';
import type { Gauge } from '../../src/credits/limits.ts';
import { statementCard } from '../../src/words/statement.ts';

const RENEWAL = Date.UTC(2026, 11, 1);

const server = (fields: Partial<Gauge> = {}): Gauge => ({
  name: { of: 'server' },
  limit: 3_000,
  used: 18,
  held: 6,
  ...fields,
});

const member = (fields: Partial<Gauge> = {}): Gauge => ({
  name: { of: 'member-month' },
  limit: Infinity,
  used: 12,
  held: 6,
  ...fields,
});

it('shows a server’s month and the member’s part of it', () => {
  expect(statementCard([server(), member()], RENEWAL)).toEqual({
    title: 'Credits of this server',
    description: `This month ends <t:${RENEWAL / 1000}:D> (<t:${RENEWAL / 1000}:R>).`,
    fields: [
      { name: 'Used', value: '18 credits', inline: true },
      { name: 'Held', value: '6 credits', inline: true },
      { name: 'Left', value: '2976 credits', inline: true },
      {
        name: 'You',
        value: 'You have used 12 credits of them, and 6 credits held.',
        inline: false,
      },
    ],
  });
});

it('says so where there is no limit, and never drops the word credits', () => {
  const gauges = [
    server({ limit: Infinity, used: 1, held: 0 }),
    member({ used: 0, held: 0 }),
  ] as const;
  expect(statementCard(gauges, RENEWAL).fields.map(({ value }) => value)).toEqual([
    '1 credits',
    '0 credits',
    'unlimited',
    'You have used 0 credits of them.',
  ]);
});

it('lists every limit that counts for the member here, and none that is not set', () => {
  const gauges = [
    server(),
    { name: { of: 'channel', id: '1' }, limit: 60, used: 12, held: 0 },
    { name: { of: 'role', id: '2' }, limit: 30, used: 23, held: 6 },
    member({ limit: 300 }),
    { name: { of: 'member-day' }, limit: 12, used: 12, held: 6 },
  ] as const;
  const { fields } = statementCard(gauges, RENEWAL);
  expect(fields.at(-1)).toEqual({
    name: 'Limits that count for you here',
    value: [
      'Everybody in <#1>, this month: 48 credits left of 60',
      'Everybody with <@&2>, this month: 1 credit left of 30',
      'You, this month: 282 credits left of 300',
      'You, today: 0 credits left of 12',
    ].join('\n'),
    inline: false,
  });
});

it('fits into a field with as many limits as a member can have', () => {
  const roles = Array.from({ length: 25 }, (_, n): Gauge => {
    const id = `9000000000000000${String(n).padStart(4, '0')}`;
    return { name: { of: 'role', id }, limit: 1_000_000_000, used: 0, held: 0 };
  });
  const { fields } = statementCard([server(), ...roles, member()], RENEWAL);
  for (const { value } of fields) expect(value.length).toBeLessThanOrEqual(1_024);
});
