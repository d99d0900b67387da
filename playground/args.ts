import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HELP } from './help.ts';
import { apiOf, type ForeignApi } from './foreign-api.ts';

/** What the command line asks for. */
export type Order =
  | {
      readonly kind: 'play';
      /** Stop after the first picture instead of staying up for the page. */
      readonly once: boolean;
      /** Show the page in the user's browser. */
      readonly open: boolean;
      /** Loopback port of the page; 0 takes a free one. */
      readonly port: number;
      /** What to draw first; left out when nothing was asked for. */
      readonly prompt?: string;
      /** How long the image API waits before it answers, in ms. */
      readonly latencyMs: number;
      /** In place of the sample engine. */
      readonly api?: ForeignApi;
      /** The folder that keeps everything between runs; absolute. */
      readonly data?: string;
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly problem: string };

const OPTIONS = {
  once: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  port: { type: 'string' },
  latency: { type: 'string', default: '0' },
  api: { type: 'string' },
  key: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const FREE_PORT = 0;
const LONGEST_LATENCY_MS = 60_000;

/** A whole number of that range; undefined for anything else. */
function whole(text: string, min: number, max: number): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return value >= min && value <= max ? value : undefined;
}

const wrong = (problem: string): Order => ({ kind: 'wrong', problem });

/** Node's own message, without its advice on how to pass odd file names. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/[.\n]/)[0]}.`;
}

/** Reads the command line, without the program's own name. */
export function parseOrder(words: readonly string[]): Order {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: OPTIONS,
      allowPositionals: true,
    });
    if (values.help) return { kind: 'help', text: HELP };
    const [prompt, ...more] = positionals;
    if (more.length > 0) return wrong('Put the prompt in quotes: --once "a fox in snow".');
    if (prompt?.trim() === '') return wrong('The prompt is empty.');
    const port = values.port === undefined ? FREE_PORT : whole(values.port, 1, 65_535);
    if (port === undefined) return wrong('--port takes a whole number from 1 to 65535.');
    const latencyMs = whole(values.latency, 0, LONGEST_LATENCY_MS);
    if (latencyMs === undefined)
      return wrong(`--latency takes a whole number from 0 to ${LONGEST_LATENCY_MS}.`);
    if (values.data?.trim() === '') return wrong('--data takes a folder.');
    const api = apiOf(values.api, values.key);
    if (typeof api === 'string') return wrong(api);
    return {
      kind: 'play',
      once: values.once,
      open: !values['no-open'],
      port,
      latencyMs,
      ...(prompt === undefined ? {} : { prompt }),
      ...(api === undefined ? {} : { api }),
      ...(values.data === undefined ? {} : { data: resolve(values.data) }),
    };
  } catch (error) {
    return wrong(firstSentence(error));
  }
}
