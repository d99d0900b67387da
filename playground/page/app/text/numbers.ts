const whole = new Intl.NumberFormat(undefined);

/** Grouped digits. */
export const grouped = (value: number): string => whole.format(value);

const STEPS = [
  ['MB', 1_048_576],
  ['KB', 1_024],
] as const;

/** A file's size in words. */
export function bytes(size: number): string {
  const [unit, length] = STEPS.find(([, least]) => size >= least) ?? ['bytes', 1];
  return `${grouped(Math.round((size / length) * 10) / 10)} ${unit}`;
}
