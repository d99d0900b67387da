import { expect, it } from 'vitest';
import { COMMAND_FAILED, UNKNOWN_COMMAND } from '../../src/words/commands.ts';

it.each([COMMAND_FAILED, UNKNOWN_COMMAND])('says that nothing was charged: %s', (text) => {
  expect(text).toContain('Nothing was charged.');
  expect(text.length).toBeLessThan(2_000);
});
