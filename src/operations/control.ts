import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { fastify } from 'fastify';
import type { Logger } from 'pino';
import { type Store, StoreError } from '../storage/store.ts';
import { type BackupAnswer, backupOrderSchema } from './control-answer.ts';
import { removeControl, writeControl } from './control-file.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets programs of this machine, run by the bot's user, ask the running bot for a backup: on
 * 127.0.0.1, at a port and with a token that are told in a file beside the database. The database must
 * be open: then a file that is there already is a dead bot's. A bot that cannot leave the file runs
 * without.
 */
export async function startControl(options: {
  databasePath: string;
  store: Pick<Store, 'backUp'>;
  logger: Pick<Logger, 'info' | 'error'>;
}): Promise<{ close: () => Promise<void> }> {
  const { databasePath, store, logger } = options;
  const token = randomBytes(32).toString('base64url');
  const expected = digest(`Bearer ${token}`);
  let busy = false;

  async function backUp(file: string): Promise<BackupAnswer> {
    if (busy) return { kind: 'busy' };
    busy = true;
    try {
      const backup = await store.backUp(file);
      if (backup.kind === 'made') logger.info({ bytes: backup.bytes }, 'a backup was made');
      return backup;
    } catch (err) {
      logger.error({ err }, 'a backup could not be made');
      if (!(err instanceof StoreError)) throw err;
      return { kind: 'failed', reason: err.message };
    } finally {
      busy = false;
    }
  }

  const server = fastify();
  server.addHook('onRequest', async (request, reply) => {
    const given = digest(request.headers.authorization ?? '');
    if (!timingSafeEqual(given, expected)) await reply.code(401).send();
  });
  server.post('/backup', async (request, reply) => {
    const order = backupOrderSchema.safeParse(request.body);
    if (!order.success || !isAbsolute(order.data.file)) return reply.code(400).send();
    return backUp(order.data.file);
  });

  try {
    const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    await writeControl(databasePath, { v: 1, pid: process.pid, port: Number(url.port), token });
  } catch (err) {
    logger.error({ err }, 'no backups can be made while the bot runs');
  }
  return {
    async close() {
      await removeControl(databasePath);
      await server.close();
    },
  };
}
