import { type Finding, fail, ok } from './finding.ts';

/** Whether this Node runs Easel: 22.19 is the oldest that does. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 19)
    ? ok(`Node ${version}`)
    : fail(`Node ${version} is too old: install 22.19 or newer, or run "npm ci" and use npm run`);
}
