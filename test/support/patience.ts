/** How long a test waits for what must come, in ms: a busy machine takes its time, which says nothing of what is right. */
export const PATIENCE_MS = 60_000;
