import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BUTTON_LABELS, BUTTON_WORDS } from '../../src/words/buttons.ts';
import { EDIT_WORDS } from '../../src/words/edit.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';

const PRIVATE = 'Only you can see this';

/** Presses a button under the newest message that has it. */
const press = (page: Page, label: string): Promise<void> =>
  page.getByRole('log').getByRole('button', { name: label, exact: true }).last().click();

test(
  'everything under a picture, pressed by one member after another',
  PATIENT,
  async (context) => {
    const { page, problems } = await openPlayground(context);
    const member = keyboardOn(page);
    await member.seesPicture('A lighthouse on a cliff');
    await member.choose('You are', 'Second');
    await member.write('/imagine ', 'a red fox in snow', 'Enter');
    await member.seesPicture('a red fox in snow');

    await press(page, BUTTON_LABELS.details);
    const card = await member.sees('How this picture was made');
    await card.getByText('/imagine prompt:a red fox in snow').waitFor();
    await card.getByText(PRIVATE).waitFor();

    await member.choose('You are', 'Moderator');
    await press(page, BUTTON_LABELS.style);
    await member.sees('Which style?');
    await page.getByRole('button', { name: 'Choose a style' }).click();
    await page.getByRole('option', { name: 'Pixel art' }).click();
    await member.seesPicture(/a red fox in snow.*Pixel art.*from this message/s);

    await member.choose('You are', 'Manager');
    await press(page, BUTTON_LABELS.shape);
    await member.sees('Which shape?');
    await page.getByRole('button', { name: 'Choose a shape' }).click();
    await page.getByRole('option', { name: 'Wide 16:9' }).click();
    await member.seesPicture(/a red fox in snow.*Pixel art.*Wide 16:9/s);

    await member.choose('You are', 'Member');
    await press(page, BUTTON_LABELS.edit);
    const form = page.getByRole('dialog', { name: EDIT_WORDS.title });
    await form.waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    expect(await form.getByLabel(EDIT_WORDS.prompt).inputValue()).toBe('a red fox in snow');
    await form.getByLabel(EDIT_WORDS.prompt).fill('a green owl in rain');
    await form.getByRole('button', { name: 'Submit' }).click();
    await member.seesPicture(/a green owl in rain.*Pixel art.*Wide 16:9/s);

    await member.choose('You are', 'Owner');
    await press(page, BUTTON_LABELS.more);
    await member.sees(/a green owl in rain.*seeds \d+, \d+, \d+, \d+/s);

    await press(page, BUTTON_LABELS.delete);
    await member.sees(/Delete this message and its 4 pictures for everybody/);
    await press(page, BUTTON_WORDS.confirm);
    await member.sees(BUTTON_WORDS.deleted);
    expect(await member.messages(/seeds \d+/).count()).toBe(0);
    expect(await seriousProblems(page)).toEqual([]);
    expect(problems()).toEqual([]);
  },
);
