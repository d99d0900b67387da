import { expect, test } from 'vitest';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';

const PRIVATE = 'Only you can see this';

test(
  'by keyboard alone: a picture, its credits, somebody else, a cooldown',
  PATIENT,
  async (context) => {
    const { page, problems } = await openPlayground(context);
    const somebody = keyboardOn(page);
    await somebody.seesPicture('A lighthouse on a cliff');
    await somebody.choose('You are', 'Second');

    await somebody.write('/ima');
    await page.getByRole('option', { name: /^\/imagine/ }).waitFor();
    await somebody.type('Enter', 'a red fox in snow', 'Tab');
    await somebody.type('style', 'Enter', 'pixel', 'Enter', 'aspect', 'Enter', 'wide', 'Enter');
    await somebody.type('Enter');
    await somebody.type('/imagine ', 'too soon', 'Enter');
    const refusal = await somebody.sees('One at a time');
    await refusal.getByText('Nothing was charged.').waitFor();
    expect(await somebody.seesPicture('a red fox in snow')).toContain('a red fox in snow');
    await somebody.sees(/a red fox in snow.*Pixel art.*Wide 16:9/s);

    // A picture is charged a moment after it is shown.
    await expect
      .poll(async () => {
        await somebody.write('/credits', 'Enter', 'Enter');
        return (await somebody.sees('Credits of this server')).innerText();
      })
      .toContain('12 credits');
    const card = await somebody.sees('Credits of this server');
    await card.getByText('You have used 6 credits of them.').waitFor();
    await card.getByText(PRIVATE).waitFor();

    await somebody.choose('You are', 'Owner');
    await card.waitFor({ state: 'detached' });
    await somebody.seesPicture('a red fox in snow');
    expect(await somebody.messages(PRIVATE).count()).toBe(0);
    await somebody.write('/imagine ', 'a green boat', 'Enter');
    await somebody.seesPicture('a green boat');
    expect(await somebody.messages('too soon').count()).toBe(0);
    expect(problems()).toEqual([]);
  },
);
