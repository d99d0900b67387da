import { Agent, request } from 'undici';
import type { z } from 'zod';

const ANSWER_MS = 10_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What came of asking Discord: data, a status that is no success, or why there was no answer. */
export type Asked<T> =
  | { readonly kind: 'data'; readonly data: T }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** Asks Discord's REST API with the bot token; only reads. */
export interface DiscordRest {
  get: <T>(path: string, schema: z.ZodType<T>) => Promise<Asked<T>>;
  close: () => Promise<void>;
}

function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (typeof code === 'string') {
    return code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

/** @param options.apiUrl without a trailing slash and without the version */
export function createDiscordRest(options: { apiUrl: string; token: string }): DiscordRest {
  const dispatcher = new Agent({ maxResponseSize: MAX_ANSWER_BYTES });
  const headers = {
    authorization: `Bot ${options.token}`,
    // Discord refuses clients that do not name themselves in this form.
    'user-agent': 'DiscordBot (easel, 0.1.0)',
  };
  return {
    async get(path, schema) {
      try {
        const signal = AbortSignal.timeout(ANSWER_MS);
        const url = `${options.apiUrl}/v10${path}`;
        const { statusCode, body } = await request(url, { dispatcher, headers, signal });
        if (statusCode !== 200) {
          await body.dump();
          return { kind: 'status', status: statusCode };
        }
        const parsed = schema.safeParse(await body.json());
        return parsed.success
          ? { kind: 'data', data: parsed.data }
          : { kind: 'unreachable', reason: "an answer that is not Discord's" };
      } catch (error) {
        return { kind: 'unreachable', reason: reasonOf(error) };
      }
    },
    close: () => dispatcher.close(),
  };
}
