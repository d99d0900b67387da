import type { StoredRow } from '../storage/store.ts';
import {
  memberMonthDocument,
  type ServerMonth,
  serverMonthDocument,
  shareDocument,
} from './documents.ts';
import type { HeldSums } from './verify-holds.ts';
import type { CreditsKey, MonthName } from './keys.ts';
import type { Problem } from './verify-problem.ts';

/** One server's month, met row by row in the order of the keys: the server's own row is first. */
export interface MonthAudit {
  readonly name: MonthName;
  meet(row: StoredRow, part: CreditsKey['part']): void;
  /** To be called when no more rows of this month come. */
  end(): void;
}

/** Checks a server's month; only its sums are kept, however many members it has. */
export function auditMonth(
  name: MonthName,
  holds: Pick<HeldSums, 'claim'>,
  tell: (problem: Problem) => void,
): MonthAudit {
  const { guildId, month } = name;
  const key = serverMonthDocument(guildId, month).key;
  const complain = (at: string, text: string) => tell({ key: at, where: name, text });
  const members = { used: 0, held: 0 };
  const largest = { used: 0, key };
  let inChannels = 0;
  let server: ServerMonth | undefined;
  /** Nothing can be said of sums when one of their parts cannot be read. */
  let readable = true;

  function broken(at: string): void {
    readable = false;
    complain(at, 'this document cannot be read; whoever needs it is refused');
  }

  function compareHeld(at: string, held: number, day?: string): void {
    const open = holds.claim(at, day);
    if (held === open) return;
    const when = day === undefined ? '' : ` on day ${day}`;
    complain(at, `it says ${held} credits are held${when}, but the open holds come to ${open}`);
  }

  function meetMember({ key: at, value }: StoredRow, id: string): void {
    const { data: member } = memberMonthDocument(guildId, month, id).schema.safeParse(value);
    if (member === undefined) {
      broken(at);
      return;
    }
    members.used += member.used;
    members.held += member.held;
    compareHeld(at, member.held);
    for (const [day, { held }] of Object.entries(member.days)) compareHeld(at, held, day);
  }

  function meetShare({ key: at, value }: StoredRow, of: 'channel' | 'role', id: string): void {
    const { data: share } = shareDocument(guildId, month, { of, id }).schema.safeParse(value);
    if (share === undefined) {
      broken(at);
      return;
    }
    if (share.used > largest.used) Object.assign(largest, { used: share.used, key: at });
    if (of === 'channel') inChannels += share.used;
    compareHeld(at, share.held);
  }

  return {
    name,

    meet(row, part) {
      if (part === undefined) {
        ({ data: server } = serverMonthDocument(guildId, month).schema.safeParse(row.value));
        if (server === undefined) broken(row.key);
        else compareHeld(row.key, server.held);
      } else if (part.of === 'member') meetMember(row, part.id);
      else meetShare(row, part.of, part.id);
    },

    end() {
      if (!readable) return;
      if (server === undefined) {
        complain(key, 'there are parts of this month, but not the server’s own document');
        return;
      }
      const { used, held, deleted } = server;
      if (used !== members.used + deleted) {
        complain(
          key,
          `it says ${used} credits were used, but its members used ${members.used} and forgotten ones ${deleted}`,
        );
      }
      if (held !== members.held) {
        complain(key, `it says ${held} credits are held, but its members hold ${members.held}`);
      }
      if (largest.used > used) {
        complain(largest.key, `it says ${largest.used} credits were used, the server only ${used}`);
      } else if (inChannels > used) {
        complain(key, `it says ${used} credits were used, but its channels come to ${inChannels}`);
      }
    },
  };
}
