import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { credits, imagine, setStage } from '../support/stage.ts';

let disk = '';

/** Whether a small disk of memory can be mounted: root may, in most containers nobody else. */
const mounts = ((): boolean => {
  const probe = spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs $d && umount $d']);
  return probe.status === 0;
})();

/** Fills the disk to the last byte. */
async function fill(): Promise<string> {
  const ballast = join(disk, 'ballast');
  for (const size of [64 * 1024, 4 * 1024, 64]) {
    const chunk = Buffer.alloc(size);
    await (async () => {
      for (;;) await appendFile(ballast, chunk);
    })().catch(() => {});
  }
  return ballast;
}

describe.skipIf(!mounts)('a full disk (skipped where nothing may be mounted)', () => {
  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'easel-disk-'));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    return async () => {
      spawnSync('umount', [disk]);
      await rm(disk, { recursive: true });
    };
  });

  it('refuses before anything is drawn, and goes on when there is room again', async () => {
    const DATABASE_URL = `sqlite://${join(disk, 'easel.sqlite')}`;
    const stage = await setStage({ env: { DATABASE_URL } });
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);

    const ballast = await fill();
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const message = await imagine(stage).settled();
      if (message.attachments.length === 0) break;
    }
    const drawn = stage.service.requests.length;
    const refused = await imagine(stage).settled();
    expect(refused.content).toMatch(/cannot be read or written right now\. Nothing was charged/);
    expect(stage.service.requests).toHaveLength(drawn);

    await unlink(ballast);
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
    const used = 6 * stage.service.requests.length;
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: `${used} credits`, Held: '0 credits' });
    expect(await stage.bot.stop()).toBe(0);
  });
});
