import { expect, it } from 'vitest';
import { excerpt } from '../../../../playground/page/app/text/excerpt.ts';

it.each([
  ['**Orchard** on the _north_ wall\nmore', 'Orchard on the north wall'],
  ['> a `fox`\n<@1>', 'a fox'],
  ['by <@1>', 'by …'],
  ['', ''],
])('tells %j in a few plain words', (content, words) => {
  expect(excerpt(content)).toBe(words);
});
