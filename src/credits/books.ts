import type {
  Cooldown,
  Done,
  Floor,
  Hold,
  MemberMonth,
  ServerMonth,
  Share,
  Warning,
  WarningLevel,
} from './documents.ts';
import type { Gauge, Limits, ShareName } from './limits.ts';

/** The documents that one interaction's money touches; undefined where there is none yet. */
export interface Books {
  /** The interaction's day of the month, as `DD`. */
  readonly day: string;
  readonly server: ServerMonth | undefined;
  readonly member: MemberMonth | undefined;
  readonly shares: readonly { readonly name: ShareName; readonly share: Share | undefined }[];
  readonly hold: Hold | undefined;
  readonly done: Done | undefined;
  readonly floor: Floor | undefined;
  readonly cooldown: Cooldown | undefined;
}

/** What a transition changes, written together or not at all; null removes. */
export interface BooksWrite {
  readonly server: ServerMonth;
  readonly member?: MemberMonth;
  readonly shares?: readonly { readonly name: ShareName; readonly share: Share }[];
  readonly hold?: Hold | null;
  readonly done?: Done;
  readonly cooldown?: Cooldown | null;
  readonly warning?: { readonly level: WarningLevel; readonly document: Warning };
}

/** Credits used and set aside. */
interface Tally {
  readonly used: number;
  readonly held: number;
}

export const NEW_SERVER_MONTH: ServerMonth = { v: 2, used: 0, held: 0, deleted: 0, warned: null };
export const NEW_MEMBER_MONTH: MemberMonth = { v: 2, used: 0, held: 0, days: {} };
export const NEW_SHARE: Share = { v: 2, used: 0, held: 0 };
const NOTHING: Tally = { used: 0, held: 0 };

/** What a hold sets aside, in credits. */
export const amountOf = ({ pictures, price }: Pick<Hold, 'pictures' | 'price'>): number =>
  pictures * price;

/** Adds to what is used and held, on any kind of tally. */
export const post = <T extends Tally>(tally: T, { used, held }: Tally): T => ({
  ...tally,
  used: tally.used + used,
  held: tally.held + held,
});

/** Adds to a member's month and to one day of it; days that nothing depends on any more go. */
export function postDay(month: MemberMonth, day: string, change: Tally): MemberMonth {
  const days = { ...month.days, [day]: post(month.days[day] ?? NOTHING, change) };
  const newest = Math.max(...Object.keys(days).map(Number));
  const kept = Object.entries(days).filter(
    ([name, { held }]) => held > 0 || Number(name) >= newest - 1,
  );
  return { ...post(month, change), days: Object.fromEntries(kept) };
}

function gauge(name: Gauge['name'], limit: number, tally: Tally | undefined): Gauge {
  const { used, held } = tally ?? NOTHING;
  return { name, limit, used, held };
}

/** Every limit that an order must keep, the widest first, with what is gone of it. */
export function gaugesOf(books: Books, limits: Limits): readonly [Gauge, ...Gauge[]] {
  const { day, server, member, shares } = books;
  return [
    gauge({ of: 'server' }, limits.server, server),
    ...shares.map(({ name, share }) => {
      const table = name.of === 'channel' ? limits.channels : limits.roles;
      return gauge(name, table[name.id] ?? Number.POSITIVE_INFINITY, share);
    }),
    gauge({ of: 'member-month' }, limits.memberMonth, member),
    gauge({ of: 'member-day' }, limits.memberDay, member?.days[day]),
  ];
}

/**
 * What is wrong with books that were read together, or undefined. Each document's own rules are in
 * its schema; these are the rules between them.
 */
export function faultIn({ day, server, member, shares, hold, done }: Books): string | undefined {
  const { used, held, deleted } = server ?? NEW_SERVER_MONTH;
  if ((member?.used ?? 0) > used - deleted) return 'a member used more than the server';
  const parts = [member, ...shares.map(({ share }) => share)];
  for (const part of parts) {
    if ((part?.used ?? 0) > used) return 'a part was used more than the server';
    if ((part?.held ?? 0) > held) return 'a part holds more than the server';
  }
  if (hold === undefined) return undefined;
  if (done !== undefined) return 'an interaction is both held and resolved';
  const amount = amountOf(hold);
  const short = [server, member?.days[day], ...parts].some((part) => (part?.held ?? 0) < amount);
  return short ? 'a hold is larger than what is held' : undefined;
}
