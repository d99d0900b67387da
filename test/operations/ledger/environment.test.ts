import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseConfig } from '../../../src/config.ts';
import { readSettings } from '../../../src/operations/ledger/environment.ts';

it.each([
  {},
  { DATABASE_URL: 'sqlite:///var/books.sqlite', GUILD_MONTHLY_CREDITS: '600' },
  { DATABASE_URL: ' sqlite://books.sqlite ', GUILD_MONTHLY_CREDITS: '0' },
])('reads %j as the bot does', (env) => {
  const config = parseConfig({ DISCORD_TOKEN: 'a', IMAGE_API_KEY: 'b', ...env });
  const { guildMonthly } = config.credits;
  expect(readSettings(env)).toEqual({
    path: resolve(config.database.path),
    budget: Number.isFinite(guildMonthly) ? guildMonthly : null,
  });
});

it('names every bad variable', () => {
  const env = { DATABASE_URL: 'postgres://host/db', GUILD_MONTHLY_CREDITS: 'many' };
  expect(readSettings(env)).toEqual([
    expect.stringMatching(/^DATABASE_URL: Postgres is not supported yet/),
    expect.stringMatching(/^GUILD_MONTHLY_CREDITS: must be a whole number/),
  ]);
});
