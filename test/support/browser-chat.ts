import type { Locator, Page } from 'playwright-core';
import { tabTo } from './browser-keys.ts';

/** Strokes that are keys; everything else is typed. */
const KEYS: readonly string[] = ['Enter', 'Tab', 'Escape', 'Space', 'ArrowDown', 'ArrowUp'];

/** Longer than Chromium takes letters for one word. */
const NEW_WORD_MS = 1_200;

/** The page as somebody at a keyboard uses it. */
export function keyboardOn(page: Page) {
  const log = page.getByRole('log');
  /** Messages that say it themselves, not those that quote it as what they reply to. */
  const messages = (text: string | RegExp): Locator => {
    const quoting = page.locator('.reply').filter({ hasText: text });
    return log.getByRole('article').filter({ hasText: text }).filter({ hasNot: quoting });
  };
  const strokes = async (all: readonly string[]): Promise<void> => {
    for (const stroke of all) {
      if (KEYS.includes(stroke)) await page.keyboard.press(stroke);
      else await page.keyboard.type(stroke);
    }
  };
  return {
    messages,
    /** Presses keys and types texts where the focus is. */
    type: (...all: string[]) => strokes(all),
    /** Goes to the message box by Tab, and writes there. */
    async write(...all: string[]): Promise<void> {
      await tabTo(page, page.getByRole('combobox', { name: /^Message #/ }));
      await strokes(all);
    },
    /**
     * Chooses from a list that has a label, by typing the option's first letters. Chromium begins a
     * new word after a second without a letter, which a busy machine may take: then it is typed again.
     */
    async choose(label: string, option: string): Promise<void> {
      const list = page.getByRole('combobox', { name: label });
      await tabTo(page, list);
      const chosen = () => list.locator('option:checked').innerText();
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await page.keyboard.type(option);
        if ((await chosen()).toLowerCase().startsWith(option.toLowerCase())) return;
        await page.waitForTimeout(NEW_WORD_MS);
      }
      throw new Error(`“${option}” could not be chosen from “${label}”: ${await chosen()}`);
    },
    /** Waits for the newest message with this text, and gives it. */
    async sees(text: string | RegExp): Promise<Locator> {
      const found = messages(text).last();
      await found.waitFor();
      return found;
    },
    /** Waits for a message with this text and a picture in it that the browser could draw; gives the alt text. */
    async seesPicture(text: string | RegExp): Promise<string> {
      const image = messages(text).last().locator('.picture img');
      await image.waitFor();
      await image.evaluate('(element) => element.decode()');
      return (await image.getAttribute('alt')) ?? '';
    },
  };
}
