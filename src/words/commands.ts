/** What Discord's command list says of each command and option. */
export const COMMAND_WORDS = {
  imagine: {
    description: 'Turn a few words into a picture',
    options: {
      prompt: 'What the picture shows',
      negative_prompt:
        'What must not be in it, in place of your default from /style; “none” for nothing',
      style_preset: 'The look of it; your default from /style, or the server’s, unless you choose',
      aspect_ratio:
        'The shape of it; your default from /style, or the server’s, or square, unless you choose',
      seed: 'The same seed and prompt give the same picture; random unless you choose',
      count: 'How many pictures; each one is paid for',
    },
  },
  history: {
    description: 'Your own pictures in this server, to find again and to make anew',
  },
  style: {
    description: 'Your own defaults for /imagine, in every server',
    show: 'See your defaults',
    set: {
      description: 'Set defaults for the options that you leave out of /imagine',
      style_preset: 'The look of your pictures',
      aspect_ratio: 'The shape of your pictures',
      negative_prompt: 'What must not be in your pictures; “none” for nothing',
    },
    clear: 'Take all your defaults away',
  },
  credits: {
    description: 'See what this server and you have used this month',
  },
  settings: {
    description: 'See and change everything that this server’s managers decide',
  },
  budget: {
    description: 'The credits that a server has each month; for the bot’s owner',
    show: 'See a server’s budget and what is used of it',
    set: {
      description: 'Give a server a budget of its own',
      credits: 'Credits a month; 0 is unlimited',
    },
    reset: 'Give a server the budget that every server has',
    server: 'A server’s id; this one unless you name another',
  },
} as const;

/** For a command that this version of the bot does not know. */
export const UNKNOWN_COMMAND =
  'This command is not known here any more. Nothing was charged. Restart your Discord app to see the commands that are.';

/** For a command that broke down. */
export const COMMAND_FAILED =
  'That did not work because of a problem on our side. Nothing was charged. Please try again in a minute.';
