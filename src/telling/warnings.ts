import { WARNING_PREFIX, type Warning, warningDocument } from '../credits/documents.ts';
import type { Settings } from '../settings/settings.ts';
import { createTeller, type Outbox, type Teller, type TellingRoom } from './teller.ts';
import { warningText } from '../words/warnings.ts';

/** What telling warnings needs. */
export interface WarningRoom extends TellingRoom {
  readonly settings: Pick<Settings, 'view'>;
}

/** Which warning a key names: a server, a month as `YYYY-MM`, and a level. */
function dueIn(key: string) {
  const [guildId = '', month = '', level] = key.slice(WARNING_PREFIX.length).split(':');
  return { guildId, month, level: level === '100' ? (100 as const) : (80 as const) };
}

/** Warnings as the ledger leaves them; of one server the lower level first. */
const warningsOf = ({ settings }: WarningRoom): Outbox<Warning> => ({
  prefix: WARNING_PREFIX,
  documentOf(key) {
    const { guildId, month, level } = dueIn(key);
    return warningDocument(guildId, month, level);
  },
  compare: (one, other) => dueIn(one).level - dueIn(other).level,
  async compose(key, warning) {
    const due = dueIn(key);
    const { settings: set, limits } = await settings.view(due.guildId);
    if (set.logChannel === undefined || limits.server !== warning.budget) return undefined;
    const isOwnCeiling = set.limits.server === warning.budget;
    const content = warningText({ ...due, ...warning, isOwnCeiling });
    return { channelId: set.logChannel, content };
  },
  factsOf(key) {
    const { guildId: guild, month, level: percent } = dueIn(key);
    return { guild, month, percent };
  },
  words: {
    said: 'a server was warned',
    refused: 'Discord does not let a server be warned',
    late: 'a server could not be warned yet',
    failed: 'a server could not be warned',
  },
});

/** Tells servers in their log channels that their credits run out. */
export const createWarnings = (room: WarningRoom): Teller => createTeller(warningsOf(room), room);
