import { z } from 'zod';
import { GENERATE_PATH } from './image-api/contract.ts';
import { METADATA_LEVELS } from './image-files/explain.ts';
import {
  authHeader,
  baseUrl,
  database,
  integer,
  oneOf,
  secret,
  snowflakes,
} from './operations/env.ts';
import { MAX_PICTURES } from './request.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const discordBase = baseUrl({
  ending: /\/v\d+$/,
  hint: 'must end before the API version, as in https://discord.com/api',
});
const imageBase = baseUrl({
  ending: new RegExp(`${GENERATE_PATH}$`),
  hint: `must end before ${GENERATE_PATH}, which is appended`,
});

/** Every variable Easel reads, required ones first; a prefault is the documented default. */
const variables = z.object({
  DISCORD_TOKEN: secret("is missing; it is the bot token from Discord's developer portal"),
  IMAGE_API_KEY: secret('is missing; it is the key of the image API'),
  DISCORD_API_URL: discordBase.prefault('https://discord.com/api'),
  OWNER_IDS: snowflakes.prefault(''),
  IMAGE_API_URL: imageBase.prefault('https://www.aithriving.com'),
  IMAGE_API_AUTH_HEADER: authHeader.prefault('Authorization'),
  IMAGE_API_AUTH_SCHEME: oneOf(['raw', 'bearer']).prefault('raw'),
  IMAGE_API_CONCURRENCY: integer(1, 64).prefault('4'),
  IMAGE_API_TIMEOUT_SECONDS: integer(1, 600).prefault('150'),
  QUEUE_PER_MEMBER: integer(MAX_PICTURES, 1_000).prefault('12'),
  QUEUE_PER_SERVER: integer(MAX_PICTURES, 10_000).prefault('60'),
  QUEUE_TOTAL: integer(MAX_PICTURES, 100_000).prefault('400'),
  CREDITS_PER_IMAGE: integer(0, 10_000).prefault('6'),
  GUILD_MONTHLY_CREDITS: integer(0, 1_000_000_000).prefault('3000'),
  COOLDOWN_SECONDS: integer(0, 86_400).prefault('15'),
  PICTURE_METADATA: oneOf(METADATA_LEVELS).prefault('full'),
  OPERATOR_RULES: z
    .string()
    .regex(/^\P{Cc}+$/u, { error: 'must be the path of a text file' })
    .nullable()
    .default(null),
  DATABASE_URL: database.prefault('sqlite://data/easel.sqlite'),
  LOG_LEVEL: oneOf(logLevels).prefault('info'),
  HEALTH_PORT: z
    .union([z.literal('off').transform(() => null), integer(1, 65_535)], {
      error: 'must be a port from 1 to 65535, or off',
    })
    .prefault('off'),
});

/** The configuration of one running bot. Durations are milliseconds. */
export type Config = ReturnType<typeof grouped>;

/** A configuration that cannot be used; the message names each bad variable, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** One sentence for each bad variable, beginning with its name. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems].join('\n  '));
    this.problems = problems;
  }
}

function grouped(env: z.infer<typeof variables>) {
  return {
    discord: {
      token: env.DISCORD_TOKEN,
      /** Without a trailing slash and without the API version. */
      apiUrl: env.DISCORD_API_URL,
      /** Empty: the application's owner, or its team. */
      ownerIds: env.OWNER_IDS,
    },
    imageApi: {
      /** Without a trailing slash; the path of the API document is appended. */
      url: env.IMAGE_API_URL,
      key: env.IMAGE_API_KEY,
      authHeader: env.IMAGE_API_AUTH_HEADER,
      authScheme: env.IMAGE_API_AUTH_SCHEME,
      concurrency: env.IMAGE_API_CONCURRENCY,
      timeoutMs: env.IMAGE_API_TIMEOUT_SECONDS * 1000,
    },
    /** Pictures that may wait or be made at once. */
    queue: {
      concurrency: env.IMAGE_API_CONCURRENCY,
      perMember: env.QUEUE_PER_MEMBER,
      perServer: env.QUEUE_PER_SERVER,
      total: env.QUEUE_TOTAL,
    },
    credits: {
      perImage: env.CREDITS_PER_IMAGE,
      /** A server's budget a month; Infinity is unlimited. */
      guildMonthly: env.GUILD_MONTHLY_CREDITS === 0 ? Infinity : env.GUILD_MONTHLY_CREDITS,
    },
    /** Between one member's commands in a server; 0 is none. */
    cooldownMs: env.COOLDOWN_SECONDS * 1000,
    /** How much a delivered file tells of how it was made. */
    metadata: env.PICTURE_METADATA,
    /** A file of rules that hold in every server; null: none. */
    operatorRules: env.OPERATOR_RULES,
    database: env.DATABASE_URL,
    logLevel: env.LOG_LEVEL,
    /** Null: no health server. */
    healthPort: env.HEALTH_PORT,
  };
}

/** Blank is absent, and white space around a value is not part of it. */
function present(env: Record<string, string | undefined>): Record<string, string> {
  const trimmed = Object.keys(variables.shape).map((name) => [name, env[name]?.trim() ?? '']);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws {ConfigError} naming every missing or unusable variable at once
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const result = variables.safeParse(present(env));
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${String(path[0])}: ${message}`,
    );
    throw new ConfigError(problems);
  }
  return grouped(result.data);
}
