/** What Discord's command list says of `/moderation`. */
export const MODERATION_COMMAND = {
  description: 'Blocks, cases and prompt rules of this server, for its moderators',
  block: {
    description: 'Keep a member from making pictures in this server',
    member: 'The member',
    duration: 'How long: 30m, 2h, 7d, 1w or forever; at most 365d',
    reason: 'Why; the member is told',
  },
  unblock: {
    description: 'Let a blocked member make pictures again',
    member: 'The member',
    reason: 'Why; it is kept with the case',
  },
  blocked: { description: 'Who is blocked from making pictures, and until when' },
  case: { description: 'Everything about one case', number: 'The number of the case' },
  cases: {
    description: 'The cases of this server, the newest first',
    member: 'Only those about this member',
  },
  test: {
    description: 'See which rules a text meets in this channel, and why',
    text: 'What somebody might ask for; nothing is made of it',
  },
  rules: { description: 'See and change the words that nobody may ask for' },
} as const;

/** What moderators are told. */
export const MODERATION_WORDS = {
  notAllowed:
    'Only members who may manage messages here can moderate pictures. Nothing was changed.',
  unknown:
    'This cannot be done like that. Nothing was changed. Restart your Discord app to see the options that there are.',
  unavailable:
    'What moderators decide in this server cannot be read or written right now. Look with `/moderation blocked` or `/moderation cases` in a minute before you try again; if it stays like this, tell the bot’s operator.',
  older: 'Older',
  newest: 'Newest',
  next: 'Next',
  first: 'First',
} as const;
