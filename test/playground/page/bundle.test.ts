import { describe, expect, it } from 'vitest';
import { bundlePage } from '../../../playground/page/bundle.ts';
import { openSite } from '../../support/page-site.ts';

/** Everything that a document names: styles, scripts, pictures. */
const named = (text: string): string[] =>
  Array.from(text.matchAll(/(?:href|src)="([^"#]+)"/g), ([, name]) => name ?? '');

describe('the page’s files', () => {
  it('are whole: the document and all it names, by this machine, with the right types', async () => {
    const { origin } = await openSite();
    const document = await fetch(origin);
    expect(document.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const addresses = named(await document.text()).map((name) => new URL(name, origin));
    const answers = await Promise.all(addresses.map((address) => fetch(address)));
    expect(new Set(addresses.map((address) => address.origin))).toEqual(new Set([origin]));
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200));
    const types = answers.map(({ headers }) => headers.get('content-type'));
    const expected = ['image/svg+xml', 'text/css', 'text/javascript'];
    expect(types.map((type) => type?.split(';')[0])).toEqual(expect.arrayContaining(expected));
  });

  it('are kept by a browser only when their name changes with their content', async () => {
    const { origin } = await openSite();
    const [script = ''] = [...(await bundlePage()).keys()].filter((path) => path.endsWith('.js'));
    const cached = (await fetch(origin + script)).headers.get('cache-control');
    expect(cached).toContain('immutable');
    expect((await fetch(origin)).headers.get('cache-control')).toBe('no-store');
    expect(script).toMatch(/^\/page\/assets\/index-[\w-]{8,}\.js$/);
  });

  it('fetch no style, script or font from elsewhere', async () => {
    const files = [...(await bundlePage()).values()].filter(({ type }) => /html|css/.test(type));
    const text = files.map(({ body }) => String(body)).join('\n');
    expect(text).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//);
  });

  it('forbid themselves scripts and pictures from elsewhere', async () => {
    const { origin } = await openSite();
    const { headers } = await fetch(origin);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
