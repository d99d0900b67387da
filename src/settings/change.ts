import type { LimitName } from '../credits/limits.ts';
import { MAX_NAMED_LIMITS, type ServerSettings } from './documents.ts';
import type { SettingsChange } from './orders.ts';

/** One limit, in credits, before and after; undefined is none. */
export interface LimitStep {
  readonly name: LimitName;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What a change came to; the refusals have changed nothing. */
export type ChangeVerdict =
  | { readonly kind: 'limits'; readonly steps: readonly LimitStep[] }
  /** Every limit of this sort is taken away: those that there were. */
  | {
      readonly kind: 'cleared';
      readonly of: 'channels' | 'roles';
      readonly steps: readonly LimitStep[];
    }
  | {
      readonly kind: 'log';
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  /** Nothing was named that could be set. */
  | { readonly kind: 'nothing-given' }
  /** Only a ceiling below the budget that the bot's owner gives can be a server's own. */
  | { readonly kind: 'not-below-budget'; readonly budget: number }
  /** Every member has this role. */
  | { readonly kind: 'everyone' }
  /** No more channels, or roles, can have a limit. */
  | { readonly kind: 'too-many'; readonly of: 'channels' | 'roles' };

interface Changed {
  readonly answer: ChangeVerdict;
  /** Absent: nothing is to be written. */
  readonly settings?: ServerSettings;
}

/** What a change depends on besides the settings. */
export interface Circumstances {
  readonly guildId: string;
  /** Credits a month that the bot's owner gives the server; Infinity is unlimited. */
  readonly budget: number;
}

type Limits = ServerSettings['limits'];

/** The settings as a manager wants them, or why that cannot be. An amount of 0 takes a limit away. */
export function changeSettings(
  now: ServerSettings,
  change: SettingsChange,
  { guildId, budget }: Circumstances,
): Changed {
  const { limits } = now;
  const done = (steps: readonly LimitStep[], changed: Partial<Limits>): Changed => ({
    answer: { kind: 'limits', steps },
    settings: { ...now, limits: { ...limits, ...changed } },
  });

  switch (change.name) {
    case 'server': {
      if (change.month >= budget) return { answer: { kind: 'not-below-budget', budget } };
      const server = change.month || undefined;
      return done([{ name: { of: 'server' }, before: limits.server, after: server }], { server });
    }
    case 'member':
      return changeMember(limits, change, done);
    case 'channel':
      return changeNamed('channels', change.channel, change.month, limits, done);
    case 'role':
      if (change.role === guildId) return { answer: { kind: 'everyone' } };
      return changeNamed('roles', change.role, change.month, limits, done);
    case 'clear': {
      const { limits: of } = change;
      const steps = Object.entries(limits[of]).map(([id, before]) => ({
        name: { of: partOf(of), id },
        before,
        after: undefined,
      }));
      return { ...done(steps, { [of]: {} }), answer: { kind: 'cleared', of, steps } };
    }
    case 'log':
      return {
        answer: { kind: 'log', before: now.logChannel, after: change.channel },
        settings: { ...now, logChannel: change.channel },
      };
  }
}

type Done = (steps: readonly LimitStep[], changed: Partial<Limits>) => Changed;

const partOf = (table: 'channels' | 'roles'): 'channel' | 'role' =>
  table === 'channels' ? 'channel' : 'role';

function changeMember(
  limits: Limits,
  { day, month }: { readonly day?: number | undefined; readonly month?: number | undefined },
  done: Done,
): Changed {
  if (day === undefined && month === undefined) return { answer: { kind: 'nothing-given' } };
  const memberDay = day === undefined ? limits.memberDay : day || undefined;
  const memberMonth = month === undefined ? limits.memberMonth : month || undefined;
  const steps: LimitStep[] = [
    ...(day === undefined
      ? []
      : [{ name: { of: 'member-day' as const }, before: limits.memberDay, after: memberDay }]),
    ...(month === undefined
      ? []
      : [
          { name: { of: 'member-month' as const }, before: limits.memberMonth, after: memberMonth },
        ]),
  ];
  return done(steps, { memberDay, memberMonth });
}

function changeNamed(
  table: 'channels' | 'roles',
  id: string,
  amount: number,
  limits: Limits,
  done: Done,
): Changed {
  const { [id]: before, ...others } = limits[table];
  if (amount > 0 && Object.keys(others).length >= MAX_NAMED_LIMITS) {
    return { answer: { kind: 'too-many', of: table } };
  }
  const changed = amount === 0 ? others : { ...others, [id]: amount };
  const step = { name: { of: partOf(table), id }, before, after: amount || undefined } as const;
  return done([step], { [table]: changed });
}
