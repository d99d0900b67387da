import { describe, expect, it } from 'vitest';
import { opener } from '../../playground/open-browser.ts';

describe('the browser', () => {
  it.each([
    ['darwin', ['open', 'http://127.0.0.1:1']],
    ['win32', ['rundll32', 'url.dll,FileProtocolHandler', 'http://127.0.0.1:1']],
    ['linux', ['xdg-open', 'http://127.0.0.1:1']],
  ])('is opened on %s by its own command', (platform, words) => {
    expect(opener(platform, 'http://127.0.0.1:1')).toEqual(words);
  });
});
