import type { FastifyInstance } from 'fastify';
import type { PageFile } from './bundle.ts';
import { guardPage } from './guard.ts';

/** How long a browser may keep a file whose name changes with its content. */
const KEPT = 'private, max-age=31536000, immutable';

/** Serves the page's own files, by path. */
export function fileRoutes(app: FastifyInstance, files: ReadonlyMap<string, PageFile>): void {
  void app.register(async (page) => {
    guardPage(page);
    for (const [path, { type, body, immutable }] of files) {
      page.get(path, async (_request, reply) => {
        if (immutable) reply.header('cache-control', KEPT);
        return reply.type(type).send(body);
      });
    }
  });
}
