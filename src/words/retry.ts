/** What is said around the button under a picture that was lost. */
export const RETRY_WORDS = {
  label: 'Retry',
  used: 'This button was used already. Nothing was charged for this click. Use `/imagine` to ask for another picture.',
  gone: 'This button is older than a day. Nothing was charged. Use `/imagine` to ask for the picture anew.',
  anothers:
    'Only the member who asked for this picture can ask for it again. Nothing was charged. Use `/imagine` to ask for one of your own.',
} as const;
