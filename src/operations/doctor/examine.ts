import { type Config, ConfigError, parseConfig } from '../../config.ts';
import { createScrubber } from '../scrub.ts';
import { checkDatabase } from './database.ts';
import { checkDiscord } from './discord.ts';
import { createDiscordRest } from './discord-rest.ts';
import { type Finding, fail, line, ok } from './finding.ts';
import { checkImageApi } from './image-api.ts';
import { checkNode } from './node-version.ts';
import { checkOperatorRules } from './operator-rules.ts';
import { checkOwners } from './owners.ts';

async function* discordFindings(settings: Config['discord']): AsyncGenerator<Finding> {
  const rest = createDiscordRest(settings);
  try {
    const { findings, application } = await checkDiscord(rest);
    yield* findings;
    if (application !== undefined) {
      yield* await checkOwners(rest, settings.ownerIds, application);
    }
  } finally {
    await rest.close();
  }
}

async function* findingsFor(config: Config): AsyncGenerator<Finding> {
  yield ok('Every variable can be read');
  yield* discordFindings(config.discord);
  if (config.operatorRules !== null) yield await checkOperatorRules(config.operatorRules);
  yield await checkDatabase(config.database.path);
  yield await checkImageApi(config.imageApi);
}

function readConfig(env: Record<string, string | undefined>): Config | Finding[] {
  try {
    return parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(fail);
    }
    throw error;
  }
}

/**
 * Checks everything the bot needs and prints one line for each finding as it comes. What needs a
 * configuration is left out while that cannot be read.
 *
 * @returns the exit code: 1 when anything failed
 */
export async function examine(options: {
  env: Record<string, string | undefined>;
  nodeVersion: string;
  print: (text: string) => void;
}): Promise<0 | 1> {
  const config = readConfig(options.env);
  const secrets = Array.isArray(config) ? [] : [config.discord.token, config.imageApi.key];
  const scrub = createScrubber(secrets);
  let failed = false;
  const report = (finding: Finding): void => {
    failed ||= finding.verdict === 'fail';
    options.print(scrub(line(finding)));
  };

  report(checkNode(options.nodeVersion));
  try {
    for await (const finding of Array.isArray(config) ? config : findingsFor(config)) {
      report(finding);
    }
  } catch (error) {
    report(fail(`A check broke down: ${error instanceof Error ? error.message : 'unknown'}`));
  }
  return failed ? 1 : 0;
}
