import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openSite, postAction } from '../../support/page-site.ts';

const credits = { kind: 'use', as: '1', channel: '2', command: 'credits', options: {} };

/** Asks for a page under a name of the caller's choosing, which fetch does not allow. */
function statusAs(host: string, origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { headers: { host } }, (response) => {
      response.destroy();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

describe('the page’s door', () => {
  it.each([['https://evil.example'], ['null'], ['http://127.0.0.1:1']])(
    'refuses commands from %s',
    async (foreign) => {
      const { origin, discord } = await openSite();
      const response = await postAction(origin, credits, { origin: foreign });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ message: 'Only this page may send commands.' });
      expect(discord.messages(discord.world.channels.art)).toEqual([]);
    },
  );

  it('refuses commands that do not say where they come from', async () => {
    const { origin } = await openSite();
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(credits) };
    expect((await fetch(`${origin}/page/actions`, init)).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'refuses %s, which any site can send',
    async (type) => {
      const { origin } = await openSite();
      const response = await postAction(origin, credits, { 'content-type': type });
      expect(response.status).toBe(415);
    },
  );

  it.each(['/', '/page/state', '/page/events'])(
    'shows %s under its own names only',
    async (path) => {
      const { origin } = await openSite();
      const { port } = new URL(origin);
      expect(await statusAs(`127.0.0.1:${port}`, origin, path)).toBe(200);
      expect(await statusAs(`localhost:${port}`, origin, path)).toBe(200);
      expect(await statusAs(`evil.example:${port}`, origin, path)).toBe(403);
      expect(await statusAs('127.0.0.1:1', origin, path)).toBe(403);
    },
  );
});
