import { describe, expect, it } from 'vitest';
import { plainLines, printable } from '../../playground/plain.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const reader = { now: NOW, nameOf: (id: string) => (id === '1' ? 'Member' : undefined) };
const at = (ms: number, style: string) => `<t:${(NOW + ms) / 1_000}:${style}>`;

describe('text in the terminal', () => {
  it('keeps quotes and names people', () => {
    expect(plainLines('> hello\n-# by <@1> for <@2>', reader)).toEqual([
      '> hello',
      'by @Member for @unknown-user',
    ]);
  });

  it.each([
    [3_000, 'in 3 seconds'],
    [-1_000, '1 second ago'],
    [90 * 60_000, 'in 2 hours'],
    [8.4 * 86_400_000, 'in 8 days'],
  ])('tells how far away %i ms are', (ms, words) => {
    expect(plainLines(at(ms, 'R'), reader)).toEqual([words]);
  });

  it('writes dates out', () => {
    expect(plainLines(at(0, 'D'), reader)).toEqual(['22 November 2026']);
  });

  it('has nothing in it that a terminal would obey', () => {
    const bell = String.fromCodePoint(7);
    const escape = String.fromCodePoint(27);
    const override = String.fromCodePoint(0x202e);
    expect(printable(`a${escape}[31mb${bell}${override}c`)).toBe('a[31mbc');
  });
});
