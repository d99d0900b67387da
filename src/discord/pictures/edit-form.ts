import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { firstSeed } from '../../pictures/again.ts';
import { MAX_PICTURES } from '../../request.ts';
import { snowflakeSchema } from '../../snowflake.ts';
import { isNone, NONE } from '../../tastes/orders.ts';
import { EDIT_WORDS } from '../../words/edit.ts';
import type { Shown } from '../../words/read-showing.ts';
import { shorten } from '../../words/text.ts';
import { menuOptions, styleOf } from './choice-menu.ts';
import { customId } from '../custom-id.ts';
import type { FormBody } from '../rest/interaction-api.ts';
import type { Options } from '../options.ts';
import type { Parent } from '../delivery/parent.ts';

/** What the custom ids of forms begin with. */
export const EDIT_FORM = 'edit-form';

/** The most that a text field of a form takes (Discord's docs). */
const FIELD_LENGTH = 4_000;
const SEED_LENGTH = 10;

type Input = Extract<FormBody['components'][number], { type: ComponentType.Label }>['component'];

const labelled = (label: string, component: Input, description?: string) => ({
  type: ComponentType.Label as const,
  label,
  ...(description !== undefined && { description }),
  component,
});

const text = (id: string, value: string, more: { required: boolean; max_length: number }) => ({
  type: ComponentType.TextInput as const,
  custom_id: id,
  style: more.max_length > SEED_LENGTH ? TextInputStyle.Paragraph : TextInputStyle.Short,
  ...(value !== '' && { value }),
  ...more,
});

const list = (
  id: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
) => ({
  type: ComponentType.StringSelect as const,
  custom_id: id,
  required: true,
  options: options.map((option) => ({
    ...option,
    ...(option.value === chosen && { default: true }),
  })),
});

const COUNTS = Array.from({ length: MAX_PICTURES }, (_, index) => String(index + 1));

/** What a form says and where it comes from. */
interface Setting {
  readonly title: string;
  /** The message that what is made will link to. */
  readonly messageId: string | undefined;
  /** Whether a text that is too long is shortened, which the form then says. */
  readonly shortens?: boolean;
}

const isTooLong = (value: string): boolean => value.length > FIELD_LENGTH;

/**
 * A form with what pictures were made from, filled in. A form has five fields (Discord's docs), so the
 * shape stays as it is, and is part of the form's id: what is sent needs no record. Undefined where a
 * text is longer than a field takes and is not to be shortened.
 */
export function editForm(
  record: Shown,
  { title, messageId = '', shortens = false }: Setting,
): FormBody | undefined {
  const { prompt, negativePrompt, aspectRatio, count } = record.request;
  const without = negativePrompt ?? '';
  if (!shortens && [prompt, without].some(isTooLong)) return undefined;
  const words = EDIT_WORDS;
  const styles = menuOptions('style', '');
  const seed = firstSeed(record);
  const counts = COUNTS.map((value) => ({ value, label: value }));
  const long = (id: 'prompt' | 'negative_prompt', value: string, note?: string) => {
    const field = { required: id === 'prompt', max_length: FIELD_LENGTH };
    const input = text(id, shorten(value, FIELD_LENGTH), field);
    return labelled(words[id], input, isTooLong(value) ? words.shortened : note);
  };
  return {
    custom_id: customId(EDIT_FORM, `${messageId}:${aspectRatio}`),
    title,
    components: [
      long('prompt', prompt),
      long('negative_prompt', without, words.negativeNote),
      labelled(words.style_preset, list('style_preset', styles, styleOf(record))),
      labelled(
        words.seed,
        text('seed', seed === 0 ? '' : String(seed), { required: false, max_length: SEED_LENGTH }),
        words.seedNote,
      ),
      labelled(words.count, list('count', counts, String(count)), words.countNote),
    ],
  };
}

/**
 * What somebody wrote into such a form, as options that are not yet checked; fields may be missing.
 * `rest` is what follows the kind in the form's id.
 */
export function readEditForm(
  { fields }: Pick<ModalSubmitInteraction, 'fields'>,
  rest: string,
): { options: Options; parent: Parent | undefined } {
  const [messageId = '', ...shape] = rest.split(':');
  const isKnown = snowflakeSchema.safeParse(messageId).success;
  return {
    options: { ...written(fields), ...(shape.length > 0 && { aspect_ratio: shape.join(':') }) },
    parent: isKnown ? { messageId } : undefined,
  };
}

function written(fields: ModalSubmitInteraction['fields']): Options {
  const values = new Map(
    [...fields.fields].map(([id, field]) => {
      if ('value' in field) return [id, String(field.value)];
      return [id, 'values' in field ? (field.values[0] ?? '') : ''];
    }),
  );
  const without = values.get('negative_prompt')?.trim();
  const style = values.get('style_preset');
  const seed = values.get('seed')?.trim();
  return {
    prompt: values.get('prompt') ?? '',
    ...(without && !isNone(without) && { negative_prompt: without }),
    ...(style !== undefined && style !== NONE && { style_preset: style }),
    ...(seed && { seed: wholeNumber(seed) }),
    count: wholeNumber(values.get('count') ?? ''),
  };
}

/** Digits as a number; everything else stays as it is, and is refused for what it is. */
const wholeNumber = (typed: string): number | string =>
  /^\d{1,15}$/.test(typed) ? Number(typed) : typed;
