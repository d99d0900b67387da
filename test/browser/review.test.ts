import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageState } from '../../playground/page/contract.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';
import { livePlayground } from '../support/live-playground.ts';
import { freshFolder } from '../support/playground-folder.ts';
import { setPolicies } from '../support/policies.ts';
import { REVIEW_FORM_WORDS, REVIEW_LABELS } from '../../src/words/review.ts';

/** A folder with a playground in which moderators see every picture first. */
async function reviewedFolder(): Promise<string> {
  const data = join(await freshFolder(), 'kept');
  const first = await livePlayground(['--data', data]);
  const manager = first.state.people.find(({ name }) => name === 'Manager')?.id ?? '';
  const answer = await fetch(`${first.origin}/page/state?as=${manager}`);
  const [guild] = pageState.parse(await answer.json()).guilds;
  const channel = (name: string) => guild?.channels.find((one) => one.name === name)?.id ?? '';
  first.process.kill('SIGTERM');
  await first.ended;
  await setPolicies(join(data, 'easel.sqlite'), {
    [guild?.id ?? '']: {
      review: 'everybody',
      reviewChannel: channel('review'),
      logChannel: channel('mod-log'),
    },
  });
  return data;
}

const press = (page: Page, label: string): Promise<void> =>
  page.getByRole('log').getByRole('button', { name: label, exact: true }).last().click();

const go = (page: Page, channel: string): Promise<void> =>
  page.getByLabel('Channels').getByRole('button', { name: channel }).first().click();

// The playground is started twice.
const TWICE = { timeout: 2 * PATIENT.timeout };

test('moderators approve one picture and reject another', TWICE, async (context) => {
  const data = await reviewedFolder();
  const shoot = await shooting();
  const { page, problems } = await openPlayground(context, ['--data', data]);
  const person = keyboardOn(page);
  await person.choose('You are', 'Second');
  await person.write('/imagine ', 'a red fox in snow', 'Enter');
  await person.sees(/a red fox in snow.*waits for a moderator/s);
  expect(await shoot(page, 'review-waiting')).toBeGreaterThan(0);
  await person.choose('You are', 'Painter');
  await person.write('/imagine ', 'a blue whale', 'Enter');
  await person.sees(/a blue whale.*waits for a moderator/s);

  await person.choose('You are', 'Moderator');
  await go(page, 'review');
  await person.seesPicture('a red fox in snow');
  await person.seesPicture('a blue whale');
  expect(await shoot(page, 'review-channel')).toBeGreaterThan(0);
  await press(page, REVIEW_LABELS.reject);
  const form = page.getByRole('dialog', { name: REVIEW_FORM_WORDS.reject });
  await form.waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByLabel(REVIEW_FORM_WORDS.reason).fill('No whales in this channel, please');
  expect(await shoot(page, 'review-form')).toBeGreaterThan(0);
  await form.getByRole('button', { name: 'Submit' }).click();
  await person.sees(/Rejected by/);
  await press(page, REVIEW_LABELS.approve);
  await person.sees(/Approved by.*to message|Approved by.*:/s);
  expect(await shoot(page, 'review-decided')).toBeGreaterThan(0);
  await go(page, 'mod-log');
  await person.sees(/approved what.*message/s);
  await person.sees(/rejected what.*message.*No whales in this channel/s);
  expect(await shoot(page, 'review-log')).toBeGreaterThan(0);

  await person.choose('You are', 'Painter');
  await go(page, 'art');
  await person.sees(/A moderator decided.*No whales in this channel/s);
  await person.seesPicture(/a red fox in snow.*asked by/s);
  expect(await shoot(page, 'review-art')).toBeGreaterThan(0);
  expect(await seriousProblems(page)).toEqual([]);
  expect(problems()).toEqual([]);
});
