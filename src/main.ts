import { randomUUID } from 'node:crypto';
import { commands, components, forms, messageMenu } from '../commands/index.ts';
import { hostClock } from './clock.ts';
import { createCaseLog } from './telling/case-log.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { createAccounts } from './credits/accounts.ts';
import { MIGRATIONS } from './credits/migrate.ts';
import { createChannelAge } from './discord/channel-age.ts';
import {
  awaitDiscord,
  createClient,
  isReady,
  latency,
  LoginRefusedError,
  leave,
  login,
  onShutOut,
} from './discord/client.ts';
import { createChannelApi } from './discord/rest/channel-api.ts';
import { createGallery } from './discord/pictures/gallery.ts';
import { createInteractionApi } from './discord/rest/interaction-api.ts';
import { createReviewDoor } from './discord/review/door.ts';
import { createReviewRoom } from './discord/review/room.ts';
import { findLeftBehind } from './discord/delivery/left-behind.ts';
import { createLogChannel } from './discord/moderation/log-channel.ts';
import { createOpenInteractions } from './discord/delivery/open-interactions.ts';
import { createOwners } from './discord/owners.ts';
import { createOwed } from './discord/delivery/owed.ts';
import { keepRegistering } from './discord/register.ts';
import { createRetries } from './discord/delivery/retries.ts';
import { route } from './discord/router.ts';
import { rulingRows } from './discord/moderation/ruling-rows.ts';
import { createImageApi } from './image-api/client.ts';
import { createWebpEncoder } from './image-files/webp-encoder.ts';
import { startControl } from './operations/control.ts';
import { startHealth } from './operations/health.ts';
import { catchTheRest } from './operations/last-resort.ts';
import { ledgerChores } from './operations/ledger/chores.ts';
import { createLogger } from './operations/logging.ts';
import { createMetrics } from './operations/metrics.ts';
import { OperatorRulesError, readOperatorRules } from './operations/operator-rules.ts';
import { createShutdown } from './operations/shutdown.ts';
import { textChore } from './operations/text-chore.ts';
import { createBlocks } from './moderation/blocks.ts';
import { createCases } from './moderation/cases.ts';
import { createDueReports } from './moderation/due-reports.ts';
import { createRefusedOften } from './moderation/refused-often.ts';
import { createReports } from './moderation/reports.ts';
import { createRules } from './moderation/rules/rules.ts';
import { createHistory } from './pictures/history.ts';
import { createPictures } from './pictures/records.ts';
import { createFairQueue } from './queue/fair-queue.ts';
import { recover } from './recover.ts';
import { createHidingKeeper } from './reporting/keeper.ts';
import { createReporting } from './reporting/report.ts';
import { createReviewKeeper } from './reviewing/keeper.ts';
import { createReviews } from './reviews/reviews.ts';
import { createRunning } from './painting/running.ts';
import { createSettings } from './settings/settings.ts';
import { openStore } from './storage/keyv-store.ts';
import { StoreError } from './storage/store.ts';
import { keepSwept } from './storage/sweep.ts';
import { createTastes } from './tastes/tastes.ts';
import { createWarnings } from './telling/warnings.ts';

/** After SIGTERM running pictures may end within this; then they are cut and their members told. */
const DRAIN_MS = 30_000;
const GRACE_MS = 8_000;

async function start(config: Config): Promise<void> {
  const { apiUrl, token } = config.discord;
  const { key, concurrency } = config.imageApi;
  const { random } = Math;
  const boot = randomUUID();
  const entering = new AbortController();
  const cut = new AbortController();
  const log = createLogger({ level: config.logLevel, secrets: [token, key] });
  const shutdown = createShutdown({
    logger: log,
    deadlineMs: DRAIN_MS,
    graceMs: GRACE_MS,
    exit: (code) => process.exit(code || process.exitCode),
  });
  shutdown.listen(process);
  catchTheRest(process, log, (code) => process.exit(code));

  try {
    const operatorRules = await readOperatorRules(config.operatorRules);
    const { path: databasePath } = config.database;
    const store = await openStore(databasePath, Date.now, MIGRATIONS);
    shutdown.onStop('store', () => store.close());
    const { perImage: price, guildMonthly: budget } = config.credits;
    const { cooldownMs, metadata } = config;
    const settings = createSettings(store, { price, budget, cooldownMs });
    const chores = [
      ...ledgerChores(store, log, Date.now),
      textChore(store, settings, log, Date.now),
    ];
    shutdown.onStop('upkeep', keepSwept(store, log, chores));
    const control = await startControl({ databasePath, store, logger: log });
    shutdown.onStop('control', () => control.close());

    const channels = createChannelApi(apiUrl, token, cut.signal);
    const channel = createLogChannel(channels);
    const telling = { store, settings, channel, log, clock: hostClock, cut: cut.signal };
    const warnings = createWarnings(telling);
    shutdown.onStop('warnings', () => warnings.stop());
    const caseLog = createCaseLog({ ...telling, buttonsFor: rulingRows });
    shutdown.onStop('case log', () => caseLog.stop());
    const cases = createCases(store, () => caseLog.ring());
    const blocks = createBlocks(store, cases);
    const reports = createReports(store, cases, () => caseLog.ring());
    const due = createDueReports(store, () => caseLog.ring());
    const rules = createRules(store, cases, operatorRules);
    const reviews = createReviews(store, cases, boot);
    const accounts = createAccounts(store, boot, () => warnings.ring());
    const queue = createFairQueue({ ...config.queue, now: () => performance.now() });
    const imageApi = createImageApi({ ...config.imageApi, connections: concurrency, random });
    shutdown.onStop('image API', () => imageApi.close());

    const client = createClient(apiUrl, log);
    const tally = createMetrics();
    tally.queueDepth(() => queue.waiting);
    tally.holdsOpen(() => accounts.open().holds);
    tally.creditsHeld(() => accounts.open().credits);
    tally.discordConnected(() => Number(isReady(client)));
    tally.discordLatency(() => latency(client));
    if (config.healthPort !== null) {
      const checks = { gatewayReady: () => isReady(client), storeWritable: () => store.probe() };
      const options = { port: config.healthPort, checks, metrics: tally, logger: log };
      const health = await startHealth(options);
      shutdown.onStop('health', () => health.close());
    }

    const shrink = createWebpEncoder(log);
    const making = {
      accounts,
      settings,
      cases,
      blocks,
      rules,
      refusedOften: createRefusedOften(),
      reviewRoom: createReviewRoom(channels, log),
      isAgeRestrictedChannel: createChannelAge(channels, log),
      queue,
      running: createRunning(),
      imageApi,
      metadata,
      shrink,
      random,
    };
    const studio = { ...making, log, tally, clock: hostClock, cut: cut.signal };
    const line = {
      api: createInteractionApi(apiUrl, cut.signal),
      channels,
      open: createOpenInteractions(store, boot),
      retries: createRetries(store, randomUUID),
      owed: createOwed(store),
      pictures: createPictures(store, randomUUID),
      reviews,
      log,
      clock: hostClock,
      cut: cut.signal,
    };
    const owners = createOwners(config.discord.ownerIds, client.rest, cut.signal, Date.now);
    const history = createHistory(store, (err) =>
      log.error({ err }, 'a picture is left out of a history'),
    );
    let aheadMs = 0;
    const discordClock = { ...hostClock, now: () => Date.now() + aheadMs };
    const reporting = createReporting({
      reports,
      due,
      cases,
      blocks,
      settings,
      gallery: createGallery(line),
      forget: (id) => line.pictures.remove(id),
      log,
      clock: discordClock,
    });
    const hidingKeeper = createHidingKeeper({ ...line, reporting, due });
    shutdown.onStop('hiding', () => hidingKeeper.stop());
    const tastes = createTastes(store);
    const door = createReviewDoor({ ...line, clock: discordClock }, metadata);
    const reviewKeeper = createReviewKeeper({ ...studio, reviews, door, clock: discordClock });
    shutdown.onStop('reviews', () => reviewKeeper.stop());
    const told = { reports, reporting, hidingKeeper, reviewKeeper };
    const tools = { studio, line, owners, tastes, history, ...told };
    const router = route(client, { commands, messageMenu, components, forms }, tools);
    let recovered = Promise.resolve();
    shutdown.onStop('recovery', () => recovered);
    shutdown.onStop('pictures', (deadline) => {
      if (deadline.aborted) cut.abort();
      deadline.addEventListener('abort', () => cut.abort());
      queue.close();
      return router.idle();
    });
    shutdown.onStop('gateway', () => {
      entering.abort();
      return leave(client);
    });

    aheadMs = await awaitDiscord({ apiUrl, token, log, signal: entering.signal });
    warnings.start();
    caseLog.start();
    const early = { ...line, clock: discordClock, accounts, cut: entering.signal };
    const inReview = await reviews.ids();
    const left = await findLeftBehind(early, (id) => reviewKeeper.resume(id));
    reviewKeeper.start();
    hidingKeeper.start();
    recovered = recover(left, early, inReview).catch((err: unknown) =>
      log.error({ err }, 'not everything could be settled; the next start goes on'),
    );
    const online = await login(client, token);
    onShutOut(online, (code) => {
      log.fatal({ code }, 'Discord closed the gateway for good; check DISCORD_TOKEN');
      process.exitCode = 1;
      void shutdown.stop('shut out by Discord');
    });
    const listed = [...commands, ...messageMenu];
    await keepRegistering(online, listed, { store, log, signal: entering.signal });
  } catch (error) {
    if (entering.signal.aborted) return;
    const known = [StoreError, LoginRefusedError, OperatorRulesError].some(
      (kind) => error instanceof kind,
    );
    log.fatal(
      { err: error },
      known && error instanceof Error ? error.message : 'the bot could not start',
    );
    process.exit(1);
  }
}

try {
  await start(parseConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
