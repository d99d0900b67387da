import type { FastifyRequest } from 'fastify';
import { parseCommand, parseCommands } from '../commands.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { checkCommands } from '../rules/index.ts';
import { type Routes, enforce } from './context.ts';

interface Params {
  app: string;
  guild?: string;
  command?: string;
}

/** Registering commands, for everywhere and for one guild. */
export function commandRoutes(core: Core): Routes {
  const creates = new Map<string | null, { day: number; count: number }>();
  /** 200 a day everywhere, and as many in each guild (Discord's docs, "Application Commands"). */
  const spendCreates = (guildId: string | null, count: number): void => {
    const day = Math.floor(core.now() / 86_400_000);
    const spent = creates.get(guildId);
    const total = (spent?.day === day ? spent.count : 0) + count;
    if (total > core.settings.commandCreatesPerDay) throw refuse.dailyCommands();
    creates.set(guildId, { day, count: total });
  };
  const scope = ({ app, guild }: Params): string | null => {
    if (app !== core.applicationId) throw refuse.missingAccess();
    if (guild !== undefined && !core.world.guilds.has(guild)) throw refuse.missingAccess();
    return guild ?? null;
  };
  const find = (params: Params) => {
    const found = core.commands.list(scope(params)).find(({ id }) => id === params.command);
    if (found === undefined) throw refuse.unknownCommand();
    return found;
  };
  const list = { config: { auth: 'bot', answer: 'commands' } } as const;
  const one = { config: { auth: 'bot' } } as const;

  const replaceAll = async (request: FastifyRequest<{ Params: Params }>) => {
    const guildId = scope(request.params);
    enforce(request, checkCommands(request.body));
    const bodies = parseCommands(request.body);
    spendCreates(guildId, core.commands.countNew(guildId, bodies));
    return core.commands.replaceAll(guildId, bodies);
  };

  const change = async (request: FastifyRequest<{ Params: Params }>) => {
    const {
      id,
      application_id: _app,
      version: _version,
      guild_id: _guild,
      ...known
    } = find(request.params);
    const merged = { ...known, ...(request.body as object), type: known.type };
    enforce(request, checkCommands([merged]));
    const command = core.commands.change(scope(request.params), id, parseCommand(merged));
    if (command !== false) return command;
    return enforce(request, [
      { path: 'name', message: 'Application command names must be unique', source: 'rule' },
    ]);
  };

  return (app) => {
    for (const path of [
      '/applications/:app/commands',
      '/applications/:app/guilds/:guild/commands',
    ]) {
      app.get<{ Params: Params }>(path, list, async ({ params }) =>
        core.commands.list(scope(params)),
      );

      app.put<{ Params: Params }>(path, { ...list, handler: replaceAll });

      app.post<{ Params: Params }>(path, one, async (request, reply) => {
        const guildId = scope(request.params);
        enforce(request, checkCommands([request.body]));
        const body = parseCommand(request.body);
        spendCreates(guildId, core.commands.countNew(guildId, [body]));
        const { command, created } = core.commands.put(guildId, body);
        return reply.code(created ? 201 : 200).send(command);
      });

      app.get<{ Params: Params }>(`${path}/:command`, one, async ({ params }) => find(params));

      app.patch<{ Params: Params }>(`${path}/:command`, { ...one, handler: change });

      app.delete<{ Params: Params }>(`${path}/:command`, one, async ({ params }, reply) => {
        core.commands.remove(scope(params), find(params).id);
        return reply.code(204).send();
      });
    }
  };
}
