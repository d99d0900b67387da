import type { WireCommand, WireCommandOption, WireOption } from '../wire.ts';
import type { References, Taken, Thing } from './references.ts';
import { ClientRefusal } from './refusal.ts';

/** What a person fills an option with. */
export type OptionValue = string | number | boolean | Thing;

/** Option values by name. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

const Kind = {
  Subcommand: 1,
  Group: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
} as const;

/** What may be pointed at by an option's type. */
const TAKEN: ReadonlyMap<number, Taken['sorts']> = new Map([
  [Kind.User, ['user']],
  [Kind.Channel, ['channel']],
  [Kind.Role, ['role']],
  [Kind.Mentionable, ['user', 'role']],
  [Kind.Attachment, ['file']],
]);

function checkText(option: WireCommandOption, value: string): void {
  const { min_length: min = 0, max_length: max = 6_000 } = option;
  if (value.length < min || value.length > max) {
    throw new ClientRefusal(
      `"${option.name}" takes ${min} to ${max} characters, not ${value.length}.`,
    );
  }
}

function checkNumber(option: WireCommandOption, value: number): void {
  const { min_value: min = -Infinity, max_value: max = Infinity } = option;
  if (value < min || value > max)
    throw new ClientRefusal(`"${option.name}" takes ${min} to ${max}, not ${value}.`);
  if (option.type === Kind.Integer && !Number.isInteger(value)) {
    throw new ClientRefusal(`"${option.name}" takes whole numbers, not ${value}.`);
  }
}

function scalar(option: WireCommandOption, value: OptionValue): string | number | boolean {
  const expected =
    option.type === Kind.String ? 'string' : option.type === Kind.Boolean ? 'boolean' : 'number';
  if (typeof value !== expected) throw new ClientRefusal(`"${option.name}" takes a ${expected}.`);
  return value as string | number | boolean;
}

function checkValue(option: WireCommandOption, given: string | number | boolean): void {
  if (option.choices !== undefined && option.choices.length > 0) {
    if (!option.choices.some((choice) => choice.value === given)) {
      throw new ClientRefusal(`"${option.name}" has no choice ${JSON.stringify(given)}.`);
    }
  }
  if (typeof given === 'string') checkText(option, given);
  if (typeof given === 'number') checkNumber(option, given);
}

/** The option under the cursor: the text so far, whatever its type. */
function typed({ name, type }: WireCommandOption, value: OptionValue = ''): WireOption {
  if (typeof value === 'object') throw new ClientRefusal(`"${name}" is typed.`);
  return { name, type, value: String(value), focused: true };
}

/** Resolves what people fill in to what the client sends. */
export function createResolver(references: References) {
  const reference = (option: WireCommandOption, value: OptionValue): string => {
    if (typeof value !== 'object')
      throw new ClientRefusal(`"${option.name}" takes something to point at.`);
    const sorts = TAKEN.get(option.type) ?? [];
    const { channel_types: channelTypes } = option;
    return references.refer(value, { by: `"${option.name}"`, sorts, channelTypes });
  };

  const fill = (
    options: readonly WireCommandOption[],
    values: OptionValues,
    focused: string | undefined,
  ): WireOption[] => {
    const names = [
      ...new Set([...Object.keys(values), ...(focused === undefined ? [] : [focused])]),
    ];
    const missing = options.find(
      ({ name, required }) => required === true && values[name] === undefined,
    );
    if (missing !== undefined && focused === undefined)
      throw new ClientRefusal(`"${missing.name}" is required.`);
    return names.map((name): WireOption => {
      const option = options.find((candidate) => candidate.name === name);
      if (option === undefined) throw new ClientRefusal(`there is no option "${name}".`);
      const { [name]: value } = values;
      if (name === focused) {
        if (option.autocomplete !== true) throw new ClientRefusal(`"${name}" suggests nothing.`);
        return typed(option, value);
      }
      if (value === undefined) throw new ClientRefusal(`"${name}" is empty.`);
      const isScalar = option.type <= Kind.Boolean || option.type === Kind.Number;
      if (!isScalar) return { name, type: option.type, value: reference(option, value) };
      const sent = scalar(option, value);
      if (focused === undefined) checkValue(option, sent);
      return { name, type: option.type, value: sent };
    });
  };

  /** Walks down `settings budget` to the innermost subcommand and wraps its options on the way back. */
  const descend = (
    options: readonly WireCommandOption[],
    path: readonly string[],
    values: OptionValues,
    focused: string | undefined,
  ): WireOption[] => {
    const [head, ...rest] = path;
    const nested = options.filter(({ type }) => type === Kind.Subcommand || type === Kind.Group);
    if (head === undefined) {
      if (nested.length > 0)
        throw new ClientRefusal(`choose one of ${nested.map(({ name }) => name).join(', ')}.`);
      return fill(options, values, focused);
    }
    const next = nested.find(({ name }) => name === head);
    if (next === undefined) throw new ClientRefusal(`there is no subcommand "${head}".`);
    return [
      { name: head, type: next.type, options: descend(next.options ?? [], rest, values, focused) },
    ];
  };

  return (
    command: WireCommand,
    path: readonly string[],
    values: OptionValues,
    focused?: string,
  ): WireOption[] => descend(command.options ?? [], path, values, focused);
}
