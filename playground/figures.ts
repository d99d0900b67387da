import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { MachineState } from './page/contract.ts';

type Figures = MachineState['figures'];

/** Between two looks, in ms, and the longest one look may take. */
const EVERY_MS = 1_000;
const PATIENCE_MS = 900;

/** What is shown of the bot's metrics, by their names there. */
const SHOWN: Readonly<Record<string, string>> = {
  easel_jobs_total: 'Jobs that ended',
  easel_queue_depth: 'Jobs waiting for a place',
  easel_holds_open: 'Holds that are open',
  easel_credits_held: 'Credits held for them',
  easel_credits_captured_total: 'Credits charged for pictures',
  easel_maybe_charged_total: 'Credits the service may have taken for nothing',
  easel_image_api_requests_total: 'Requests to the image API',
  discord_connected: 'Connected to Discord (1 is yes)',
};

const SOURCE = "What Easel's /metrics says, counted since its start";

/** A port of 127.0.0.1 that nothing uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Reads a text in the Prometheus format; the series of one name are added up. */
export function readFigures(text: string): NonNullable<Figures> {
  const lines = text.matchAll(/^(?<name>\w+)(?:\{[^}]*\})? (?<value>[\d.e+-]+)$/gm);
  const sums = new Map<string, number>();
  for (const { groups: { name = '', value = '' } = {} } of lines)
    sums.set(name, (sums.get(name) ?? 0) + Number(value));
  const items = Object.entries(SHOWN).map(([name, label]) => ({
    label,
    value: sums.get(name) ?? 0,
  }));
  return { source: SOURCE, items };
}

async function look(url: string): Promise<Figures> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? readFigures(await response.text()) : null;
  } catch {
    return null;
  }
}

/** Looks at a bot's `/metrics` every second, and calls back when a figure changed. */
export function watchFigures(port: number, changed: () => void) {
  const url = `http://127.0.0.1:${port}/metrics`;
  let figures: Figures = null;
  let timer: NodeJS.Timeout;
  let stopped = false;
  const round = async (): Promise<void> => {
    const seen = await look(url);
    if (stopped) return;
    const isNew = JSON.stringify(seen) !== JSON.stringify(figures);
    figures = seen;
    if (isNew) changed();
    timer = setTimeout(() => void round(), EVERY_MS);
  };
  timer = setTimeout(() => void round(), EVERY_MS);
  return {
    current: (): Figures => figures,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
