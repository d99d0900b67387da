import { expect, it } from 'vitest';
import { createFeed } from '../../playground/feed.ts';

it('tells what is new, what was replaced and what is gone', () => {
  const look = createFeed<{ id: string; text: string }>();
  const [a, b] = [
    { id: 'a', text: '1' },
    { id: 'b', text: '1' },
  ];
  expect(look([a, b])).toEqual({ changed: [a, b], removed: [] });
  expect(look([a, b])).toEqual({ changed: [], removed: [] });
  const edited = { id: 'b', text: '2' };
  expect(look([edited])).toEqual({ changed: [edited], removed: ['a'] });
  expect(look([a, edited])).toEqual({ changed: [a], removed: [] });
});
