import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

/** What the page consists of: its addresses, and the files behind them. */
const FILES = [
  ['/', new URL('./index.html', import.meta.url), 'text/html; charset=utf-8'],
  ['/page/style.css', new URL('./style.css', import.meta.url), 'text/css; charset=utf-8'],
  ['/page/channel.css', new URL('./channel.css', import.meta.url), 'text/css; charset=utf-8'],
  ['/page/commands.css', new URL('./commands.css', import.meta.url), 'text/css; charset=utf-8'],
  ['/page/icon.svg', new URL('./icon.svg', import.meta.url), 'image/svg+xml'],
  ['/page/page.js', new URL('./page.js', import.meta.url), 'text/javascript; charset=utf-8'],
  ['/page/form.js', new URL('./form.js', import.meta.url), 'text/javascript; charset=utf-8'],
  ['/page/message.js', new URL('./message.js', import.meta.url), 'text/javascript; charset=utf-8'],
  ['/page/text.js', new URL('./text.js', import.meta.url), 'text/javascript; charset=utf-8'],
] as const;

/** Serves the page's own files. They are read at each request, so that an edit shows after a reload. */
export function fileRoutes(app: FastifyInstance): void {
  for (const [path, file, type] of FILES) {
    app.get(path, async (_request, reply) => reply.type(type).send(await readFile(file)));
  }
}
