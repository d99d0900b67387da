/** What became of a server's credits where there is no picture. */
export const FREE = 'Nothing was charged.';

/** What became of what is stored where somebody's wish was not carried out. */
export const UNCHANGED = 'Nothing was changed.';
