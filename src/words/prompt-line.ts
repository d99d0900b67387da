import { disarmWithin } from './text.ts';

/** Before the prompt, and before the negative prompt. */
export const PROMPT_MARK = '> ';
export const NEGATIVE_MARK = 'Without: ';

const PROMPT_LENGTH = 900;
const NEGATIVE_LENGTH = 300;

/** A prompt as the first line of a message about its pictures. */
export const promptLine = (prompt: string): string =>
  `${PROMPT_MARK}${disarmWithin(prompt, PROMPT_LENGTH)}`;

/** The line for what must not be in them. */
export const negativeLine = (negativePrompt: string): string =>
  `${NEGATIVE_MARK}${disarmWithin(negativePrompt, NEGATIVE_LENGTH)}`;
