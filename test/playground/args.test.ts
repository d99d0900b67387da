import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseOrder } from '../../playground/args.ts';

const PLAIN = { kind: 'play', once: false, open: true, port: 0, latencyMs: 0 };
const API = 'https://images.example';

describe('the command line of the playground', () => {
  it.each([
    [[], {}],
    [['--once'], { once: true }],
    [['--once', 'a fox in snow'], { once: true, prompt: 'a fox in snow' }],
    [['a fox', '--port', '65535'], { port: 65_535, prompt: 'a fox' }],
    [['--port=1'], { port: 1 }],
    [['--no-open'], { open: false }],
    [['--latency', '2500'], { latencyMs: 2_500 }],
    [['--data', 'kept'], { data: resolve('kept') }],
    [['--api', API, '--key', 'k'], { api: { url: API, key: 'k' } }],
  ])('reads %j', (words, order) => {
    expect(parseOrder(words)).toEqual({ ...PLAIN, ...order });
  });

  it.each([[['--help']], [['-h']], [['--once', '--help']]])('offers help for %j', (words) => {
    expect(parseOrder(words)).toMatchObject({ kind: 'help' });
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['--port'], "Option '--port <value>' argument missing."],
    [['--port', '0'], '--port takes a whole number from 1 to 65535.'],
    [['--port', '65536'], '--port takes a whole number from 1 to 65535.'],
    [['--port', '80a'], '--port takes a whole number from 1 to 65535.'],
    [['--once', ' '], 'The prompt is empty.'],
    [['--once', 'a', 'fox'], 'Put the prompt in quotes: --once "a fox in snow".'],
    [['--latency', '60001'], '--latency takes a whole number from 0 to 60000.'],
    [['--latency', '-1'], "Option '--latency' argument is ambiguous."],
    [['--data', ''], '--data takes a folder.'],
    [['--key', 'k'], '--key goes with --api: give both.'],
    [['--api', API], '--api goes with --key: give both.'],
    [
      ['--api', 'http://images.example', '--key', 'k'],
      '--api takes https; http only on this machine.',
    ],
  ])('says what is wrong with %j', (words, problem) => {
    expect(parseOrder(words)).toEqual({ kind: 'wrong', problem });
  });
});
