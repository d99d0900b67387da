import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from './chromium.ts';
import { moderationPictures } from './moderation-pictures.ts';
import { become, PICTURE_MS, startPlayground, write } from './playground.ts';
import { shoot } from './shoot.ts';

const ROOT = join(import.meta.dirname, '..');
const FIRST = 'A lighthouse on a cliff';
const SECOND = 'A sailing boat below snowy mountains';

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
  await become(page, 'Second member');
  await page.getByText('Only you can see this').waitFor({ state: 'detached' });
  await write(page, '/imagine ', SECOND, 'Tab', 'aspect', 'Enter', 'wide', 'Enter', 'Enter');
}

async function run(given: string | undefined): Promise<void> {
  const executable = chromiumPath(process.env);
  if (executable === undefined) throw new Error('Install chromium, or set CHROMIUM_PATH.');
  const folder = given ?? join(ROOT, 'docs');
  const views = given === undefined ? [README_VIEW] : ALL_VIEWS;
  await mkdir(folder, { recursive: true });
  const place = await mkdtemp(join(tmpdir(), 'easel-screenshot-'));
  const playground = await startPlayground(place, FIRST);
  const browser = await launchChromium(executable);
  try {
    const first = await open(browser, playground.origin, README_VIEW);
    await askForAnother(first);
    await picturesShown(first, 2);
    const reader = await browser.newPage();
    for (const view of views) {
      const page = await open(browser, playground.origin, view);
      await picturesShown(page, 2);
      await shoot(page, reader, join(folder, `${view.name}.png`));
    }
    if (given === undefined) {
      await moderationPictures(first, reader, join(folder, 'moderation'));
    }
  } finally {
    await browser.close();
    await playground.stop();
    await rm(place, { recursive: true, force: true });
  }
}

await run(process.argv[2]);
