import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from './chromium.ts';
import { indexedPng } from './indexed-png.ts';

const ROOT = join(import.meta.dirname, '..');
const FIRST = 'A lighthouse on a cliff';
const SECOND = 'A sailing boat below snowy mountains';

/** How long a picture may take, in ms. */
const PICTURE_MS = 60_000;

/** How the page is shown. */
interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'dark' | 'light';
}

const README_VIEW: View = { name: 'playground', width: 1280, height: 800, theme: 'dark' };

const SIZES = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

const ALL_VIEWS: readonly View[] = (['dark', 'light'] as const).flatMap((theme) =>
  Object.entries(SIZES).map(([size, box]) => ({
    name: `playground-${theme}-${size}`,
    theme,
    ...box,
  })),
);

/** Starts the playground in `folder`; resolves with its page's address once the first picture came. */
async function startPlayground(
  folder: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const main = join(ROOT, 'playground', 'main.ts');
  const child = spawn(process.execPath, [main, '--no-open', FIRST], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const lines = createInterface({ input: child.stdout });
  const opened = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const [, origin] = /^Open (http:\/\/127\.0\.0\.1:\d+)/.exec(line) ?? [];
      if (origin !== undefined) resolve(origin);
    });
  });
  const origin = await Promise.race([opened, ended.then(() => undefined)]);
  if (origin === undefined) throw new Error('The playground ended before its first picture.');
  return { origin, stop };
}

/** Resolves once so many pictures are there, whole. */
async function picturesShown(page: Page, count: number): Promise<void> {
  const images = page.getByRole('log').locator('.picture img');
  await images.nth(count - 1).waitFor({ timeout: PICTURE_MS });
  for (const image of await images.all()) await image.evaluate('(element) => element.decode()');
}

async function open(browser: Browser, origin: string, view: View): Promise<Page> {
  const { width, height, theme } = view;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
  await page.goto(origin);
  return page;
}

/** Asks for the second picture as a person would, by the message box; another one, who need not wait. */
async function askForAnother(page: Page): Promise<void> {
  await page.getByLabel('You are').selectOption({ label: 'Second member' });
  await page.getByText('Only you can see this').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Message #art' }).focus();
  await page.keyboard.type('/imagine ');
  await page.keyboard.type(SECOND);
  await page.keyboard.press('Tab');
  await page.keyboard.type('aspect');
  await page.keyboard.press('Enter');
  await page.keyboard.type('wide');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

/** Run in the browser, which can read PNGs: the pixels of one, as Base64 of their RGBA. */
const READ_PIXELS = `async (base64) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + base64;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192)
    text += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(text);
}`;

/** Saves the page as it is, in few colours, so that the file stays small; `reader` is an empty page. */
async function shoot(
  page: Page,
  reader: Page,
  { name, width, height }: View,
  folder: string,
): Promise<void> {
  const whole = await page.screenshot({ animations: 'disabled' });
  const pixels = await reader.evaluate<string>(`(${READ_PIXELS})('${whole.toString('base64')}')`);
  const file = indexedPng(Buffer.from(pixels, 'base64'), width, height);
  const path = join(folder, `${name}.png`);
  await writeFile(path, file);
  process.stdout.write(`${path}  ${Math.round(file.length / 1_000)} kB\n`);
}

async function run(given: string | undefined): Promise<void> {
  const executable = chromiumPath(process.env);
  if (executable === undefined) throw new Error('Install chromium, or set CHROMIUM_PATH.');
  const folder = given ?? join(ROOT, 'docs');
  const views = given === undefined ? [README_VIEW] : ALL_VIEWS;
  await mkdir(folder, { recursive: true });
  const place = await mkdtemp(join(tmpdir(), 'easel-screenshot-'));
  const playground = await startPlayground(place);
  const browser = await launchChromium(executable);
  try {
    const first = await open(browser, playground.origin, README_VIEW);
    await askForAnother(first);
    await picturesShown(first, 2);
    // An empty page: the playground's own allows no data: addresses.
    const reader = await browser.newPage();
    for (const view of views) {
      const page = await open(browser, playground.origin, view);
      await picturesShown(page, 2);
      await shoot(page, reader, view, folder);
    }
  } finally {
    await browser.close();
    await playground.stop();
    await rm(place, { recursive: true, force: true });
  }
}

await run(process.argv[2]);
