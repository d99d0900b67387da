import { z } from 'zod';
import type { SnowflakeMint } from './snowflake.ts';
import type { WireCommand, WireCommandOption } from './wire.ts';

const commandBody = z.looseObject({
  name: z.string(),
  type: z.number().int().default(1),
  description: z.string().default(''),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
  nsfw: z.boolean().default(false),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  options: z.custom<readonly WireCommandOption[]>(Array.isArray).nullish(),
});

/** Reads one command. Throws ZodError. */
export const parseCommand = (body: unknown): z.infer<typeof commandBody> => commandBody.parse(body);

/** Reads a whole list of commands. Throws ZodError. */
export const parseCommands = (body: unknown): z.infer<typeof commandBody>[] =>
  z.array(commandBody).parse(body);

/** The commands the bot registered, for everywhere (scope null) or for one guild. */
export interface CommandStore {
  list(guildId: string | null): readonly WireCommand[];
  /** Adds a command or replaces the one of the same name and type, which keeps its id. */
  put(
    guildId: string | null,
    body: z.infer<typeof commandBody>,
  ): { command: WireCommand; created: boolean };
  /** Changes the command of that id, its name too. False when another of its type has the name. */
  change(
    guildId: string | null,
    id: string,
    body: z.infer<typeof commandBody>,
  ): WireCommand | false;
  replaceAll(
    guildId: string | null,
    bodies: readonly z.infer<typeof commandBody>[],
  ): readonly WireCommand[];
  remove(guildId: string | null, id: string): boolean;
  /** All commands by where they are registered. */
  scopes(): (readonly [string | null, readonly WireCommand[]])[];
  /** Puts commands back as they were. */
  restore(guildId: string | null, commands: readonly WireCommand[]): void;
  /** How many commands the list would newly create. */
  countNew(guildId: string | null, bodies: readonly z.infer<typeof commandBody>[]): number;
  /** How often a whole list was registered. */
  readonly registrations: number;
}

export function createCommands(
  applicationId: string,
  mint: SnowflakeMint,
  changed: () => void,
): CommandStore {
  const scopes = new Map<string | null, WireCommand[]>();
  let registrations = 0;
  const list = (guildId: string | null): WireCommand[] => scopes.get(guildId) ?? [];
  const twin = (
    guildId: string | null,
    body: { name: string; type: number },
  ): WireCommand | undefined =>
    list(guildId).find(({ name, type }) => name === body.name && type === body.type);

  const build = (
    guildId: string | null,
    body: z.infer<typeof commandBody>,
    id = twin(guildId, body)?.id ?? mint(),
  ): WireCommand => {
    const {
      default_member_permissions: permissions,
      contexts,
      integration_types,
      options,
      ...rest
    } = body;
    return {
      ...rest,
      id,
      application_id: applicationId,
      version: mint(),
      default_member_permissions:
        permissions === null || permissions === undefined ? null : String(permissions),
      contexts: contexts ?? null,
      integration_types: integration_types ?? [0],
      ...(options ? { options } : {}),
      ...(guildId === null ? {} : { guild_id: guildId }),
    };
  };

  return {
    list,
    scopes: () => [...scopes],
    restore: (guildId, commands) => void scopes.set(guildId, [...commands]),
    get registrations() {
      return registrations;
    },
    countNew: (guildId, bodies) =>
      bodies.filter((body) => twin(guildId, body) === undefined).length,
    put(guildId, body) {
      const created = twin(guildId, body) === undefined;
      const command = build(guildId, body);
      scopes.set(guildId, [...list(guildId).filter(({ id }) => id !== command.id), command]);
      changed();
      return { command, created };
    },
    change(guildId, id, body) {
      if ((twin(guildId, body)?.id ?? id) !== id) return false;
      const command = build(guildId, body, id);
      scopes.set(
        guildId,
        list(guildId).map((known) => (known.id === id ? command : known)),
      );
      changed();
      return command;
    },
    replaceAll(guildId, bodies) {
      scopes.set(
        guildId,
        bodies.map((body) => build(guildId, body)),
      );
      registrations += 1;
      changed();
      return list(guildId);
    },
    remove(guildId, id) {
      const left = list(guildId).filter((command) => command.id !== id);
      const removed = left.length < list(guildId).length;
      scopes.set(guildId, left);
      changed();
      return removed;
    },
  };
}
