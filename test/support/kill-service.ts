import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../server/engine/paint/random.ts';
import { html, reset } from './bot-services.ts';
import { tinyPng } from './image-files.ts';
import { sendFailure, sendPicture } from './image-service.ts';
import type { Handler } from './stage.ts';

/** The longest that a picture takes, in milliseconds; now and then one takes longer. */
const SLOWEST_MS = 250;
const SELDOM_MS = 2_500;

const picture = tinyPng(64, 64);

const failures: readonly [Handler, ...Handler[]] = [
  html(500),
  reset,
  (_, response) => sendFailure(response, 200, 'rejected by content filter'),
  (_, response) => sendFailure(response, 429, 'slow down', { 'retry-after': '0' }),
];

/** A service that paints after a while and fails now and then, and counts what it painted. */
export function moodyService(random: Random) {
  const painted = new Map<string, number>();
  const service: Handler = async (request, response, count) => {
    const { prompt, seed } = JSON.parse(request.body) as { prompt: string; seed: number };
    await sleep(random.between(0, random.chance(0.1) ? SELDOM_MS : SLOWEST_MS));
    if (random.chance(0.1)) return random.pick(failures)(request, response, count);
    painted.set(prompt, (painted.get(prompt) ?? 0) + 1);
    sendPicture(response, picture, seed);
  };
  return { service, painted };
}
