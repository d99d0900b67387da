import type { OptionValue, OptionView } from '../../contract.ts';
import { grouped } from '../text/numbers.ts';

/** Discord's docs, "Application Command Option Type". */
export const OptionKind = {
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  File: 11,
} as const;

/** What someone has put into an option so far. */
export interface Entry {
  readonly name: string;
  readonly text: string;
  /** What was picked from a list, or read from a file; undefined while the text alone counts. */
  readonly picked?: OptionValue | undefined;
}

/** An entry as it would be sent, or why it cannot be. */
export type Reading =
  | { readonly kind: 'value'; readonly value: OptionValue }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly reason: string };

const wrong = (reason: string): Reading => ({ kind: 'wrong', reason });

const KIND_NAMES: Readonly<Record<number, string>> = {
  3: 'text',
  4: 'whole number',
  5: 'true or false',
  6: 'person',
  7: 'channel',
  8: 'role',
  9: 'person or role',
  10: 'number',
  11: 'file',
};

function range(least: number | null, most: number | null, unit: string): string {
  if (least !== null && most !== null) return `${grouped(least)} to ${grouped(most)}${unit}`;
  if (most !== null) return `at most ${grouped(most)}${unit}`;
  return least === null ? '' : `at least ${grouped(least)}${unit}`;
}

/** The limits of an option in words; empty when it has none. */
export function limits({ type, min, max, minLength, maxLength }: OptionView): string {
  if (type === OptionKind.String) return range(minLength, maxLength, ' characters');
  return range(min, max, '');
}

/** What an option takes, in words. */
export const kindName = ({ type, choices }: OptionView): string =>
  choices.length > 0 ? 'one of a list' : (KIND_NAMES[type] ?? 'value');

/** Whether an option is filled from a list alone. */
export const isListed = ({ type, choices }: OptionView): boolean =>
  choices.length > 0 || (type >= OptionKind.Boolean && type <= OptionKind.Mentionable);

function readText(option: OptionView, text: string): Reading {
  const { minLength, maxLength } = option;
  const { length } = text;
  if (length < (minLength ?? 0) || length > (maxLength ?? Infinity))
    return wrong(`Takes ${limits(option)}, not ${grouped(length)}.`);
  return { kind: 'value', value: text };
}

function readNumber(option: OptionView, text: string): Reading {
  const value = Number(text);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return wrong(`Takes a ${kindName(option)}.`);
  if (option.type === OptionKind.Integer && !Number.isSafeInteger(value))
    return wrong('Takes a whole number.');
  const { min, max } = option;
  if (value < (min ?? -Infinity) || value > (max ?? Infinity))
    return wrong(`Takes ${limits(option)}.`);
  return { kind: 'value', value };
}

/** Reads what someone put into an option, by the same limits Discord's own client checks. */
export function read(option: OptionView, { text, picked }: Entry): Reading {
  if (picked !== undefined) return { kind: 'value', value: picked };
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (isListed(option)) {
    const { choices } = option;
    const same = choices.find(({ name }) => name.toLowerCase() === trimmed.toLowerCase());
    return same ? { kind: 'value', value: same.value } : wrong('Choose one from the list.');
  }
  if (option.type === OptionKind.File) return wrong('Choose a file.');
  if (option.type === OptionKind.String) return readText(option, trimmed);
  return readNumber(option, trimmed);
}

/** Why an entry cannot be sent as it is; undefined when it can. */
export function fault(option: OptionView, entry: Entry): string | undefined {
  const reading = read(option, entry);
  if (reading.kind === 'wrong') return reading.reason;
  return reading.kind === 'empty' ? 'This option is required. Specify a value.' : undefined;
}
