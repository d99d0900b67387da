import type { Discord } from '../../discord/index.ts';
import type { BotOrder, Faults, MachineState, TrafficRecord } from '../contract.ts';
import { discordFaults } from './discord-faults.ts';
import { foldedBody, trafficView } from './traffic-view.ts';

/** How many records a page that was opened later is shown. */
const KEPT = 300;

const NO_FAULTS: Faults = { apiSlowMs: 0, apiFails: 'off', discord429: false, upload: 'off' };

/** The bot's process, as far as the page may steer it. */
export interface BotControl {
  readonly status: () => MachineState['bot'];
  readonly obey: (order: BotOrder['do']) => Promise<void>;
  /** What the bot last reported of itself. */
  readonly figures: () => MachineState['figures'];
  /** Calls back when any of it changed. */
  readonly subscribe: (listener: () => void) => void;
}

/** One exchange with the image API. */
export interface ImageExchange {
  /** ms since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly ms: number;
  readonly faulted: boolean;
  /** The request's JSON. */
  readonly body: unknown;
}

/** What stands between the bot and the image API. */
export interface ImageGate {
  readonly break: (faults: Pick<Faults, 'apiSlowMs' | 'apiFails'>) => void;
  readonly subscribe: (listener: (exchange: ImageExchange) => void) => void;
}

/** Called with each new record, and without one when the state changed. */
type Listener = (record?: TrafficRecord) => void;

/** What passes between the bot and everything else, and the switches that break it. */
export function createMachineRoom(discord: Discord) {
  const listeners = new Set<Listener>();
  const records: TrafficRecord[] = [];
  const strikes = discordFaults(discord.faults);
  let faults = NO_FAULTS;
  let seq = 0;
  let bot: BotControl | undefined;
  let gate: ImageGate | undefined;

  const tell = (record?: TrafficRecord): void => {
    for (const listener of listeners) listener(record);
  };
  const keep = (record: TrafficRecord): void => {
    records.push(record);
    if (records.length > KEPT) records.shift();
    tell(record);
  };
  discord.traffic.subscribe((record) => keep(trafficView(record, ++seq)));

  return {
    /** The newest records, oldest first. */
    traffic: (): readonly TrafficRecord[] => [...records],
    state: (): Omit<MachineState, 'credits'> => ({
      bot: bot?.status() ?? { state: 'stopped', note: 'It is not started from here.' },
      faults,
      apiFaultsAvailable: gate !== undefined,
      figures: bot?.figures() ?? null,
    }),
    /** The bot's process, when it is one of ours. */
    bot: (): BotControl | undefined => bot,
    /** Puts the faults in force that are given, and takes all others back. */
    setFaults(wanted: Faults): void {
      faults = wanted;
      strikes(wanted);
      gate?.break(wanted);
      tell();
    },
    installBot(control: BotControl): void {
      bot = control;
      control.subscribe(tell);
      tell();
    },
    installGate(installed: ImageGate): void {
      gate = installed;
      installed.subscribe(({ path, body, ...exchange }) =>
        keep({
          kind: 'rest',
          seq: ++seq,
          to: 'images',
          route: path,
          code: null,
          findings: [],
          body: foldedBody(body),
          ...exchange,
        }),
      );
      tell();
    },
    /** Has everyone who listens look again. */
    touch: (): void => tell(),
    /** Calls back for each new record and each change of the state; returns the way to stop. */
    subscribe(listener: Listener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The machine room. */
export type MachineRoom = ReturnType<typeof createMachineRoom>;
