import { describe, expect, it } from 'vitest';
import { parseOrder } from '../../playground/args.ts';

describe('the command line of the playground', () => {
  it.each([
    [[], { once: false, port: 0, prompt: 'A lighthouse on a cliff' }],
    [['--once'], { once: true, port: 0, prompt: 'A lighthouse on a cliff' }],
    [['--once', 'a fox in snow'], { once: true, port: 0, prompt: 'a fox in snow' }],
    [['a fox', '--port', '65535'], { once: false, port: 65_535, prompt: 'a fox' }],
    [['--port=1'], { once: false, port: 1, prompt: 'A lighthouse on a cliff' }],
  ])('reads %j', (words, order) => {
    expect(parseOrder(words)).toEqual({ kind: 'play', ...order });
  });

  it.each([[['--help']], [['-h']], [['--once', '--help']]])('offers help for %j', (words) => {
    expect(parseOrder(words)).toEqual({ kind: 'help' });
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['--port'], "Option '--port <value>' argument missing."],
    [['--port', '0'], '--port takes a whole number from 1 to 65535.'],
    [['--port', '65536'], '--port takes a whole number from 1 to 65535.'],
    [['--port', '80a'], '--port takes a whole number from 1 to 65535.'],
    [['--once', ' '], 'The prompt is empty.'],
    [['--once', 'a', 'fox'], 'Put the prompt in quotes: --once "a fox in snow".'],
  ])('says what is wrong with %j', (words, problem) => {
    expect(parseOrder(words)).toEqual({ kind: 'wrong', problem });
  });
});
