import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { monthOf } from '../../../src/credits/month.ts';
import { snowflakeAt } from '../../../src/snowflake.ts';
import { ledger } from '../../support/ledger-process.ts';
import { oldServer, readRows, writeOldFile } from '../../support/old-file.ts';
import { credits, imagine, setStage } from '../../support/stage.ts';

it('a bot that is updated goes on with the books of before', async () => {
  const stage = await setStage();
  const file = join(stage.folder, 'easel.sqlite');
  expect(await stage.bot.stop()).toBe(0);
  for (const name of await readdir(stage.folder)) await rm(join(stage.folder, name));
  const id = snowflakeAt(Date.now() - 1_000);
  const guild = stage.discord.world.guilds.studio.id;
  const old = oldServer(20, { id, guild, month: monthOf(id) });
  await writeOldFile(file, old);

  const bot = await stage.again();
  await expect.poll(() => credits(stage)).toMatchObject({ Used: '120 credits', Held: '0 credits' });
  expect((await imagine(stage).settled()).attachments).toHaveLength(1);
  await expect.poll(() => credits(stage)).toMatchObject({ Used: '126 credits' });
  expect(await bot.stop()).toBe(0);
  expect(await ledger(file, ['verify'])).toMatchObject({ end: 0 });
  const kept = await readRows(`${file}.v1.bak`);
  expect(kept.version).toBe(1);
  expect(Object.keys(kept.rows)).toEqual(Object.keys(old).toSorted());
});
