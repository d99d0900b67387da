import { describe, expect, it } from 'vitest';
import { BUTTON_LABELS, BUTTON_WORDS } from '../../src/words/buttons.ts';
import { jobEnd } from '../support/bot-jobs.ts';
import { order, PUPPET_HOST } from '../support/bot-host.ts';
import { ordersOf, press, shownPicture } from '../support/buttons.ts';
import { losingTheFirst, messageIn, pressRetry } from '../support/edge-retry.ts';
import { expectNoViolations } from '../support/stage.ts';

const DAY_MS = 24 * 3_600_000;
const KINDS = Object.keys(BUTTON_LABELS) as (keyof typeof BUTTON_LABELS)[];

describe('the buttons', () => {
  it('work after a restart', async () => {
    const { stage, place, message } = await shownPicture({ prompt: 'A fox', seed: 41 });
    await stage.bot.stop('SIGKILL');
    const again = { ...stage, bot: await stage.again() };
    const click = press(again, message, 'again', place.by);
    expect((await click.settled()).attachments).toHaveLength(1);
    await jobEnd(again, click, 'delivered');
    expect(ordersOf(again).map(({ prompt }) => prompt)).toEqual(['A fox', 'A fox']);
    expectNoViolations(again);
  });

  it('work a month later, and say so when they do not any more', async () => {
    const asked = {
      prompt: 'A *fox*, 50% @home: 1/2',
      negative_prompt: '#snow',
      style_preset: 'origami',
      aspect_ratio: '16:9',
    };
    const { stage, place, message } = await shownPicture(asked, { host: PUPPET_HOST });
    await order(stage.bot, { clockAheadMs: 31 * DAY_MS });
    const click = press(stage, message, 'again', place.by);
    expect((await click.settled()).attachments).toHaveLength(1);

    await order(stage.bot, { clockAheadMs: 61 * DAY_MS });
    const own: readonly string[] = ['edit', 'details', 'delete'];
    for (const kind of KINDS.filter((each) => !own.includes(each))) {
      const told = await press(stage, message, kind, place.by).settled();
      expect([kind, told.content]).toEqual([kind, BUTTON_WORDS.gone]);
    }
    const refused = await press(stage, message, 'delete', place.by).settled();
    expect(refused.content).toBe(BUTTON_WORDS.askerUnknown);
    expect(stage.service.requests).toHaveLength(2);
    const card = await press(stage, message, 'details', place.by).settled();
    expect(card.embeds[0]?.description).toMatch(
      /is not kept any more.* what the message still says/,
    );
    expect(card.embeds[0]?.description).toContain(`/imagine prompt:${asked.prompt}`);
    const opener = press(stage, message, 'edit', place.by);
    expect(await opener.answered).toBe(9);
    const made = await stage.discord.submit(opener, { values: {} }).settled();
    expect(made.attachments).toHaveLength(1);
    const [first, , third] = ordersOf(stage);
    expect(third).toEqual(first);
    const { owner } = stage.discord.world.people;
    const question = await press(stage, message, 'delete', owner).settled();
    expect(question.content).toMatch(/^Delete this message and its picture for everybody/);
    expectNoViolations(stage);
  });

  it('work under a picture whose parent was deleted', async () => {
    const { stage, place, message } = await shownPicture();
    const child = await press(stage, message, 'again', place.by).settled();
    stage.discord.deleteMessage(message);
    const click = press(stage, child, 'again', place.by);
    expect((await click.settled()).content).toContain(`/${child.id})`);
    expectNoViolations(stage);
  });

  it('lose a picture to a crash: Retry keeps the parent', async () => {
    const { stage, place, message } = await shownPicture(
      {},
      {
        service: async (request, response, count) =>
          losingTheFirst(count === 2 ? 2 : 0)(request, response, count),
      },
    );
    const click = press(stage, message, 'again', place.by);
    await stage.service.received(2);
    await stage.bot.stop('SIGKILL');
    const again = { ...stage, bot: await stage.again() };
    const notice = await messageIn(stage, place.in, /had to restart/);
    const retried = await pressRetry(again, notice, place.by).settled();
    expect(retried.content).toContain(`/${message.id})`);
    expect(retried.attachments).toHaveLength(1);
    expect(click.original()?.id).toBe(notice.id);
  });
});
