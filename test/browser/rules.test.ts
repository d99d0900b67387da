import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { RULES_WORDS } from '../../src/words/rules.ts';
import { SECOND_LOOK_LABEL } from '../../src/words/second-look.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';

const press = (page: Page, label: string): Promise<void> =>
  page.getByRole('log').getByRole('button', { name: label, exact: true }).last().click();

test(
  'prompt rules: a moderator adds them, a member is refused and asks for a second look',
  PATIENT,
  async (context) => {
    const { page, problems } = await openPlayground(context);
    const shoot = await shooting();
    const person = keyboardOn(page);
    await person.seesPicture('A lighthouse on a cliff');

    await person.choose('You are', 'Moderator');
    await person.write('/moderation rules', 'Enter', 'Enter');
    await person.sees(RULES_WORDS.none);
    await press(page, RULES_WORDS.add);
    const form = page.getByRole('dialog', { name: RULES_WORDS.form.title });
    await form.waitFor();
    await shoot(page, 'rules-form');
    expect(await seriousProblems(page)).toEqual([]);
    await form
      .getByLabel(RULES_WORDS.form.label)
      .fill('*gore*\ndead body\nstrict: nude\nflag: blood\nprompt: nsfw\n*');
    await form.getByRole('button', { name: 'Submit' }).click();
    const panel = await person.sees(/Added 5 rules; they hold from now on.*Line 6/s);
    const widthOf = async (part: string) =>
      (await panel.locator(`discord-embed ${part}`).boundingBox())?.width;
    expect(await widthOf('.embed-text')).toBe(await widthOf('discord-embed-footer'));
    await shoot(page, 'rules-panel');
    expect(await seriousProblems(page)).toEqual([]);

    await person.write('/moderation test', 'Enter', 'a g.0.r.€ scene, bl ood', 'Enter');
    await person.sees(/this text would be refused as a prompt/);
    await shoot(page, 'rules-test');
    await person.write('/moderation test', 'Enter', 'bl00d on the snow', 'Enter');
    await person.sees(/the picture would be shown, and noted in a case for moderators/);
    await shoot(page, 'rules-test-flagged');

    await person.choose('You are', 'Member');
    await person.write('/imagine ', 'a g.0.r.€ scene', 'Enter');
    await person.sees(/Your prompt meets this server’s rule/);
    const spoiler = page.getByRole('button', { name: 'Show the spoiler' }).last();
    await spoiler.click();
    await person.sees(/this server’s rule, \*gore\*\./);
    await press(page, SECOND_LOOK_LABEL);
    await person.sees(/you ask for a second look/);
    await shoot(page, 'rules-refusal');
    expect(await seriousProblems(page)).toEqual([]);
    expect(problems()).toEqual([]);
  },
);
