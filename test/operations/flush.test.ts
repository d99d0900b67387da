import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const LINES = 2000;
const logging = new URL('../../src/operations/logging.ts', import.meta.url).href;

test('a line is out once it is logged, even when the program is killed right after', async () => {
  const program = `
    import { createLogger } from ${JSON.stringify(logging)};
    const logger = createLogger({ level: 'info', secrets: ['a-known-secret'] });
    for (let n = 1; n <= ${LINES}; n += 1) logger.info({ n, text: 'x'.repeat(200) }, 'a-known-secret');
    process.kill(process.pid, 'SIGKILL');`;
  const args = ['--input-type=module', '--eval', program];
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 });
  const { signal, stdout } = await run.then(
    () => expect.unreachable('the program is killed'),
    (error: unknown) => error as { signal: string; stdout: string },
  );

  const entries = stdout.trimEnd().split('\n');
  expect(signal).toBe('SIGKILL');
  expect(entries).toHaveLength(LINES);
  expect(JSON.parse(entries.at(-1) ?? '')).toMatchObject({ n: LINES, msg: '[secret]' });
});
