import { expect, it } from 'vitest';
import { parseCall } from '../../../src/operations/ledger/call.ts';

const ID = '300000000000000001';

it.each([
  [['report'], { command: 'report', json: false }],
  [['verify', '--json'], { command: 'verify', json: true }],
  [['--json', 'report'], { command: 'report', json: true }],
  [['backup', 'a b.sqlite'], { command: 'backup', file: 'a b.sqlite' }],
  [['restore', 'file'], { command: 'restore', file: 'file' }],
  [['forget', ID], { command: 'forget', userId: ID }],
])('understands %j', (args, call) => {
  expect(parseCall(args)).toEqual(call);
});

it.each([
  [[]],
  [['toys']],
  [['report', 'file']],
  [['verify', '--yaml']],
  [['backup']],
  [['backup', '']],
  [['backup', 'a', 'b']],
  [['backup', 'a', '--json']],
  [['forget']],
  [['forget', 'Ada']],
  [['forget', `${ID}0000`]],
])('does not guess at %j', (args) => {
  expect(parseCall(args)).toBeUndefined();
});
