import { expect, it } from 'vitest';
import { statementCard } from '../../src/words/statement.ts';

const RENEWAL = Date.UTC(2026, 11, 1);

it('shows a server’s month and the member’s part of it', () => {
  const statement = { used: 18, held: 6, left: 2_976, member: { used: 12, held: 6 } };
  expect(statementCard(statement, RENEWAL)).toEqual({
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
  const statement = { used: 1, held: 0, left: Infinity, member: { used: 0, held: 0 } };
  expect(statementCard(statement, RENEWAL).fields.map(({ value }) => value)).toEqual([
    '1 credits',
    '0 credits',
    'unlimited',
    'You have used 0 credits of them.',
  ]);
});
