import { createHash } from 'node:crypto';
import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { cleanPrompt } from '../../prompt.ts';
import type { ServerSettings } from '../../settings/documents.ts';
import {
  isValueName,
  parseLimit,
  parseValue,
  type SettingsChange,
  type Table,
} from '../../settings/orders.ts';
import { policyOf } from '../../settings/policy.ts';
import type { Section } from '../../settings/sections.ts';
import { isNone } from '../../tastes/orders.ts';
import type { Surroundings } from '../../words/setting-values.ts';
import {
  FIELD_WORDS,
  FORM_TITLES,
  type FormField,
  formProblem,
  shareTitle,
} from '../../words/settings-form.ts';
import { shorten } from '../../words/text.ts';
import { customId } from '../custom-id.ts';
import type { FormBody } from '../rest/interaction-api.ts';

/** What the custom ids of the forms of `/settings` begin with. */
export const SETTINGS_FORM = 'settings-form';

/** The forms, the page each one is opened from, and what is written into it. */
const SETTINGS_FORMS = {
  amounts: {
    page: 'limits',
    fields: ['server', 'memberDay', 'memberMonth', 'cooldownSeconds', 'queuePerMember'],
  },
  days: { page: 'review', fields: ['newMemberDays', 'reportsToHide'] },
  records: { page: 'records', fields: ['retentionDays'] },
  negative: { page: 'defaults', fields: ['negativePrompt'] },
} as const satisfies Readonly<
  Record<string, { readonly page: Section; readonly fields: readonly FormField[] }>
>;

type FormName = keyof typeof SETTINGS_FORMS;

const isForm = (name: string): name is FormName => Object.hasOwn(SETTINGS_FORMS, name);

/** The most that a text field of a form takes (Discord's docs). */
const FIELD_LENGTH = 4_000;
const NUMBER_LENGTH = 10;

/** A form with the values that hold now; undefined for one that this version does not know. */
export function settingsForm(
  name: string,
  settings: ServerSettings,
  around: Surroundings,
): FormBody | undefined {
  if (!isForm(name)) return undefined;
  const filled = SETTINGS_FORMS[name].fields.map((field): [FormField, string] => [
    field,
    filledIn(field, settings, around),
  ]);
  const marks = filled.map(([, text]) => markOf(text)).join(',');
  return {
    custom_id: customId(SETTINGS_FORM, `${name}:${marks}`),
    title: FORM_TITLES[name],
    components: filled.map(([field, text]) => labelled(field, text)),
  };
}

/** A form for the limit of a channel or a role. */
export function shareForm(
  of: Table,
  id: string,
  settings: ServerSettings,
  around: Surroundings,
): FormBody {
  const text = String(settings.limits[of][id] ?? '');
  return {
    custom_id: customId(SETTINGS_FORM, `share:${of}:${id}:${markOf(text)}`),
    title: shareTitle(of, id, around.things),
    components: [labelled('share', text)],
  };
}

/**
 * What a form showed in a field before anything was written: what somebody left as it was is not
 * changed, whatever another manager set meanwhile.
 */
const markOf = (text: string): string =>
  /^\d{0,10}$/.test(text) ? text : createHash('sha256').update(text).digest('hex').slice(0, 16);

function filledIn(field: FormField, settings: ServerSettings, around: Surroundings): string {
  const policy = policyOf(settings);
  switch (field) {
    case 'server':
    case 'memberDay':
    case 'memberMonth':
      return String(settings.limits[field] ?? '');
    case 'cooldownSeconds':
      return String(policy.cooldownSeconds ?? around.usualCooldownMs / 1000);
    case 'queuePerMember':
      return String(policy.queuePerMember ?? around.queuePerMember);
    case 'newMemberDays':
    case 'reportsToHide':
    case 'retentionDays':
      return String(policy[field]);
    case 'negativePrompt':
      return shorten(policy.negativePrompt ?? '', FIELD_LENGTH);
    case 'share':
      return '';
  }
}

function labelled(field: FormField, value: string): FormBody['components'][number] {
  const { label, note, empty } = FIELD_WORDS[field];
  const isText = field === 'negativePrompt';
  return {
    type: ComponentType.Label as const,
    label,
    description: note,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: field,
      style: isText ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: false,
      max_length: isText ? FIELD_LENGTH : NUMBER_LENGTH,
      placeholder: empty,
      ...(value !== '' && { value }),
    },
  };
}

/** What a form that was sent asks for, and the page to go back to. */
interface SentForm {
  readonly page: Section;
  readonly changes: readonly SettingsChange[];
  /** Why nothing of it can be done. */
  readonly problem?: string;
}

/** Undefined for a form that this version does not know. `rest` is what follows the kind in its id. */
export function readSettingsForm(
  { fields }: Pick<ModalSubmitInteraction, 'fields'>,
  rest: string,
): SentForm | undefined {
  const [name = '', ...more] = rest.split(':');
  if (name === 'share') return readShare(fields, more);
  if (!isForm(name)) return undefined;
  const { page, fields: expected } = SETTINGS_FORMS[name];
  const marks = (more[0] ?? '').split(',');
  const changes: SettingsChange[] = [];
  for (const [index, field] of expected.entries()) {
    const text = textOf(fields, field);
    if (text === undefined || markOf(text) === marks[index]) continue;
    const change = changeOf(field, text);
    if (change === undefined) return { page, changes: [], problem: formProblem(field) };
    changes.push(change);
  }
  return { page, changes };
}

/** The channel that a form is about, by what follows the kind in its id; none where it is about none. */
export function channelsNamed(rest: string): readonly string[] {
  const [name, of, id] = rest.split(':');
  return name === 'share' && of === 'channels' && id !== undefined ? [id] : [];
}

function readShare(
  fields: ModalSubmitInteraction['fields'],
  [of, id = '', mark]: readonly string[],
): SentForm | undefined {
  const text = textOf(fields, 'share');
  if ((of !== 'channels' && of !== 'roles') || text === undefined) return undefined;
  if (markOf(text) === mark) return { page: 'shares', changes: [] };
  const to = limitOf(text);
  if (to === undefined) return { page: 'shares', changes: [], problem: formProblem('share') };
  return { page: 'shares', changes: [{ kind: 'share', of, id, to }] };
}

function textOf(fields: ModalSubmitInteraction['fields'], id: string): string | undefined {
  const field = fields.fields.get(id);
  return field !== undefined && 'value' in field ? String(field.value).trim() : undefined;
}

/** Digits as a number; everything else is none. */
const wholeNumber = (text: string): number | undefined =>
  /^\d{1,10}$/.test(text) ? Number(text) : undefined;

const limitOf = (text: string): number | null | undefined =>
  text === '' ? null : parseLimit(wholeNumber(text));

function changeOf(field: FormField, text: string): SettingsChange | undefined {
  if (field === 'negativePrompt') {
    const cleaned = cleanPrompt(text);
    const isNothing = cleaned === '' || isNone(cleaned);
    const to = isNothing ? null : parseValue(field, cleaned);
    return to === undefined ? undefined : { kind: 'value', of: field, to };
  }
  if (isValueName(field)) {
    const to = text === '' ? null : parseValue(field, wholeNumber(text) ?? text);
    return to === undefined ? undefined : { kind: 'value', of: field, to };
  }
  const to = limitOf(text);
  if (to === undefined || field === 'share') return undefined;
  return { kind: 'limit', of: field, to };
}
