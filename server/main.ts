import { pino } from 'pino';
import { createServer } from './app.ts';
import { parseServerConfig, type ServerConfig } from './config.ts';
import { createSampleEngine } from './engine/sample.ts';

/** Milliseconds that pictures in work get when the server is told to stop. */
const SHUTDOWN_MS = 8000;

async function run({ host, port, logLevel, ...options }: ServerConfig): Promise<void> {
  const engine = createSampleEngine({ workers: options.limits.concurrency });
  const logger = pino({ level: logLevel });
  const app = createServer({ ...options, engine, logger, random: Math.random });
  const stop = async () => {
    await app.close();
    await engine.close();
  };
  const address = await app.listen({ host, port }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  console.log(`Stable Image Core (engine: ${engine.name}) on ${address}`);
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
      void stop();
    });
  }
}

try {
  await run(parseServerConfig(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
