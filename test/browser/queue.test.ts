import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BUTTON_LABELS, CANCEL_WORDS } from '../../src/words/buttons.ts';
import { CANCEL_LABEL } from '../../src/words/progress.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';

/** How long the image service takes for a picture; the bot has four made at once. */
const LATENCY_MS = 12_000;

const press = (page: Page, label: string): Promise<void> =>
  page.getByRole('log').getByRole('button', { name: label, exact: true }).last().click();

/** Whether the newest message is in sight, whatever grew above it. */
async function isAtEnd(page: Page): Promise<boolean> {
  const box = await page.getByRole('article').last().boundingBox();
  const { height } = page.viewportSize() ?? { height: 0 };
  return box !== null && box.y > 0 && box.y + box.height <= height;
}

test(
  'a busy channel: waiting, being painted, coming one by one, and called off',
  PATIENT,
  async (context) => {
    const shoot = await shooting();
    const { page, problems } = await openPlayground(context, ['--latency', `${LATENCY_MS}`]);
    const member = keyboardOn(page);
    await member.seesPicture('A lighthouse on a cliff');

    await member.choose('You are', 'Second');
    await member.write('/imagine ', 'a red fox in snow', 'Enter');
    await member.sees(/a red fox in snow.*Painting, begun/s);
    await shoot(page, 'queue-1-painting');

    await member.choose('You are', 'Moderator');
    await press(page, BUTTON_LABELS.more);
    await member.choose('You are', 'Manager');
    await member.write('/imagine ', 'a windmill', 'Enter');
    await member.sees(/a windmill.*Waiting: \d+ pictures? comes? first\. It should begin/s);
    await shoot(page, 'queue-2-waiting');
    expect(await seriousProblems(page)).toEqual([]);

    await member.choose('You are', 'Member');
    await press(page, CANCEL_LABEL);
    await member.sees(CANCEL_WORDS['not-yours']);
    await shoot(page, 'queue-3-not-yours');

    await member.choose('You are', 'Manager');
    await press(page, CANCEL_LABEL);
    await member.sees(/There is no picture: .*cancelled it\. Nothing was charged\./);
    await shoot(page, 'queue-4-cancelled');

    const coming = await member.sees(/3 pictures are here, 1 is being painted/);
    expect(await isAtEnd(page)).toBe(true);
    await coming.getByRole('button', { name: CANCEL_LABEL }).scrollIntoViewIfNeeded();
    await shoot(page, 'queue-5-coming');
    await member.sees(/A lighthouse on a cliff.*seeds \d+, \d+, \d+, \d+/s);
    await member.seesPicture('a red fox in snow');
    expect(await page.getByRole('log').getByRole('button', { name: CANCEL_LABEL }).count()).toBe(0);
    await shoot(page, 'queue-6-complete');
    expect(problems()).toEqual([]);
  },
);
