import { MAX_PROMPT } from '../image-api/contract.ts';
import { MAX_PICTURES } from '../request.ts';
import { MAX_CREDITS } from '../settings/documents.ts';
import type { LimitField, Table, ValueName } from '../settings/orders.ts';
import { thingName } from './settings-panel.ts';
import { shorten } from './text.ts';
import type { Things } from '../settings/things.ts';

/** Settings that are written into a form. */
export type FormField =
  | LimitField
  | Extract<
      ValueName,
      | 'cooldownSeconds'
      | 'queuePerMember'
      | 'newMemberDays'
      | 'reportsToHide'
      | 'retentionDays'
      | 'negativePrompt'
    >
  | 'share';

/** Discord's bound for a form's title and a field's label. */
const TITLE_LENGTH = 45;

const CREDITS = `0 or empty is no limit; ${MAX_CREDITS.toLocaleString('en')} at most`;

/** What stands above a field, what below it, and in it while it is empty. */
export const FIELD_WORDS: Readonly<
  Record<FormField, { readonly label: string; readonly note: string; readonly empty: string }>
> = {
  server: {
    label: 'Own ceiling of the server, credits a month',
    note: 'Below what the bot’s owner gives; 0 or empty is none',
    empty: 'none',
  },
  memberDay: { label: 'Each member, credits a day (UTC)', note: CREDITS, empty: 'no limit' },
  memberMonth: { label: 'Each member, credits a month', note: CREDITS, empty: 'no limit' },
  share: { label: 'Credits a month', note: CREDITS, empty: 'no limit' },
  cooldownSeconds: {
    label: 'Cooldown in seconds',
    note: '0 to 86400 between two commands of one member; 0 is none, empty the usual',
    empty: 'the usual',
  },
  queuePerMember: {
    label: 'Pictures of one member in the queue',
    note: `${MAX_PICTURES} to 100 at once, never more than the bot allows; empty is the usual`,
    empty: 'the usual',
  },
  newMemberDays: {
    label: 'Days that somebody is a new member',
    note: '1 to 90 since they joined; empty is the usual',
    empty: 'the usual',
  },
  reportsToHide: {
    label: 'Reports that hide a picture',
    note: '1 to 25 different members; empty is the usual',
    empty: 'the usual',
  },
  retentionDays: {
    label: 'Days that prompts are kept with cases',
    note: '0 to 365; 0 keeps none, empty is the usual',
    empty: 'the usual',
  },
  negativePrompt: {
    label: 'Never in a picture',
    note: 'Added to whatever members exclude; empty is nothing',
    empty: 'gore, blood',
  },
};

/** What forms are called. */
export const FORM_TITLES = {
  amounts: 'Limits and pace',
  days: 'Review and reports',
  records: 'Log and records',
  negative: 'Defaults',
} as const;

/** What the form for a channel's or a role's limit is called. */
export const shareTitle = (of: Table, id: string, things: Things | undefined): string =>
  shorten(`Limit of ${thingName(of, id, things)}`, TITLE_LENGTH);

/** Why what was written into a form cannot be. */
export function formProblem(field: FormField): string {
  const { label, note } = FIELD_WORDS[field];
  const wanted = field === 'negativePrompt' ? `at most ${MAX_PROMPT} characters` : 'a whole number';
  return `“${label}” takes ${wanted}: ${note}. Nothing was changed.`;
}
