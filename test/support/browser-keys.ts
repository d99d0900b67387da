import type { Locator, Page } from 'playwright-core';

/** More stops than any state of the page has. */
const MOST_STOPS = 120;

async function goTo(page: Page, target: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
  await target.first().waitFor();
  const focused = target.and(page.locator(':focus'));
  for (let stops = 0; stops <= MOST_STOPS; stops += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`);
}

/** Presses Tab until `target` has the focus. Throws when it cannot be reached so. */
export const tabTo = (page: Page, target: Locator): Promise<void> => goTo(page, target, 'Tab');

/** Goes down an open menu or list to an entry, and takes it. Throws when it cannot be reached so. */
export async function pick(page: Page, entry: Locator): Promise<void> {
  await goTo(page, entry, 'ArrowDown');
  await page.keyboard.press('Enter');
}

/** Reaches something by Tab and presses a key on it, Enter unless told. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
