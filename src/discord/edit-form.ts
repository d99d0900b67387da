import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { firstSeed, withNewSeeds, withoutStyle } from '../pictures/again.ts';
import { MAX_PICTURES } from '../request.ts';
import { isNone, NONE } from '../tastes/orders.ts';
import { EDIT_WORDS } from '../words/edit.ts';
import type { Shown } from '../words/read-showing.ts';
import { menuOptions, styleOf } from './choice-menu.ts';
import { customId } from './custom-id.ts';
import type { FormBody } from './interaction-api.ts';
import type { Options } from './options.ts';

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

/**
 * A form with what pictures were made from, filled in. A form has five fields (Discord's docs), so the
 * shape stays as it is. Undefined where a text is longer than a field takes.
 */
export function editForm(record: Shown, recordId: string): FormBody | undefined {
  const { prompt, negativePrompt, count } = record.request;
  const without = negativePrompt ?? '';
  if (prompt.length > FIELD_LENGTH || without.length > FIELD_LENGTH) return undefined;
  const words = EDIT_WORDS;
  const long = { max_length: FIELD_LENGTH };
  const styles = menuOptions('style', '');
  const seed = firstSeed(record);
  const counts = COUNTS.map((value) => ({ value, label: value }));
  return {
    custom_id: customId(EDIT_FORM, recordId),
    title: words.title,
    components: [
      labelled(words.prompt, text('prompt', prompt, { required: true, ...long })),
      labelled(
        words.negative_prompt,
        text('negative_prompt', without, { required: false, ...long }),
        words.negativeNote,
      ),
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

/** What somebody wrote into such a form, as options that are not yet checked; fields may be missing. */
export function readEditForm(
  { fields }: Pick<ModalSubmitInteraction, 'fields'>,
  record: Shown,
): Options {
  const values = new Map(
    [...fields.fields].map(([id, field]) => {
      if ('value' in field) return [id, String(field.value)];
      return [id, 'values' in field ? (field.values[0] ?? '') : ''];
    }),
  );
  const was = withNewSeeds(record);
  const { negative_prompt: _, ...rest } = withoutStyle(was);
  const without = values.get('negative_prompt')?.trim();
  const style = values.get('style_preset');
  const seed = values.get('seed')?.trim();
  return {
    ...rest,
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
