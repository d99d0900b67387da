import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../playground/page/app/text/markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('markdown', () => {
  it.each([
    [
      '**a** and _b_',
      [{ kind: 'strong', pieces: [text('a')] }, text(' and '), { kind: 'em', pieces: [text('b')] }],
    ],
    [
      'a ||**b**||',
      [text('a '), { kind: 'spoiler', pieces: [{ kind: 'strong', pieces: [text('b')] }] }],
    ],
    ['`**a**`', [{ kind: 'code', text: '**a**' }]],
    [String.raw`\*\*a\*\*`, [text('**a**')]],
    ['<@12> in <#34>', [{ kind: 'user', id: '12' }, text(' in '), { kind: 'channel', id: '34' }]],
    ['</imagine:5>', [{ kind: 'command', name: 'imagine' }]],
    ['<t:7:R>', [{ kind: 'moment', at: 7_000, style: 'R' }]],
    ['<t:7>', [{ kind: 'moment', at: 7_000, style: 'f' }]],
    ['snake_case_name 3 * 4 * 5', [text('snake_case_name 3 * 4 * 5')]],
  ])('reads %s', (content, pieces) => {
    expect(parseMarkdown(content)).toEqual([{ kind: 'plain', pieces }]);
  });

  it('reads links, and no address but http and https', () => {
    expect(parseMarkdown('[x](javascript:alert(1))')).toEqual([
      { kind: 'plain', pieces: [text('[x](javascript:alert(1))')] },
    ]);
    expect(parseMarkdown('[x](https://a.example/b)')).toEqual([
      {
        kind: 'plain',
        pieces: [{ kind: 'link', address: 'https://a.example/b', pieces: [text('x')] }],
      },
    ]);
  });

  it('knows the addresses of messages', () => {
    const address = 'https://discord.com/channels/1/22/333';
    const jump = { kind: 'jump', channel: '22', message: '333' };
    expect(parseMarkdown(`[go](${address}), ${address}`)).toEqual([
      {
        kind: 'plain',
        pieces: [
          { ...jump, pieces: [text('go')] },
          text(', '),
          { ...jump, pieces: [text(address)] },
        ],
      },
    ]);
    expect(parseMarkdown(`${address}/4`)).toMatchObject([{ pieces: [{ kind: 'link' }] }]);
  });

  it('reads blocks: quotes, subtext, headings, items, fences', () => {
    const content = '# A\n> b\n-# c\n- d\n```js\ne < f\n```\ng';
    expect(parseMarkdown(content).map(({ kind }) => kind)).toEqual([
      'heading',
      'quote',
      'subtext',
      'item',
      'pre',
      'plain',
    ]);
    expect(parseMarkdown(content)[4]).toEqual({ kind: 'pre', text: 'e < f' });
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        expect(Array.isArray(parseMarkdown(content))).toBe(true);
      }),
    );
  });
});
