import { expect, it } from 'vitest';
import { jobEnd } from '../support/bot-jobs.ts';
import { lostPicture, messageIn, pressRetry } from '../support/edge-retry.ts';

const PROMPT = 'Zyzzyva beside a quokka';
const MINUTE = 60_000;
const OF_CHANNELS = [
  'GET /channels/:channel/messages',
  'POST /channels/:channel/messages',
  'PATCH /channels/:channel/messages/:message',
];

it('what is done with the bot’s own token leaves no secret and no prompt in the log', async () => {
  const clock = { ahead: 0 };
  const { stage, place, job, restart } = await lostPicture(
    { discord: { now: () => Date.now() + clock.ahead }, env: { LOG_LEVEL: 'trace' } },
    { prompt: PROMPT },
  );
  const { discord } = stage;
  const secrets = `Bot ${discord.token}, ${job.token}`;
  for (const route of OF_CHANNELS) {
    discord.faults.add({ route, status: 503, body: { message: secrets }, times: 1 });
    discord.faults.add({ route, drop: 'after', times: 1 });
  }
  clock.ahead = 15 * MINUTE;
  const again = await restart();
  const click = pressRetry(stage, await messageIn(stage, place.in, /had to restart/), place.by);
  await jobEnd(again, click, 'delivered');
  await again.bot.printed(/a used button could not be taken away/);
  await again.bot.stop();

  const printed = [...stage.bot.lines, ...again.bot.lines].join('\n');
  expect(printed).toContain('"level":"trace"');
  for (const secret of [discord.token, job.token, click.token, 'quokka']) {
    expect(printed).not.toContain(secret);
  }
});
