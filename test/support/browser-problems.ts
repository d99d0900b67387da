import type { Page } from 'playwright-core';

/** A stream that the page itself closed, as it does when it becomes somebody else. */
const CLOSED = 'net::ERR_ABORTED';

/**
 * Notes what goes wrong in a page: errors in its console, exceptions, requests that failed or were
 * refused, and requests to anywhere but `origin`. Returns what was noted so far.
 */
export function watchProblems(page: Page, origin: string): () => readonly string[] {
  const problems: string[] = [];
  const path = (url: string): string => (url.startsWith(origin) ? url.slice(origin.length) : url);
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => void problems.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(origin) || /^(?:data|blob):/.test(request.url());
    if (!isOwn) problems.push(`elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    const isStream = new URL(request.url()).pathname === '/page/events';
    if (isStream && reason === CLOSED) return;
    problems.push(`failed: ${path(request.url())} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    problems.push(`refused: ${path(response.url())} ${response.status()}`);
  });
  return () => [...problems];
}
