import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { catchTheRest } from '../../src/operations/last-resort.ts';
import { createLogger } from '../../src/operations/logging.ts';

const SECRET = 'key-that-must-not-be-printed';

function scene() {
  const source = new EventEmitter();
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const exit = vi.fn<(code: number) => void>();
  catchTheRest(source, createLogger({ level: 'info', secrets: [SECRET], destination }), exit);
  return { source, lines, exit };
}

it('logs a failure that nobody waited for, without its secrets, and goes on', () => {
  const { source, lines, exit } = scene();
  const error = Object.assign(new Error(`refused ${SECRET}`), { requestBody: 'A lighthouse' });
  source.emit('unhandledRejection', error);
  expect(lines.join()).toContain('"message":"refused [secret]"');
  expect(lines.join()).not.toContain('lighthouse');
  expect(exit).not.toHaveBeenCalled();
});

it('logs an exception that nobody caught and ends as failed', () => {
  const { source, lines, exit } = scene();
  source.emit('uncaughtException', new Error('broken'));
  expect(lines.join()).toContain('"level":"fatal"');
  expect(exit.mock.calls).toEqual([[1]]);
});
