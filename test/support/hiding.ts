import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createDueReports } from '../../src/moderation/due-reports.ts';
import type { NewReport } from '../../src/moderation/reports.ts';
import { createReports } from '../../src/moderation/reports.ts';
import type { Gallery, Handled, Spot } from '../../src/reporting/gallery.ts';
import { createHidingKeeper } from '../../src/reporting/keeper.ts';
import { createReporting, type ReportingRoom } from '../../src/reporting/report.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { listeningLog } from './edge-log.ts';
import { after, MINUTE, moderation, newReport } from './moderation.ts';
import { GUILD } from './snowflakes.ts';
import { waits } from './waits.ts';

export const MESSAGE = '500000000000000009';
export const OTHER_MESSAGE = '500000000000000010';
const MODERATOR = '300000000000000044';

const FILE = { name: 'fox.png', type: 'image/png', alt: null, data: 'AAAA' };

/** What never ends, as far as the test goes: the bot dies meanwhile. */
export const never = (): Promise<never> => new Promise(() => {});

/** Messages with a picture each; `next` says what comes of the changes to them, one after another. */
function wall(next: Handled[] = []) {
  const bare = new Set<string>();
  const covers: (number | null)[] = [];
  const state = {
    shows: (messageId: string = MESSAGE) => !bare.has(messageId),
    /** After how many reports each covering said that it was. */
    covers,
    /** What a look answers in place of what is there. */
    look: undefined as 'lost' | 'gone' | undefined,
  };
  const change = ({ messageId }: Spot, shows: boolean) => {
    const handled = next.shift() ?? 'done';
    if (handled === 'done') bare[shows ? 'delete' : 'add'](messageId);
    return Promise.resolve(handled);
  };
  const gallery: Gallery = {
    take: ({ messageId }) =>
      Promise.resolve(
        state.look ?? (bare.has(messageId) ? 'refused' : { content: 'A fox', files: [FILE] }),
      ),
    cover(spot, { reports }) {
      covers.push(reports);
      return change(spot, false);
    },
    uncover: (spot) => change(spot, true),
    remove: (spot) => change(spot, false),
  };
  return { gallery, state };
}

const forget = () => Promise.resolve();

/** A server where three reports hide what they are about, on a real store. */
export async function hidingScene(next: Handled[] = []) {
  const { store, cases, blocks, clock } = await moderation();
  const { gallery, state } = wall(next);
  let rings = 0;
  const ring = () => {
    rings += 1;
  };
  const reports = createReports(store, cases, () => {});
  const due = createDueReports(store, ring);
  const settings = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  const { log, lines } = listeningLog();
  const now = { now: () => clock.now };
  const room = { reports, due, cases, blocks, settings, gallery, forget, log, clock: now };
  /** The bot after a start, on the same store. */
  function boot(instead: Partial<ReportingRoom> = {}) {
    const reporting = createReporting({ ...room, ...instead });
    const { wait, waited } = waits();
    const cut = new AbortController();
    const ground = { reporting, due, log, clock: { wait }, cut: cut.signal };
    const keeper = createHidingKeeper(ground);
    onTestFinished(() => keeper.stop());
    return { reporting, keeper, waited };
  }
  let reporters = 0;
  /** One more member reports, so many minutes after noon; nothing follows from it yet. */
  function file(fields: Partial<NewReport> = {}, minutes = 0) {
    reporters += 1;
    const given = newReport({
      interactionId: after(minutes * MINUTE),
      messageId: MESSAGE,
      userId: `3000000000000001${String(reporters).padStart(2, '0')}`,
      ...fields,
    });
    return reports.file(GUILD, given);
  }
  return {
    store,
    cases,
    blocks,
    reports,
    due,
    settings,
    clock,
    gallery,
    state,
    log,
    lines,
    boot,
    file,
    rings: () => rings,
    /** The cases, the newest first. */
    kinds: async () => (await cases.newest(GUILD)).cases.map(({ facts }) => facts.kind),
    ruling: {
      interactionId: after(5 * MINUTE),
      guildId: GUILD,
      userId: MODERATOR,
      messageId: MESSAGE,
    },
  };
}

export const HOUR_MS = 3_600_000;

export type HidingScene = Awaited<ReturnType<typeof hidingScene>>;

/** The same after members reported a message, and nothing followed from it yet. */
export async function reported(next: Handled[] = [], times = 3) {
  const scene = await hidingScene(next);
  for (let count = 0; count < times; count += 1) await scene.file();
  return scene;
}

/** Starts the bot and waits until it has looked after everything. */
export async function restarted({ boot }: HidingScene) {
  const bot = boot();
  bot.keeper.start();
  return { ...bot, pause: (await bot.waited(1)).ms };
}

/** The cases of hiding, with the reports that they speak of. */
export const hidings = async ({ cases }: HidingScene) =>
  (await cases.newest(GUILD)).cases.flatMap(({ facts }) =>
    facts.kind === 'hide' ? [facts.reports] : [],
  );

/** Managers want so many reports from now on. */
export const setEnough = ({ settings }: HidingScene, reportsToHide: number) =>
  settings.change(GUILD, (now) => ({ answer: undefined, settings: { ...now, reportsToHide } }));

/** Puts something into a row that nobody can read. */
export const damage = ({ store }: HidingScene, key: string) =>
  store.update({ row: { key, schema: z.any() } }, () => ({ answer: 0, write: { row: { v: 9 } } }));

/** What moderators are still to be told of pictures that cannot be hidden. */
export const untold = async ({ store }: HidingScene) =>
  (await store.keys('untold:')).filter((key) => key.endsWith(':not-hidden'));
