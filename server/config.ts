import { z } from 'zod';
import type { ServerKey } from './keys.ts';

/** The server's settings. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly keys: readonly ServerKey[];
  readonly limits: { concurrency: number; waiting: number; perKey: number };
  readonly strict: boolean;
  readonly always200: boolean;
  readonly logLevel: string;
}

const whole = (min: number, max: number, absent: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .default(absent);

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** `key=credits`, or a key alone for no limit; printable ASCII without comma. */
const keyEntry = z
  .string()
  .trim()
  .regex(/^(?!=)[\x21-\x2b\x2d-\x7e]+$/)
  .transform((entry): ServerKey => {
    const [, key = '', credits] = /^(.+?)(?:=(\d{1,12}))?$/.exec(entry) ?? [];
    return { key, credits: credits === undefined ? Infinity : Number(credits) };
  });

const keyList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(keyEntry).min(1))
  .refine((keys) => new Set(keys.map(({ key }) => key)).size === keys.length);

const rules = {
  SERVER_HOST: z.string().default('127.0.0.1'),
  SERVER_PORT: whole(0, 65_535, 8787),
  SERVER_API_KEYS: keyList,
  SERVER_CONCURRENCY: whole(1, 64, 2),
  SERVER_QUEUE: whole(0, 1000, 16),
  SERVER_QUEUE_PER_KEY: whole(1, 1000, 16),
  SERVER_STRICT: flag,
  SERVER_ALWAYS_200: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};

const advice: Record<keyof typeof rules, string> = {
  SERVER_HOST: 'must be an address to listen on',
  SERVER_PORT: 'must be a whole number from 0 to 65535',
  SERVER_API_KEYS:
    'must list different keys, each as key=credits or as a key without limit: a=600,b',
  SERVER_CONCURRENCY: 'must be a whole number from 1 to 64',
  SERVER_QUEUE: 'must be a whole number from 0 to 1000',
  SERVER_QUEUE_PER_KEY: 'must be a whole number from 1 to 1000',
  SERVER_STRICT: 'must be true or false',
  SERVER_ALWAYS_200: 'must be true or false',
  LOG_LEVEL: 'must be fatal, error, warn, info, debug, trace or silent',
};

/**
 * Reads the settings from the environment; blank counts as absent.
 * @throws Error that names every bad variable, without its value
 */
export function parseServerConfig(env: Record<string, string | undefined>): ServerConfig {
  const given = Object.entries(env).filter(([, value]) => value?.trim());
  const parsed = z.object(rules).safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof typeof rules));
    const lines = Array.from(names, (name) => `${name} ${advice[name]}`);
    throw new Error(`The server cannot start:\n${lines.join('\n')}`);
  }
  const { data } = parsed;
  return {
    host: data.SERVER_HOST,
    port: data.SERVER_PORT,
    keys: data.SERVER_API_KEYS,
    limits: {
      concurrency: data.SERVER_CONCURRENCY,
      waiting: data.SERVER_QUEUE,
      perKey: data.SERVER_QUEUE_PER_KEY,
    },
    strict: data.SERVER_STRICT,
    always200: data.SERVER_ALWAYS_200,
    logLevel: data.LOG_LEVEL,
  };
}
