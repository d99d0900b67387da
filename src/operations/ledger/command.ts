/** What a command has to say, and whether all is well. */
export interface Outcome {
  readonly ok: boolean;
  /** For the operator; may have several lines. */
  readonly text: string;
}

/** All is well. */
export const done = (text: string): Outcome => ({ ok: true, text });

/** Not done, or not well. */
export const refused = (text: string): Outcome => ({ ok: false, text });

/** Numbers as people read them: 12,345. */
export const grouped = (value: number): string => value.toLocaleString('en-US');

/** How many there are of something, in English. */
export const counted = (count: number, one: string): string =>
  `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;

/** A size in bytes, for people. */
export function size(bytes: number): string {
  const steps = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const digits = step === 0 ? 0 : 1;
  return `${(bytes / 1000 ** step).toFixed(digits)} ${steps[step]}`;
}
