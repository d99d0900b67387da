import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a program: kills it when it is about to touch files for the nth time, n being the
 * variable DIE_AT.
 */
const at = Number(process.env['DIE_AT']);
let count = 0;

const touching = ['copyFile', 'link', 'mkdtemp', 'open', 'rename', 'rm'] as const;

for (const name of touching) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (count === at) process.kill(process.pid, 'SIGKILL');
      count += 1;
      return real.apply(fs, args);
    },
  });
}

syncBuiltinESMExports();
