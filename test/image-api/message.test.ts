import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage } from '../../src/image-api/message.ts';
import { retryAfterMs } from '../../src/image-api/retry-after.ts';

const key = 'sk-Ab*c|0123';

describe('a message that is passed on', () => {
  it.each([
    ['0https://x.y', '0x.y'],
    [':http:////x', 'x'],
    ['1://2', '1 2'],
    ['ht`tps:`//x', 'x'],
  ])('keeps no link in %j', (message, clean) => {
    expect(cleanMessage(message, key)).toBe(clean);
  });

  it('is short, one line, without markup, links, invisible characters or the key', () => {
    const nasty = fc.constantFrom(
      '@everyone',
      '<@&1>',
      'https://x',
      '\u202e',
      '\n# ',
      '`',
      '||',
      '\0',
      key,
      '](',
      '𝒙',
      '敏',
    );
    const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 80 });
    fc.assert(
      fc.property(text, (parts) => {
        const clean = cleanMessage(parts.join(''), key) ?? '';
        expect(Array.from(clean).length).toBeLessThanOrEqual(300);
        expect(clean).not.toMatch(/[`*~|<>@\\[\]#\n]|:\/\/|[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(clean).not.toContain(key);
        expect(clean).not.toContain('sk-Abc0123');
        expect(clean).toBe(clean.trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what people need to read', () => {
    const text = 'width must be a multiple of 64 (320-1536), not negative_prompt. 余额不足';
    expect(cleanMessage(text, key)).toBe(text);
  });

  it('is left out when nothing remains', () => {
    expect(cleanMessage(' \n@#\u200b', key)).toBeUndefined();
  });

  it('does not show a key that was taken apart by what is removed', () => {
    expect(cleanMessage('key ab`cd', 'abcd')).toBe('key …');
    expect(cleanMessage('key ab\u200bcd', 'abcd')).not.toContain('abcd');
    expect(cleanMessage('key ab:// cd', 'ab')).not.toContain('ab');
  });
});

describe('the wait that a service asks for', () => {
  const now = Date.UTC(2026, 10, 22, 12, 0, 0);

  it.each([
    ['0', 0],
    ['3', 3000],
    [' 7 ', 7000],
    ['31', 30_000],
    ['99999999999999999999', 30_000],
    ['Sun, 22 Nov 2026 12:00:05 GMT', 5000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', 10_000],
    ['', 10_000],
    [undefined, 10_000],
    [['2', '9'], 2000],
  ])('%j is %i ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
