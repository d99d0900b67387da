/** What Discord's command list says of each command and option. */
export const COMMAND_WORDS = {
  imagine: {
    description: 'Turn a few words into a picture',
    options: {
      prompt: 'What the picture shows',
      negative_prompt:
        'What must not be in it, in place of your default from /style; “none” for nothing',
      style_preset: 'The look of it; your default from /style unless you choose',
      aspect_ratio: 'The shape of it; square, or your default from /style, unless you choose',
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
    description: 'Limits of this server’s credits, and where it is warned',
    show: 'See every limit and what is used of it',
    server: {
      description: 'A ceiling for the whole server, below what the bot’s owner gives it',
      month: 'Credits a month; 0 is no ceiling of its own',
    },
    member: {
      description: 'What each member may use',
      day: 'Credits a day (UTC); 0 is no limit',
      month: 'Credits a month; 0 is no limit',
    },
    channel: {
      description: 'What everybody together may use in a channel and its threads',
      channel: 'The channel',
      month: 'Credits a month; 0 is no limit',
    },
    role: {
      description: 'What everybody with a role may use together, counted from now on',
      role: 'The role',
      month: 'Credits a month; 0 is no limit',
    },
    clear: {
      description: 'Take every channel’s or every role’s limit away, deleted ones too',
      limits: 'Whose limits',
      channels: 'All channels',
      roles: 'All roles',
    },
    log: {
      description: 'Where warnings about this server’s credits are posted',
      channel: 'The channel; nowhere unless you choose',
    },
  },
  moderation: {
    description: 'Prompt rules of this server, for its moderators',
    test: {
      description: 'See which rules a text meets in this channel, and why',
      text: 'What somebody might ask for; nothing is made of it',
    },
    rules: 'See and change the words that nobody may ask for',
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
