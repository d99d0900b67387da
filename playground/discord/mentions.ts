/** Whom a message may notify, as its sender asked (Discord's docs, "Allowed Mentions"). */
export interface AllowedMentions {
  readonly parse?: readonly string[] | null | undefined;
  readonly users?: readonly string[] | null | undefined;
}

/**
 * Ids of the users a text notifies, each once. A sender who says nothing allows all of them.
 */
export function mentionedUsers(content: string, allowed: AllowedMentions | undefined): string[] {
  const named = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? ''));
  if (allowed === undefined || allowed.parse?.includes('users') === true) return [...named];
  return [...named].filter((id) => allowed.users?.includes(id) === true);
}
