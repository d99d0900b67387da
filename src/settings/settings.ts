import type { Limits } from '../credits/limits.ts';
import { monthOf } from '../credits/month.ts';
import type { Store } from '../storage/store.ts';
import {
  type Budget,
  budgetDocument,
  NEW_SETTINGS,
  type ServerSettings,
  settingsDocument,
} from './documents.ts';
import { type Mute, muteDocument } from './mute.ts';
import { type Policy, policyOf } from './policy.ts';
import { readSharedGauges, type SharedGauges } from './usage.ts';

/** What holds where neither the bot's owner nor a server's managers set anything. */
export interface Defaults {
  /** Credits a picture. */
  readonly price: number;
  /** Credits a server may use in a month; Infinity is unlimited. */
  readonly budget: number;
  /** Between two commands of one member. */
  readonly cooldownMs: number;
}

/** What is set for one server. */
interface ServerView {
  readonly settings: ServerSettings;
  /** The budget that the bot's owner gives it; Infinity is unlimited. */
  readonly budget: number;
  /** Whether the owner set it for this server, or it is everybody's. */
  readonly budgetIsOwn: boolean;
  /** What follows from both for everybody's money. */
  readonly limits: Limits;
  /** What the managers decide of who may ask for what, and where. */
  readonly policy: Policy;
  /** Between two commands of one member where the managers set nothing. */
  readonly usualCooldownMs: number;
}

/** What is set for one server, and what is gone of it in one month. */
export interface Overview {
  readonly view: ServerView;
  readonly gauges: SharedGauges;
  /** Why nothing can be said in its log channel, as far as that is known. */
  readonly mute?: Mute['why'];
}

/**
 * What the owner and the managers set for each server. Every method throws StoreError when the
 * database fails and BrokenDocumentError when what is stored for this server is broken.
 */
export interface Settings {
  view(guildId: string): Promise<ServerView>;
  /** The same, with what is gone of it all in the month of an interaction. */
  overview(guildId: string, interactionId: string): Promise<Overview>;
  /** Changes what the managers set; answers with what `change` answers. */
  change<A>(
    guildId: string,
    change: (now: ServerSettings) => { readonly answer: A; readonly settings?: ServerSettings },
  ): Promise<A>;
  /**
   * Sets a server's budget in credits a month; null goes back to everybody's. Answers what it was,
   * null where it was everybody's.
   */
  setBudget(guildId: string, monthly: number | null): Promise<number | null>;
}

const unlimited = Number.POSITIVE_INFINITY;

function viewOf(
  { settings = NEW_SETTINGS, budget }: { settings?: ServerSettings; budget?: Budget },
  defaults: Defaults,
): ServerView {
  const { limits } = settings;
  const policy = policyOf(settings);
  const { cooldownSeconds } = policy;
  const given = budget === undefined ? defaults.budget : (budget.monthly ?? unlimited);
  return {
    settings,
    budget: given,
    budgetIsOwn: budget !== undefined,
    policy,
    usualCooldownMs: defaults.cooldownMs,
    limits: {
      price: defaults.price,
      cooldownMs: cooldownSeconds === undefined ? defaults.cooldownMs : cooldownSeconds * 1000,
      server: Math.min(given, limits.server ?? unlimited),
      memberMonth: limits.memberMonth ?? unlimited,
      memberDay: limits.memberDay ?? unlimited,
      channels: limits.channels,
      roles: limits.roles,
    },
  };
}

/** The settings of all servers. */
export function createSettings(store: Store, defaults: Defaults): Settings {
  const view = (guildId: string): Promise<ServerView> =>
    store.update(
      {
        settings: { ...settingsDocument(guildId), shared: true },
        budget: { ...budgetDocument(guildId), shared: true },
      },
      ({ settings, budget }) => ({
        answer: viewOf({ ...(settings && { settings }), ...(budget && { budget }) }, defaults),
      }),
    );

  return {
    view,

    async overview(guildId, interactionId) {
      const seen = await view(guildId);
      const [gauges, mute] = await Promise.all([
        readSharedGauges(store, guildId, monthOf(interactionId), seen.limits),
        store.read(muteDocument(guildId)),
      ]);
      const isMute = mute !== undefined && mute.channel === seen.settings.logChannel;
      return { view: seen, gauges, ...(isMute && { mute: mute.why }) };
    },

    change: (guildId, change) =>
      store.update({ settings: settingsDocument(guildId) }, ({ settings: now = NEW_SETTINGS }) => {
        const { answer, settings } = change(now);
        return { answer, ...(settings && { write: { settings } }) };
      }),

    setBudget: (guildId, monthly) =>
      store.update({ budget: budgetDocument(guildId) }, ({ budget: before }) => ({
        answer: before === undefined ? null : (before.monthly ?? unlimited),
        write: {
          budget:
            monthly === null
              ? null
              : { v: 1 as const, monthly: Number.isFinite(monthly) ? monthly : null },
        },
      })),
  };
}
