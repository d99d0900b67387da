/** What Discord's command list says of each command and option. */
export const COMMAND_WORDS = {
  imagine: {
    description: 'Turn a few words into a picture',
    options: {
      prompt: 'What the picture shows',
      negative_prompt: 'What must not be in it',
      style_preset: 'The look of it',
      aspect_ratio: 'The shape of it; square unless you choose',
      seed: 'The same seed and prompt give the same picture; random unless you choose',
      count: 'How many pictures; each one is paid for',
    },
  },
  credits: {
    description: 'See what this server and you have used this month',
  },
} as const;

/** For a command that this version of the bot does not know. */
export const UNKNOWN_COMMAND =
  'This command is not known here any more. Nothing was charged. Restart your Discord app to see the commands that are.';

/** For a command that broke down. */
export const COMMAND_FAILED =
  'That did not work because of a problem on our side. Nothing was charged. Please try again in a minute.';
