import { describe, expect, it } from 'vitest';
import { openPage } from '../../support/playground-page.ts';

/** Everything that a text of the page names: other files, modules, addresses. */
function named(text: string): string[] {
  const found = text.matchAll(/(?:href|src)="([^"]+)"|from '([^']+)'|url\(([^)]+)\)/g);
  return Array.from(found, ([, link, module, url]) => link ?? module ?? url ?? '');
}

describe('the page', () => {
  it('is whole: every file it names is served, and by this machine', async () => {
    const { origin } = await openPage();
    const waiting = ['/'];
    const types = new Map<string, string | null>();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (types.has(path)) continue;
      const response = await fetch(origin + path);
      expect([path, response.status]).toEqual([path, 200]);
      types.set(path, response.headers.get('content-type'));
      for (const name of named(await response.text())) {
        const { origin: at, pathname } = new URL(name, origin + path);
        expect(at).toBe(origin);
        waiting.push(pathname);
      }
    }
    expect(Object.fromEntries(types)).toMatchObject({
      '/': 'text/html; charset=utf-8',
      '/page/style.css': 'text/css; charset=utf-8',
      '/page/page.js': 'text/javascript; charset=utf-8',
      '/page/icon.svg': 'image/svg+xml',
    });
    expect(types.size).toBe(9);
  });

  it('never reads data as markup', async () => {
    const { origin } = await openPage();
    for (const name of ['page', 'form', 'message', 'text']) {
      const script = await (await fetch(`${origin}/page/${name}.js`)).text();
      expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
    }
  });

  it('forbids itself scripts and pictures from elsewhere', async () => {
    const { origin } = await openPage();
    const { headers } = await fetch(origin);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
