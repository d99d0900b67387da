import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package `chromium` puts it. */
const DEBIAN = '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to drive: CHROMIUM_PATH, else Debian's; undefined when there is none. */
export function chromiumPath(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const path = env['CHROMIUM_PATH'] ?? DEBIAN;
  return existsSync(path) ? path : undefined;
}

/** Starts a headless Chromium with a fresh profile, which goes when it is closed. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}
