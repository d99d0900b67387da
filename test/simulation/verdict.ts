import { monthOf } from '../../src/credits/month.ts';
import type { Audit } from './audit.ts';
import type { Shown } from './discord.ts';
import { PRICE } from './guilds.ts';
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

/**
 * Judges the end of a history, when everything has come to rest: what each member was charged in each
 * month against what Discord shows them, and that nothing is left open. Where a token is too old and
 * the bot may not look into the channel, credits are given back in the member's favour.
 */
export function judgeEnd(outcomes: readonly Outcome[], audit: Audit): string | undefined {
  const received = new Map<string, number>();
  const excused = new Set<string>();
  for (const { asked, shown, outlived, closed } of outcomes) {
    const key = `credits:${asked.guildId}:${monthOf(asked.id)}:u:${asked.userId}`;
    const credits = PRICE * (shown?.attachments.length ?? 0);
    received.set(key, (received.get(key) ?? 0) + credits);
    if (outlived && closed) excused.add(key);
    const told = !shown?.loading || shown.deleted || shown.announced;
    if (!told && shown.written && !(outlived && closed)) {
      return `I8 the member of ${asked.id} still waits`;
    }
  }
  const each = outcomes.flatMap(({ asked: { id }, shown }) => {
    const [pictures, charged] = [shown?.attachments.length ?? 0, audit.charged.get(id) ?? 0];
    return charged === PRICE * pictures ? [] : [`${id}: ${pictures} shown, ${charged} charged`];
  });
  for (const [key, credits] of received) {
    const row = audit.rows.get(key);
    const used = row?.kind === 'tally' ? row.tally.used : 0;
    const told = `${key} received ${credits} and was charged ${used} (${each.join('; ')})`;
    if (used > credits) return `I1 ${told}`;
    if (used < credits && !excused.has(key)) return `I2 ${told}`;
  }
  for (const [key, row] of audit.rows) {
    if (row.kind === 'hold') return `I4 ${key} is still held`;
    if (row.kind === 'open') return `I4 ${key} is still open`;
  }
  return undefined;
}
