import { Collection, type ModalSubmitInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { editForm, readEditForm } from '../../../src/discord/pictures/edit-form.ts';
import { parseRequest } from '../../../src/request.ts';
import { EDIT_WORDS } from '../../../src/words/edit.ts';
import { pictureRecord, requestOf, SHOWN } from '../../support/picture-records.ts';

const setting = { title: 'A form', messageId: SHOWN };

/** A form in which nothing was written. */
const untouched = {
  fields: { fields: new Collection() },
} as unknown as Pick<ModalSubmitInteraction, 'fields'>;

/** The text fields of a form: what is in them and what stands above. */
const textsIn = (form: ReturnType<typeof editForm>) =>
  (form?.components ?? []).flatMap((label) => {
    if (!('component' in label) || !('max_length' in label.component)) return [];
    return [{ value: label.component.value, note: label.description }];
  });

describe('the form', () => {
  const long = requestOf({ prompt: 'é'.repeat(4_001), negativePrompt: 'x'.repeat(4_001) });

  it('is not there for a text that is longer than a field', () => {
    expect(editForm(pictureRecord({ request: long }), setting)).toBeUndefined();
    const fits = requestOf({ prompt: 'x'.repeat(4_000) });
    expect(editForm(pictureRecord({ request: fits }), setting)).toBeDefined();
  });

  it('shortens such a text where that is asked, and says so', () => {
    const form = editForm(pictureRecord({ request: long }), { ...setting, shortens: true });
    const [prompt, negative] = textsIn(form);
    expect(prompt).toEqual({ value: `${'é'.repeat(3_999)}…`, note: EDIT_WORDS.shortened });
    expect(negative?.note).toBe(EDIT_WORDS.shortened);
    const short = editForm(pictureRecord(), { ...setting, shortens: true });
    expect(textsIn(short).map(({ note }) => note)).not.toContain(EDIT_WORDS.shortened);
  });
});

describe('the id of a form', () => {
  it('says where it comes from and which shape is meant', () => {
    const request = requestOf({ aspectRatio: '16:9' });
    const id = editForm(pictureRecord({ request }), setting)?.custom_id ?? '';
    expect(id).toBe(`edit-form:${SHOWN}:16:9`);
    const { options, parent } = readEditForm(untouched, id.slice('edit-form:'.length));
    expect(options).toMatchObject({ aspect_ratio: '16:9' });
    expect(parent).toEqual({ messageId: SHOWN });
  });

  it.each(['', ':1:1', 'a-record-of-old', '12:1:1'])('may be unreadable: %j', (rest) => {
    const { options, parent } = readEditForm(untouched, rest);
    expect(parent).toBeUndefined();
    const { aspect_ratio: shape } = options;
    expect(shape).toBe(rest.endsWith(':1:1') ? '1:1' : undefined);
  });

  it('may name a shape that nobody offers, which is refused', () => {
    const { options } = readEditForm(untouched, `${SHOWN}:7:1`);
    const request = parseRequest({ ...options, prompt: 'A fox', count: 1 });
    expect(request).toMatchObject({ refusal: { field: 'aspect_ratio' } });
  });
});
