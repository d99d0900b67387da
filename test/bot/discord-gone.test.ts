import { describe, expect, it } from 'vitest';
import { booksOf, jobEnd, newcomer } from '../support/bot-jobs.ts';
import { countRequests, EDIT, FOLLOW_UP } from '../support/bot-routes.ts';
import { expectNoViolations, imagine, paintAsAsked, setStage } from '../support/stage.ts';

/** A job whose two pictures the service is painting until its gate opens. */
async function painting() {
  const gate = Promise.withResolvers<void>();
  const clock = { ahead: 0 };
  const stage = await setStage({
    service: async (request, response, count) => {
      await gate.promise;
      await paintAsAsked(request, response, count);
    },
    discord: { now: () => Date.now() + clock.ahead },
  });
  const place = newcomer(stage);
  const job = imagine(stage, { count: 2 }, place);
  await stage.service.received(2);
  return { stage, place, job, gate, clock };
}

describe('a message that is gone when its picture comes', () => {
  it('deleted: the credits go back, and the member alone is told', async () => {
    const { stage, place, job, gate } = await painting();
    const requests = countRequests(stage);
    stage.discord.deleteMessage(job.original() ?? { id: '' });
    gate.resolve();

    const followUp = await job.followUp(0);
    expect(followUp.content).toBe(
      'Your picture was made, but its message was deleted meanwhile. Nothing was charged. Send the command again if you like.',
    );
    expect(stage.discord.messages(place.in)).toEqual([]);
    expect(stage.discord.messages(place.in, place.by)).toHaveLength(1);
    expect(await jobEnd(stage, job)).toMatchObject({ reason: 'message-deleted' });
    expect([requests(EDIT), requests(FOLLOW_UP)]).toEqual([2, 1]);
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expectNoViolations(stage);
  });

  it('its token has expired: the credits go back', async () => {
    const { stage, place, job, gate, clock } = await painting();
    clock.ahead = 15 * 60_000 + 1;
    gate.resolve();
    expect(await jobEnd(stage, job)).toMatchObject({ reason: 'token-expired' });
    expect(job.original()?.attachments).toEqual([]);
    clock.ahead = 0;
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expectNoViolations(stage);
  });
});
