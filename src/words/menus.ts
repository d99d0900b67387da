/** What the menu of a message offers. */
export const MENU_LABELS = { details: 'Picture details', like: 'Imagine like this' } as const;

/** What is said to who chose something in the menu of a message. */
export const MENU_WORDS = {
  noPictures: `This message shows no pictures of this bot, so there is nothing to tell of it. Choose “${MENU_LABELS.details}” in the menu of one that does.`,
  waiting:
    'These pictures wait for a moderator. Their message says what is known of them; the seed is told once they are shown.',
  nothingLeft:
    'What these pictures were made from is not kept any more: they are older than 60 days, or were deleted. The message says nothing of it either.',
  nothingHere: `This message has neither text nor pictures of this bot, so there is nothing to begin with. Nothing was charged. Choose “${MENU_LABELS.like}” in the menu of another one, or use \`/imagine\`.`,
} as const;
