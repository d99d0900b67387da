import { expect, it } from 'vitest';
import { RULES_WORDS } from '../../src/words/rules.ts';
import { jobEnd } from '../support/bot-jobs.ts';
import { press } from '../support/buttons.ts';
import { expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

const WAITS =
  /^Several of your prompts have just met rules, .* Nothing was charged\..* <t:\d+:R>\.$/;
const MINUTE = 60_000;

/** Asks for a picture to the end; by the member unless told otherwise. */
async function ask(stage: Stage, prompt: string, more = {}) {
  const job = imagine(stage, { prompt }, more);
  const message = await job.settled();
  const { result } = await jobEnd(stage, job);
  return { message, result };
}

it('five refusals by a rule make a member wait, without cases, until a minute is over', async () => {
  const clock = { aheadMs: 0 };
  const stage = await setStage({
    discord: { now: () => Date.now() + clock.aheadMs },
  });
  const { use, click, submit, world } = stage.discord;
  const { people, channels } = world;
  const { message: picture } = await ask(stage, 'A cat');
  const where = { by: people.moderator, in: channels.art };
  const panel = await use({ command: 'moderation rules', ...where }).settled();
  const opener = click({ message: panel, button: RULES_WORDS.add, by: people.moderator });
  expect(await opener.answered).toBe(9);
  await submit(opener, { values: { rules: 'gore' } }).settled();

  for (let time = 1; time <= 5; time += 1) {
    expect((await ask(stage, 'gore')).result).toBe('against-rule');
  }
  for (const prompt of ['gore', 'A dog']) {
    const { message, result } = await ask(stage, prompt);
    expect(result).toBe('refused-often');
    expect(message.content).toMatch(WAITS);
    expect(message.components).toEqual([]);
  }
  const again = press(stage, picture, 'again', people.member);
  expect((await again.settled()).content).toMatch(WAITS);
  await jobEnd(stage, again, 'refused-often');
  expect((await ask(stage, 'A dog', { by: people.secondMember })).result).toBe('delivered');
  expect(stage.service.requests).toHaveLength(2);

  clock.aheadMs += MINUTE;
  expect((await ask(stage, 'A dog')).result).toBe('delivered');
  const list = await use({ command: 'moderation cases', ...where }).settled();
  const refused = list.embeds[0]?.description?.match(/(?<=Case )\d+(?=\*\* .*was refused)/g);
  expect(refused).toEqual(['6', '5', '4', '3', '2']);
  expectNoViolations(stage);
});
