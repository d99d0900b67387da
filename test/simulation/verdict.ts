import { dayOf, monthOf } from '../../src/credits/month.ts';
import type { Audit } from './audit.ts';
import { isPending } from './components.ts';
import type { Shown } from './discord.ts';
import { type Guild, PRICE } from './guilds.ts';
import type { Asked } from './happenings.ts';

/** What is known of an interaction at the end of a history. */
export interface Outcome {
  readonly asked: Asked;
  /** Undefined where Discord never got a first answer. */
  readonly shown: Shown | undefined;
  /** Its token could not be used any more before everything was settled. */
  readonly outlived: boolean;
  /** The bot may neither look nor write in its channel by itself. */
  readonly closed: boolean;
}

const creditsOf = ({ shown }: Outcome): number =>
  PRICE * ((shown?.attachments.length ?? 0) + (shown?.late ?? 0));

/** Who could know is gone: credits are given back, and the member hears nothing. */
const isBeyondReach = ({ outlived, closed }: Outcome): boolean => outlived && closed;

/** The key of the member's month that an interaction counts for. */
const memberKey = ({ guildId, userId, id }: Asked): string =>
  `credits:${guildId}:${monthOf(id)}:u:${userId}`;

/** The keys of all tallies that an interaction counts for. */
function countedIn(asked: Asked, guilds: readonly Guild[]): string[] {
  const server = `credits:${asked.guildId}:${monthOf(asked.id)}`;
  const limits = guilds.find(({ id }) => id === asked.guildId)?.limits;
  const roles = asked.roleIds.filter((id) => limits?.roles[id] !== undefined);
  return [
    memberKey(asked),
    server,
    `${server}:c:${asked.channelId}`,
    ...roles.map((id) => `${server}:r:${id}`),
  ];
}

/** Compares every tally with what Discord shows of the pictures that count for it. */
function judgeTallies(
  outcomes: readonly Outcome[],
  guilds: readonly Guild[],
  audit: Audit,
): string | undefined {
  const received = new Map<string, number>();
  const excused = new Set<string>();
  for (const outcome of outcomes) {
    for (const key of countedIn(outcome.asked, guilds)) {
      received.set(key, (received.get(key) ?? 0) + creditsOf(outcome));
      if (isBeyondReach(outcome)) excused.add(key);
    }
  }
  const wrong = outcomes.flatMap((outcome) => {
    const [credits, charged] = [creditsOf(outcome), audit.charged.get(outcome.asked.id) ?? 0];
    const told = `${outcome.asked.id}: worth ${credits}, charged ${charged}`;
    return credits === charged ? [] : [told];
  });
  for (const [key, credits] of received) {
    const row = audit.rows.get(key);
    const used = (row?.kind === 'tally' ? row.tally.used : 0) + (audit.forgotten.get(key) ?? 0);
    const told = `${key}: received ${credits}, charged ${used} (${wrong.join('; ')})`;
    if (used > credits) return `I1 ${told}`;
    if (used < credits && !excused.has(key)) return `I2 ${told}`;
  }
  return undefined;
}

/** Compares what each member received on a day with their limit; whoever is forgotten begins anew. */
function judgeDays(
  outcomes: readonly Outcome[],
  guilds: readonly Guild[],
  audit: Audit,
): string | undefined {
  const received = new Map<string, number>();
  for (const outcome of outcomes) {
    const { asked } = outcome;
    if (audit.forgotten.has(memberKey(asked)) || isBeyondReach(outcome)) continue;
    const key = `${memberKey(asked)}:${dayOf(asked.id)}`;
    const credits = (received.get(key) ?? 0) + creditsOf(outcome);
    received.set(key, credits);
    const limit = guilds.find(({ id }) => id === asked.guildId)?.limits.memberDay ?? 0;
    if (credits > limit) return `I7 ${key} received ${credits}: the limit is ${limit}`;
  }
  return undefined;
}

/** Compares the warnings that servers were given with what they have used. */
function judgeWarnings(
  said: ReadonlyMap<string, ReadonlySet<string>>,
  guilds: readonly Guild[],
  audit: Audit,
): string | undefined {
  for (const [key, row] of audit.rows) {
    if (row.kind !== 'tally' || row.of !== 'server') continue;
    const budget = guilds.find(({ id }) => id === row.guildId)?.limits.server ?? 0;
    const { used } = row.tally;
    const due = budget - used < PRICE ? 100 : 80 * Number(used >= 0.8 * budget);
    if (row.warned !== due)
      return `I9 ${key} used ${used}, warned of ${row.warned} %, not ${due} %`;
  }
  for (const { id, logChannelId, closedChannelIds } of guilds) {
    if (closedChannelIds.includes(logChannelId)) continue;
    const [due, told] = [audit.warnings.get(id)?.size ?? 0, said.get(logChannelId)?.size ?? 0];
    if (due !== told) return `I9 ${due} warnings were due to ${id}, and it was told ${told}`;
  }
  return undefined;
}

/** Finds buttons that were good for more than one request. */
export function judgeClicks(
  clicks: ReadonlyMap<string, readonly string[]>,
  audit: Audit,
): string | undefined {
  for (const [button, ids] of clicks) {
    const resolved = ids.filter((id) => audit.charged.has(id));
    if (resolved.length > 1) return `I10 ${button} was good for ${resolved.join(' and ')}`;
  }
  return undefined;
}

/** Finds members who still wait, and what is left open. */
function judgeOpen(outcomes: readonly Outcome[], audit: Audit): string | undefined {
  for (const outcome of outcomes) {
    const { asked, shown } = outcome;
    const told =
      shown === undefined ||
      !(shown.loading || isPending(shown)) ||
      shown.deleted ||
      shown.announced ||
      audit.owed.has(asked.id) ||
      shown.late > 0;
    if (!told && shown.written && !isBeyondReach(outcome)) {
      return `I8 the member of ${asked.id} still waits`;
    }
  }
  for (const [key, row] of audit.rows) {
    if (row.kind === 'hold') return `I4 ${key} is still held`;
    if (row.kind === 'open') return `I4 ${key} is still open`;
    if (row.kind === 'review') return `I4 ${key} is not over`;
  }
  return undefined;
}

/**
 * Judges the end of a history, when everything has come to rest. Where a token is too old and the bot
 * may not look into the channel, credits are given back in the member's favour.
 */
export const judgeEnd = (
  outcomes: readonly Outcome[],
  said: ReadonlyMap<string, ReadonlySet<string>>,
  guilds: readonly Guild[],
  audit: Audit,
): string | undefined =>
  judgeTallies(outcomes, guilds, audit) ??
  judgeDays(outcomes, guilds, audit) ??
  judgeOpen(outcomes, audit) ??
  judgeWarnings(said, guilds, audit);
