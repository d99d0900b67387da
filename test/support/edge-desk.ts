import { onTestFinished } from 'vitest';
import { commands, components, forms, messageMenu } from '../../commands/index.ts';
import type { Discord, OptionValues } from '../../playground/discord/index.ts';
import { createClient, login } from '../../src/discord/client.ts';
import type { Owners } from '../../src/discord/owners.ts';
import { route } from '../../src/discord/router.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createHistory } from '../../src/pictures/history.ts';
import { createSettings, type Settings } from '../../src/settings/settings.ts';
import type { Store } from '../../src/storage/store.ts';
import { createTastes } from '../../src/tastes/tastes.ts';
import { edgeDiscord } from './edge-discord.ts';
import { lineTo } from './edge-line.ts';
import { temporaryStore } from './edge-store.ts';
import { setStudio } from './edge-studio.ts';
import { reportingOn } from './reporting.ts';

/** What stands where the usual would. */
interface Setup {
  readonly owners?: Owners;
  readonly settings?: (real: Settings) => Settings;
}

/** The commands online in a local Discord, in this process, with 3000 credits for every server. */
export async function commandsOnline({ owners, settings: before }: Setup = {}) {
  const discord = await edgeDiscord();
  const { world } = discord;
  const store: Store = await temporaryStore();
  const real = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  const { studio, rules: stored } = await setStudio();
  const rules = { ...stored };
  const cases = createCases(store, () => {});
  const { line, lines } = await lineTo(discord, { store });
  const client = createClient(discord.apiUrl, line.log);
  onTestFinished(() => client.destroy());
  const settings = before?.(real) ?? real;
  const router = route(
    client,
    { commands, messageMenu, components, forms },
    {
      studio: { ...studio, settings, cases, rules, log: line.log },
      line,
      ...reportingOn(store, { ...studio, settings }, line),
      reviewKeeper: { conclude: () => Promise.resolve() },
      tastes: createTastes(store),
      history: createHistory(store, (err) => line.log.error({ err }, 'a picture is left out')),
      owners: owners ?? { include: (id) => Promise.resolve(id === world.people.owner.id) },
    },
  );
  await login(client, discord.token);

  const use = (command: string, options: OptionValues = {}, more: Use = {}) =>
    discord.use({ command, options, by: world.people.owner, in: world.channels.art, ...more });
  return {
    discord,
    store,
    settings: real,
    cases,
    rules,
    use,
    /** Uses a command as the owner in #art, and resolves with what was said once all is done. */
    answer: async (...given: Parameters<typeof use>) => {
      const invocation = use(...given);
      await invocation.settled();
      await router.idle();
      return invocation.original() ?? (await invocation.settled());
    },
    /** Resolves when nothing is being answered any more. */
    idle: () => router.idle(),
    /** The lines of the log that say this. */
    logged: (msg: string): Record<string, unknown>[] =>
      lines
        .map((text) => JSON.parse(text) as Record<string, unknown>)
        .filter((entry) => entry['msg'] === msg),
  };
}

type Use = Partial<Parameters<Discord['use']>[0]>;
