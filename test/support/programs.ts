/** Programs and preloaded modules for processes of their own, as paths. */

/** Brings a database up to date and dies on the way. */
export const MIGRATE_AND_DIE = new URL('./migrate-and-die.ts', import.meta.url).pathname;

/** Opens a database as a bot does, and says what came of it. */
export const OPEN_AND_TELL = new URL('./open-and-tell.ts', import.meta.url).pathname;

/** Loaded before a program: kills it when it is about to touch files for the nth time. */
export const DIE_AT_FILE = new URL('./die-at-file.ts', import.meta.url).pathname;

/** Loaded before a program: no file can have a second name. */
export const NO_LINKS = new URL('./no-links.ts', import.meta.url).pathname;
