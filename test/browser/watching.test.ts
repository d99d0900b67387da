import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { seriousProblems } from '../support/browser-axe.ts';
import { openInBrowser, PATIENT } from '../support/browser-page.ts';

/** Serves one document at `/`, and 404 elsewhere. */
async function serve(body: string): Promise<string> {
  const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><main>${body}</main></html>`;
  const server = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' }).end(found ? html : '');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a page without problems has none', PATIENT, async (context) => {
  const { page, problems } = await openInBrowser(context, await serve('<h1>Hello</h1>'));
  expect(problems()).toEqual([]);
  expect(await seriousProblems(page)).toEqual([]);
});

test(
  'errors, exceptions, refusals and requests to elsewhere are noted',
  PATIENT,
  async (context) => {
    const origin = await serve(`<h1>Hello</h1><script>
    console.error('wrong');
    fetch('/missing').then(() => fetch('http://127.0.0.1:1/')).catch(() => {
      document.body.append('done');
      throw new Error('broken');
    });
  </script>`);
    const { page, problems } = await openInBrowser(context, origin);
    await page.getByText('done').waitFor();
    await expect
      .poll(problems)
      .toEqual(
        expect.arrayContaining([
          'console: wrong',
          expect.stringMatching(/^exception: .*broken/),
          'refused: /missing 404',
          'elsewhere: http://127.0.0.1:1/',
          expect.stringMatching(/^failed: http:\/\/127\.0\.0\.1:1\/ net::/),
        ]),
      );
  },
);

test('axe is asked, inside of components too', PATIENT, async (context) => {
  const origin = await serve(`<h1>Hello</h1><div id="host"></div><script>
    document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<button></button>';
  </script>`);
  const { page } = await openInBrowser(context, origin);
  expect(await seriousProblems(page)).toEqual([expect.stringMatching(/^button-name: #host/)]);
});
