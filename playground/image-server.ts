import { randomBytes } from 'node:crypto';
import { createServer } from '../server/app.ts';
import { createSampleEngine } from '../server/engine/sample.ts';

/** Enough for a hundred thousand pictures at 6 credits each. */
const CREDITS = 600_000;

/** The image API that the bot is to use. */
export interface ImageApi {
  readonly url: string;
  readonly key: string;
  /** What paints, in words. */
  readonly engine: string;
  readonly stop: () => Promise<void>;
}

/** Starts Stable Image Core with the sample engine, on a free loopback port and with a key nobody else knows. */
export async function startImageServer(): Promise<ImageApi> {
  const key = randomBytes(24).toString('base64url');
  const engine = createSampleEngine();
  const app = createServer({ engine, keys: [{ key, credits: CREDITS }], random: Math.random });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    key,
    engine: `${engine.name} engine`,
    stop: async () => {
      await app.close();
      await engine.close();
    },
  };
}
