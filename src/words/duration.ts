import type { ParsedDuration } from '../moderation/duration.ts';

type NoDuration = Extract<ParsedDuration, { kind: 'refused' }>;

/**
 * Why a text is no duration.
 * @param reason what was typed beside it, given back to be copied.
 */
export function durationText(refused: NoDuration, reason: string | null = null): string {
  const why = whyNoDuration(refused);
  if (reason === null || reason === '') return why;
  return `${why} Your reason, to copy: ${asTyped(reason)}`;
}

/** A text to be copied as it was typed; a code block shows everything but its own end. */
const asTyped = (text: string): string => `\n\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\``;

function whyNoDuration({ why }: NoDuration): string {
  switch (why) {
    case 'not-understood':
      return 'Say how long as in 30m, 2h, 7d, 1w or forever. Nothing was changed.';
    case 'too-short':
      return 'A block lasts at least one minute (1m). Nothing was changed.';
    case 'too-long':
      return 'A block lasts at most a year (365d), or forever. Nothing was changed.';
  }
}
