/** What is kept of a text, in UTF-16 units. */
const EXCERPT_LENGTH = 1_000;

/** The beginning of a text, cut between characters, with a mark where something is missing. */
export function excerptOf(text: string): string {
  if (text.length <= EXCERPT_LENGTH) return text;
  const cut = text.slice(0, EXCERPT_LENGTH - 1);
  return `${cut.isWellFormed() || !text.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
