import type { WireCommand, WireCommandOption } from '../discord/index.ts';

const Kind = { Subcommand: 1, Group: 2, String: 3, Integer: 4, Boolean: 5, Number: 10 } as const;
const SLASH = 1;

/** One field of the page's form. */
interface FieldView {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly type: 'text' | 'whole' | 'number' | 'choice' | 'yes-no';
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  /** Bounds of a number, or of a text's length; null for none. */
  readonly min: number | null;
  readonly max: number | null;
}

/** A command as the page offers it. */
export interface CommandView {
  /** The name, followed by the subcommand's. */
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldView[];
}

function typeOf({ type, choices = [] }: WireCommandOption): FieldView['type'] | undefined {
  if (choices.length > 0) return 'choice';
  switch (type) {
    case Kind.String:
      return 'text';
    case Kind.Integer:
      return 'whole';
    case Kind.Number:
      return 'number';
    case Kind.Boolean:
      return 'yes-no';
    default:
      return undefined;
  }
}

function field(option: WireCommandOption): FieldView[] {
  const { name, description = '', required = false, choices = [] } = option;
  const type = typeOf(option);
  if (type === undefined) return [];
  const min = option.min_value ?? option.min_length ?? null;
  const max = option.max_value ?? option.max_length ?? null;
  return [{ name, description, required, type, choices, min, max }];
}

/**
 * The commands a form can send, subcommands one by one. A command that cannot do without a person, a file
 * or anything else a form has no field for is left out; such an option that is not required is left out alone.
 */
export function commandViews(commands: readonly WireCommand[]): CommandView[] {
  const offer = (name: string, of: { description?: string; options?: WireCommand['options'] }) => {
    const { description = '', options = [] } = of;
    const nested = options.filter(({ type }) => type === Kind.Subcommand || type === Kind.Group);
    if (nested.length > 0)
      return nested.flatMap((inner): CommandView[] => offer(`${name} ${inner.name}`, inner));
    const wanting = options.some((option) => option.required && typeOf(option) === undefined);
    return wanting ? [] : [{ name, description, fields: options.flatMap(field) }];
  };
  return commands
    .filter(({ type }) => type === SLASH)
    .flatMap((command): CommandView[] => offer(command.name, command));
}
