import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../../src/operations/doctor/database.ts';
import { readControl } from '../../../src/operations/control-file.ts';
import { ledger } from '../../support/ledger-process.ts';
import { readRows } from '../../support/old-file.ts';
import { imagine, openStage, type Stage } from '../../support/stage.ts';

let stage: Stage;
let file = '';

beforeAll(async () => {
  const opened = await openStage({});
  ({ stage } = opened);
  file = join(stage.folder, 'easel.sqlite');
  return opened.close;
});

const noCopies = async () =>
  (await readdir(stage.folder)).filter((name) => /look|part|restore/.test(name));

describe('the books of a running bot', () => {
  it('are reported, verified and examined by way of a copy, which goes again', async () => {
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
    const report = async () => {
      const { out } = await ledger(file, ['report', '--json']);
      return JSON.parse(out) as unknown;
    };
    await expect
      .poll(report)
      .toMatchObject([{ budget: 3000, totals: { used: 6, held: 0 }, members: 1 }]);
    expect(await ledger(file, ['verify'])).toMatchObject({ end: 0, err: '' });
    expect(await checkDatabase(file)).toMatchObject({ verdict: 'ok' });
    expect(await noCopies()).toEqual([]);
  });

  it('are backed up while pictures are being made', async () => {
    const copies = Array.from({ length: 4 }, (_, at) => join(stage.folder, `copy-${at}.sqlite`));
    const pictures = Array.from({ length: 8 }, () => imagine(stage).settled());
    for (const copy of copies) {
      expect(await ledger(file, ['backup', copy])).toMatchObject({ end: 0 });
      expect(await ledger(copy, ['verify'])).toMatchObject({ end: 0 });
      expect((await readRows(copy)).version).toBe(2);
    }
    for (const { attachments } of await Promise.all(pictures)) expect(attachments).toHaveLength(1);
  });

  it('are not restored, and nobody is forgotten in them', async () => {
    const copy = join(stage.folder, 'copy.sqlite');
    expect(await ledger(file, ['backup', copy])).toMatchObject({ end: 0 });
    expect(await ledger(file, ['restore', copy])).toMatchObject({
      end: 1,
      out: expect.stringMatching(/in use\. Stop the bot first/),
    });
    expect(await ledger(file, ['forget', stage.discord.world.people.member.id])).toMatchObject({
      end: 1,
      out: expect.stringMatching(/in use/),
    });
    expect(await noCopies()).toEqual([]);
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
  });

  it('are known to be free after a kill, and the next bot takes them over', async () => {
    const dead = await readControl(file);
    expect(await stage.bot.stop('SIGKILL')).toBe('SIGKILL');
    expect(await readControl(file)).toEqual(dead);
    expect(await ledger(file, ['verify'])).toMatchObject({ end: 0 });

    const bot = await stage.again();
    expect((await readControl(file))?.token).not.toBe(dead?.token);
    expect(await ledger(file, ['verify'])).toMatchObject({ end: 0 });
    expect(await bot.stop()).toBe(0);
    expect(await readControl(file)).toBeUndefined();
  });
});
