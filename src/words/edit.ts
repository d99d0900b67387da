/** What the form behind Edit… says. Discord's bounds: a title or label of 45 characters. */
export const EDIT_WORDS = {
  title: 'Edit and make it anew',
  prompt: 'Prompt',
  negative_prompt: 'Without',
  negativeNote: 'What must not be in the picture; may be left empty',
  shortened: 'Shortened: it was longer than the 4,000 characters that fit in here',
  style_preset: 'Style',
  seed: 'Seed',
  seedNote: '0 to 4294967294; empty for a random one',
  count: 'Pictures',
  countNote: 'Each one is charged',
  tooLong:
    'This prompt is longer than the 4,000 characters that a form of Discord’s takes. Nothing was charged. Press Details to copy it, change it, and send it with `/imagine`.',
} as const;
