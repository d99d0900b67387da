import { MAX_NAMED_LIMITS, type ServerSettings } from './documents.ts';
import type { Setting, SettingsChange, Table } from './orders.ts';
import { MAX_NAMED, USUAL } from './policy.ts';

/** What a setting is; undefined is the usual. */
export type SettingValue = string | number | readonly string[] | undefined;

/** A setting before and after a change. */
export interface Step {
  readonly setting: Setting;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

/** What a change came to; only the first has changed anything. */
export type ChangeVerdict =
  | ({ readonly kind: 'changed' } & Step)
  /** It was so already. */
  | { readonly kind: 'as-before'; readonly setting: Setting }
  /** Only a ceiling below the budget that the bot's owner gives can be a server's own. */
  | { readonly kind: 'not-below-budget'; readonly budget: number }
  /** Every member has this role. */
  | { readonly kind: 'everyone' }
  /** No more channels, or roles, can have a limit, or be named. */
  | { readonly kind: 'too-many'; readonly of: Table; readonly what: 'limits' | 'names' };

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

/** The settings as a manager wants them, or why that cannot be. */
export function changeSettings(
  now: ServerSettings,
  change: SettingsChange,
  circumstances: Circumstances,
): Changed {
  const refusal = refusalOf(now, change, circumstances);
  if (refusal !== undefined) return { answer: refusal };
  const setting = settingOf(change);
  const before = valueOf(now, setting);
  const after = wanted(change, before);
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return { answer: { kind: 'as-before', setting } };
  }
  return {
    answer: { kind: 'changed', setting, before, after },
    settings: withValue(now, setting, after),
  };
}

/** What a setting is now; undefined is the usual. */
export function valueOf(settings: ServerSettings, setting: Setting): SettingValue {
  switch (setting.kind) {
    case 'limit':
      return settings.limits[setting.of];
    case 'share':
      return settings.limits[setting.of][setting.id];
    case 'names':
    case 'value':
      return settings[setting.of];
  }
}

function settingOf(change: SettingsChange): Setting {
  switch (change.kind) {
    case 'limit':
      return { kind: 'limit', of: change.of };
    case 'share':
      return { kind: 'share', of: change.of, id: change.id };
    case 'names':
      return { kind: 'names', of: change.of };
    case 'value':
      return { kind: 'value', of: change.of };
  }
}

function refusalOf(
  now: ServerSettings,
  change: SettingsChange,
  { guildId, budget }: Circumstances,
): ChangeVerdict | undefined {
  switch (change.kind) {
    case 'limit':
      return change.of === 'server' && change.to !== null && change.to >= budget
        ? { kind: 'not-below-budget', budget }
        : undefined;
    case 'share': {
      if (change.to === null) return undefined;
      if (change.of === 'roles' && change.id === guildId) return { kind: 'everyone' };
      const { [change.id]: _, ...others } = now.limits[change.of];
      const isFull = Object.keys(others).length >= MAX_NAMED_LIMITS;
      return isFull ? { kind: 'too-many', of: change.of, what: 'limits' } : undefined;
    }
    case 'names':
      if (change.of === 'roles' && change.add.includes(guildId)) return { kind: 'everyone' };
      return names(change, now[change.of]).length > MAX_NAMED
        ? { kind: 'too-many', of: change.of, what: 'names' }
        : undefined;
    case 'value':
      return undefined;
  }
}

function names(
  { add, remove }: Extract<SettingsChange, { kind: 'names' }>,
  before: readonly string[] = [],
): string[] {
  const kept = remove === 'all' ? [] : before.filter((id) => !remove.includes(id));
  return [...new Set([...kept, ...add])];
}

function wanted(change: SettingsChange, before: SettingValue): SettingValue {
  if (change.kind === 'names') {
    const after = names(change, Array.isArray(before) ? before : []);
    return after.length === 0 ? undefined : after;
  }
  const isUsual = change.kind === 'value' && change.to === usualOf(change.of);
  return change.to === null || isUsual ? undefined : change.to;
}

const usualOf = (name: string): SettingValue =>
  Object.hasOwn(USUAL, name) ? USUAL[name as keyof typeof USUAL] : undefined;

function withValue(now: ServerSettings, setting: Setting, after: SettingValue): ServerSettings {
  switch (setting.kind) {
    case 'limit':
      return { ...now, limits: put(now.limits, setting.of, after) };
    case 'share': {
      const { of, id } = setting;
      return { ...now, limits: put(now.limits, of, put(now.limits[of], id, after)) };
    }
    case 'names':
    case 'value':
      return put(now, setting.of, after);
  }
}

/** A copy with another value; undefined takes it away. */
function put<T extends object>(object: T, key: string, value: unknown): T {
  const entries = Object.entries(object).filter(([other]) => other !== key);
  return Object.fromEntries(value === undefined ? entries : [...entries, [key, value]]) as T;
}
