import type { Taste } from '../tastes/documents.ts';
import type { TasteProblem } from '../tastes/orders.ts';
import { shapeName, styleName } from './choices.ts';
import { UNCHANGED } from './state.ts';
import { disarmWithin } from './text.ts';

const NEGATIVE_LENGTH = 1_000;

/** For a subcommand that this version of the bot does not know. */
export const STYLE_UNKNOWN = `This is not known here any more. ${UNCHANGED} Restart your Discord app to see what is.`;

/** For a database that failed, or a row that is broken; a write may have happened all the same. */
export const STYLE_UNAVAILABLE =
  'Your defaults cannot be read or written right now; `/imagine` works without them. Please look with `/style show` in a minute; if it stays like this, tell the bot’s operator.';

/** For a member who has defaults no more. */
export const STYLE_CLEARED =
  'Your defaults are gone, in every server. `/imagine` makes a square picture in no style, or what the server prefers, unless you choose.';

/** For a member who never had any. */
export const STYLE_EMPTY =
  'You have no defaults: `/imagine` makes a square picture in no style, or what the server prefers, unless you choose. Set some with `/style set`.';

const HOW_TO_MEND =
  'Please choose one from the list; if the list looks old, restart your Discord app.';

/** Why defaults were not set, and what to do. */
export function styleRefused(problem: TasteProblem): string {
  switch (problem) {
    case 'nothing':
      return `Choose at least one of style_preset, aspect_ratio and negative_prompt. ${UNCHANGED}`;
    case 'style':
      return `This style is not offered. ${UNCHANGED} ${HOW_TO_MEND}`;
    case 'shape':
      return `This shape is not offered. ${UNCHANGED} ${HOW_TO_MEND}`;
    case 'negative-prompt':
      return `The negative prompt cannot be read. ${UNCHANGED} Please type it anew.`;
    case 'negative-prompt-too-long':
      return `The negative prompt is longer than 6,000 characters. ${UNCHANGED} Please shorten it.`;
  }
}

/** A member's defaults, after a change or as they are. */
export function styleAnswer(taste: Taste, isNew: boolean): string {
  const { stylePreset, aspectRatio, negativePrompt } = taste;
  if (stylePreset === undefined && aspectRatio === undefined && negativePrompt === undefined) {
    return isNew ? STYLE_CLEARED : STYLE_EMPTY;
  }
  return [
    `${isNew ? 'Saved. ' : ''}Your defaults for \`/imagine\`, in every server:`,
    `Style: ${stylePreset ? styleName(stylePreset) : 'the server’s, or none'}`,
    `Shape: ${aspectRatio ? shapeName(aspectRatio) : 'the server’s, or square'}`,
    `Without: ${negativePrompt ? disarmWithin(negativePrompt, NEGATIVE_LENGTH) : 'nothing'}`,
    '-# What you choose in `/imagine` wins, and “none” asks for none of it. `/style clear` takes all of them away.',
  ].join('\n');
}
