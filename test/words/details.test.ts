import { describe, expect, it } from 'vitest';
import { MAX_SEED } from '../../src/image-api/contract.ts';
import { cleanPrompt } from '../../src/prompt.ts';
import { commandLine, detailsOf } from '../../src/words/details.ts';
import { pictureRecord, requestOf } from '../support/picture-records.ts';

const EVERYTHING = requestOf({
  negativePrompt: 'snow',
  stylePreset: 'neon-punk',
  aspectRatio: '16:9',
  seed: 41,
  count: 2,
});

describe('the command that makes pictures again', () => {
  it('names every option by what people choose', () => {
    const record = pictureRecord({ request: EVERYTHING, seeds: [41, 42] });
    expect(commandLine(record)).toBe(
      '/imagine prompt:A fox negative_prompt:snow style_preset:Neon punk aspect_ratio:Wide 16:9 seed:41 count:2',
    );
  });

  it('says what there is none of', () => {
    expect(commandLine(pictureRecord())).toBe(
      '/imagine prompt:A fox negative_prompt:none style_preset:No style aspect_ratio:Square 1:1 seed:7',
    );
  });

  it('asks for as many as count upwards from one seed', () => {
    const many = requestOf({ count: 3 });
    const line = (seeds: number[]) => commandLine(pictureRecord({ request: many, seeds }));
    expect(line([7, 8, 9])).toMatch(/seed:7 count:3$/);
    expect(line([MAX_SEED, 1, 2])).toMatch(/seed:4294967294 count:3$/);
    expect(line([7, 90, 9])).toMatch(/seed:7$/);
  });

  it('keeps the value of a style that is not offered any more', () => {
    const old = pictureRecord({ request: requestOf({ stylePreset: 'crayon' }) });
    expect(commandLine(old)).toContain('style_preset:crayon');
  });
});

describe('the card', () => {
  it('shows every parameter', () => {
    const { card, file } = detailsOf(pictureRecord({ request: EVERYTHING, seeds: [41, 42] }));
    expect(file).toBeUndefined();
    expect(card.title).toBe('How these pictures were made');
    expect(card.fields.map(({ name, value }) => [name, value])).toEqual([
      ['Style', 'Neon punk'],
      ['Shape', 'Wide 16:9'],
      ['Seeds', '41, 42'],
      ['Asked by', '<@300000000000000001>'],
      ['Shown', '<t:1795348800:R>'],
    ]);
  });

  it('tells what the server keeps out of every picture, as it stands, within Discord’s bounds', () => {
    const { card } = detailsOf({ ...pictureRecord(), keptOut: '**blood**, @everyone' });
    expect(card.fields.at(-1)).toEqual({
      name: 'This server now keeps out of every picture',
      value: String.raw`\*\*blood\*\*, @` + '\u200beveryone',
      inline: false,
    });
    expect(card.description).not.toContain('blood');
    const long = { ...pictureRecord(), keptOut: '_'.repeat(4_000) };
    expect(detailsOf(long).card.fields.at(-1)?.value.length).toBeLessThanOrEqual(1_024);
  });

  it('says what one line cannot make', () => {
    const { card } = detailsOf(pictureRecord({ request: requestOf({ count: 2 }), seeds: [7, 90] }));
    expect(card.description).toContain('It makes the first picture; put in another seed');
  });

  it('lets no prompt out of the code block, and its text comes through unchanged', () => {
    const prompt = 'A ``` fox ` and\u0060``` @everyone';
    const { card } = detailsOf(pictureRecord({ request: requestOf({ prompt }) }));
    const [, inside = '', ...rest] = card.description.split('```');
    expect(rest).toHaveLength(1);
    expect(cleanPrompt(inside)).toBe(
      commandLine(pictureRecord({ request: requestOf({ prompt }) })),
    );
  });

  it('puts a line that is too long into a file, whole', () => {
    const record = pictureRecord({ request: requestOf({ prompt: 'x'.repeat(6_000) }) });
    const { card, file } = detailsOf(record);
    expect(file).toBe(commandLine(record));
    expect(card.description).toMatch(/is in the file/);
    for (const length of [1_700, 1_800, 1_900, 3_000]) {
      const prompt = '`'.repeat(length);
      const { card: full } = detailsOf(pictureRecord({ request: requestOf({ prompt }) }));
      expect(full.description.length).toBeLessThanOrEqual(4_096);
    }
  });
});
