import { spawn } from 'node:child_process';

/** The command that shows an address in the user's browser, by `process.platform`. */
export function opener(platform: string, address: string): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', address];
    default:
      return ['xdg-open', address];
  }
}

/** Shows an address in the user's browser, if there is one; nothing waits for it, and nothing is said without. */
export function openBrowser(address: string): void {
  const [command, ...words] = opener(process.platform, address);
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
