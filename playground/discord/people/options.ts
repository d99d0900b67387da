import type { Core } from '../core.ts';
import { resolvedMember, wireRole, wireUser } from '../users.ts';
import type { WireCommand, WireCommandOption, WireOption } from '../wire.ts';
import type { Channel, Guild, Role, User } from '../world.ts';
import { wireChannel } from './payload.ts';
import { ClientRefusal } from './refusal.ts';

/** A file someone attaches to a command. */
interface FileOption {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What a person fills an option with. */
export type OptionValue = string | number | boolean | User | Channel | Role | FileOption;

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

type Resolved = Record<string, Record<string, object>>;

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

function scalar(
  option: WireCommandOption,
  value: OptionValue,
  partial: boolean,
): string | number | boolean {
  const expected =
    option.type === Kind.String ? 'string' : option.type === Kind.Boolean ? 'boolean' : 'number';
  if (typeof value !== expected) throw new ClientRefusal(`"${option.name}" takes a ${expected}.`);
  const given = value as string | number | boolean;
  if (partial) return given;
  if (option.choices !== undefined && option.choices.length > 0) {
    if (!option.choices.some((choice) => choice.value === given)) {
      throw new ClientRefusal(`"${option.name}" has no choice ${JSON.stringify(given)}.`);
    }
  }
  if (typeof given === 'string') checkText(option, given);
  if (typeof given === 'number') checkNumber(option, given);
  return given;
}

/** Resolves what people fill in to what the client sends, for one command in one place. */
export function createResolver(core: Core, guild: Guild | undefined, channel: Channel, by: User) {
  const resolved: Resolved = {};
  const note = (kind: string, id: string, object: object): string => {
    resolved[kind] = { ...resolved[kind], [id]: object };
    return id;
  };

  const reference = (option: WireCommandOption, value: OptionValue): string => {
    if (typeof value !== 'object')
      throw new ClientRefusal(`"${option.name}" takes something to point at.`);
    if ('bytes' in value) {
      const file = core.attachments.save(
        { index: 0, ...value },
        { channelId: channel.id, ephemeral: true },
      );
      return note('attachments', file.id, file);
    }
    if ('username' in value) {
      if (guild?.members.has(value.id) === true)
        note('members', value.id, resolvedMember(guild, channel, value));
      return note('users', value.id, wireUser(value));
    }
    if ('permissions' in value) return note('roles', value.id, wireRole(value, 1));
    return note('channels', value.id, wireChannel(core, value, by));
  };

  const fill = (
    options: readonly WireCommandOption[],
    values: OptionValues,
    focused: string | undefined,
  ): WireOption[] => {
    const partial = focused !== undefined;
    const stray = Object.keys(values).find(
      (name) => !options.some((option) => option.name === name),
    );
    if (stray !== undefined) throw new ClientRefusal(`there is no option "${stray}".`);
    const missing = options.find(
      ({ name, required }) => required === true && values[name] === undefined,
    );
    if (missing !== undefined && !partial)
      throw new ClientRefusal(`"${missing.name}" is required.`);
    return Object.entries(values).map(([name, value]): WireOption => {
      const option = options.find((candidate) => candidate.name === name) as WireCommandOption;
      const isScalar = option.type <= Kind.Boolean || option.type === Kind.Number;
      const sent = isScalar ? scalar(option, value, partial) : reference(option, value);
      return {
        name,
        type: option.type,
        value: sent,
        ...(name === focused ? { focused: true } : {}),
      };
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

  return {
    resolved,
    options: (
      command: WireCommand,
      path: readonly string[],
      values: OptionValues,
      focused?: string,
    ) => descend(command.options ?? [], path, values, focused),
  };
}
