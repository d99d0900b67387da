import { ASPECT_RATIOS } from '../image-api/contract.ts';
import type { PictureRecord } from '../pictures/documents.ts';
import { styleChoices } from './choices.ts';
import { NEGATIVE_MARK, PROMPT_MARK } from './prompt-line.ts';
import { rearm } from './text.ts';

/** What a message with pictures still says of how they were made. */
export type Shown = Pick<PictureRecord, 'request' | 'seeds'>;

const SHAPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ASPECT_RATIOS).map(([value, name]) => [name, value]),
);
const STYLES = new Map(styleChoices().map(({ name, value }) => [name, value]));

/** Among the facts, the part that is always there. */
const SEEDS = /(?:^| · )seeds? \d/;

const isFacts = (line: string): boolean =>
  !line.startsWith(PROMPT_MARK) && !line.startsWith(NEGATIVE_MARK) && SEEDS.test(line);

/** The square, which `/imagine` makes where nothing was chosen. */
const USUAL_SHAPE = '1:1';

/**
 * Reads the text above pictures, as `showingText` writes it, for when nothing else is kept of them: a
 * long prompt as far as it is shown. Fields that cannot be read are left empty.
 */
export function readShowing(text: string): Shown {
  const lines = text.split('\n');
  const lineWith = (mark: string): string | undefined =>
    lines.find((line) => line.startsWith(mark))?.slice(mark.length);
  const facts = lines.find(isFacts)?.split(' · ') ?? [];
  const without = lineWith(NEGATIVE_MARK);
  const seeds = facts.find((fact) => /^seeds? \d/.test(fact))?.match(/\d+/g) ?? ['0'];
  return {
    request: {
      prompt: rearm(lineWith(PROMPT_MARK) ?? ''),
      negativePrompt: without === undefined ? null : rearm(without),
      stylePreset: STYLES.get(facts[0] ?? '') ?? null,
      aspectRatio: facts.map((fact) => SHAPES[fact]).find(Boolean) ?? USUAL_SHAPE,
      seed: null,
      count: seeds.length,
    },
    seeds: seeds.map(Number),
  };
}
