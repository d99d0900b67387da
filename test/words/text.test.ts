import { describe, expect, it } from 'vitest';
import { counted, disarm, disarmWithin, shorten, timestamp } from '../../src/words/text.ts';

const ZWSP = '\u200b';

describe('disarm', () => {
  it.each([
    ['@everyone and @here', `@${ZWSP}everyone and @${ZWSP}here`],
    ['<@300000000000000001>', String.raw`\<@` + ZWSP + String.raw`300000000000000001\>`],
    ['<@&200000000000000001>', String.raw`\<@` + ZWSP + String.raw`&200000000000000001\>`],
    ['<#200000000000000001>', String.raw`\<\#200000000000000001\>`],
    ['<:fox:200000000000000001>', String.raw`\<\:fox\:200000000000000001\>`],
    ['</imagine:200000000000000001>', String.raw`\<\/imagine\:200000000000000001\>`],
    ['<t:1795000000:R>', String.raw`\<t\:1795000000\:R\>`],
    [':fox:', String.raw`\:fox\:`],
    ['**bold** __line__ ~~gone~~', String.raw`\*\*bold\*\* \_\_line\_\_ \~\~gone\~\~`],
    ['||secret|| `code`', '\\|\\|secret\\|\\| \\`code\\`'],
    ['[text](https://example.com)', String.raw`\[text\]\(https\:\/\/example.com\)`],
    ['discord.gg/abc', String.raw`discord.gg\/abc`],
    ['# heading', String.raw`\# heading`],
    ['-# small', String.raw`\-\# small`],
    ['- item', String.raw`\- item`],
    ['+ item', String.raw`\+ item`],
    ['12. item', String.raw`12\. item`],
    ['> quote', String.raw`\> quote`],
    ['>>> quote', String.raw`\>\>\> quote`],
    [String.raw`back\slash \*`, String.raw`back\\slash \\\*`],
    ['one\n# two\r\n- three', String.raw`one \# two - three`],
    ['  plain words, 3.5 of them - so!  ', 'plain words, 3.5 of them - so!'],
    ['狐 👩‍🚀 لومړی', '狐 👩‍🚀 لومړی'],
  ])('makes %j harmless', (text, shown) => {
    expect(disarm(text)).toBe(shown);
  });
});

describe('shorten', () => {
  it('keeps what fits', () => {
    expect(shorten('abc', 3)).toBe('abc');
  });

  it('marks what is missing, and takes no space before the mark', () => {
    expect(shorten('abcd', 3)).toBe('ab…');
    expect(shorten('ab cd', 4)).toBe('ab…');
  });

  it('cuts between characters as people count them', () => {
    const astronaut = '👩‍🚀';
    expect(shorten(`a${astronaut}b`, 1 + astronaut.length)).toBe('a…');
    expect(shorten(`${astronaut}${astronaut}b`, astronaut.length + 1)).toBe(`${astronaut}…`);
  });
});

describe('disarmWithin', () => {
  it('counts the escapes and cuts none in two', () => {
    expect(disarmWithin('*'.repeat(100), 12)).toBe(String.raw`\*\*\*\*\*…`);
    expect(disarmWithin('****', 8)).toBe(String.raw`\*\*\*\*`);
  });
});

it('names a moment for each reader’s own clock, never too early', () => {
  expect(timestamp(1_795_000_000_001, 'R')).toBe('<t:1795000001:R>');
  expect(timestamp(1_795_000_000_000, 'D')).toBe('<t:1795000000:D>');
});

it('counts in the singular and the plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'credit'))).toEqual([
    '0 credits',
    '1 credit',
    '2 credits',
  ]);
});
