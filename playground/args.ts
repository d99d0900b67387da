import { parseArgs } from 'node:util';

/** The API document's own example. */
const EXAMPLE_PROMPT = 'A lighthouse on a cliff';

/** What the command line asks for. */
export type Order =
  | {
      readonly kind: 'play';
      /** Stop after the first picture instead of staying up for the page. */
      readonly once: boolean;
      /** Loopback port of the page; 0 takes a free one. */
      readonly port: number;
      readonly prompt: string;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

export const HELP = `Runs Easel on this machine alone, with no bot token and no API key: a local Discord,
a self-hosted Stable Image Core with the sample engine, and the real bot between them.

  npm run playground                      draw "${EXAMPLE_PROMPT}", then stay up for the page
  npm run playground -- "a fox in snow"   begin with a prompt of your own
  npm run playground -- --once            stop after the first picture

Options:
  --once        stop after the first picture: exit code 0 when it came, 1 when it did not
  --port N      the page's port on 127.0.0.1, 1 to 65535; a free one unless given
  -h, --help    show this text`;

const OPTIONS = {
  once: { type: 'boolean', default: false },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const FREE_PORT = 0;

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
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
    if (values.help) return { kind: 'help' };
    const [prompt = EXAMPLE_PROMPT, ...more] = positionals;
    if (more.length > 0) return wrong('Put the prompt in quotes: --once "a fox in snow".');
    if (prompt.trim() === '') return wrong('The prompt is empty.');
    const port = values.port === undefined ? FREE_PORT : portOf(values.port);
    if (port === undefined) return wrong('--port takes a whole number from 1 to 65535.');
    return { kind: 'play', once: values.once, port, prompt };
  } catch (error) {
    return wrong(firstSentence(error));
  }
}
