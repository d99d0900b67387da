/** The bit that a character has in a mask of several; others may have the same. */
export const bitOf = (letter: number): number => 1 << (letter & 31);
