import { expect, it } from 'vitest';
import { durationText } from '../../src/words/duration.ts';

it('a text that is no duration is explained', () => {
  const why = (['not-understood', 'too-short', 'too-long'] as const).map((each) =>
    durationText({ kind: 'refused', why: each }),
  );
  expect(why).toEqual([
    'Say how long as in 30m, 2h, 7d, 1w or forever. Nothing was changed.',
    'A block lasts at least one minute (1m). Nothing was changed.',
    'A block lasts at most a year (365d), or forever. Nothing was changed.',
  ]);
});

it('a text that is no duration gives the reason beside it back, to be copied as it was typed', () => {
  const refused = { kind: 'refused', why: 'not-understood' } as const;
  expect(durationText(refused, 'Gore, *again* ```x```')).toBe(
    "Say how long as in 30m, 2h, 7d, 1w or forever. Nothing was changed. Your reason, to copy: \n```\nGore, *again* '''x'''\n```",
  );
  expect(durationText(refused, '')).toBe(durationText(refused));
});
