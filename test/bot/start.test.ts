import { describe, expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../../playground/discord/index.ts';
import { startBot } from '../support/bot-process.ts';
import { imagine, setStage } from '../support/stage.ts';
import { withSqlite } from '../support/sqlite-file.ts';

/** A bot that is expected not to run for long. */
function failing(env: Readonly<Record<string, string>>) {
  const bot = startBot({ IMAGE_API_KEY: 'k', DATABASE_URL: 'sqlite://:memory:', ...env });
  onTestFinished(async () => void (await bot.stop('SIGKILL')));
  return bot;
}

describe('starting', () => {
  it('names every bad variable at once, and no value', async () => {
    const bot = failing({
      DATABASE_URL: 'mysql://root:hunter2@db/easel',
      IMAGE_API_URL: 'http://images.example/',
      COOLDOWN_SECONDS: 'hunter2',
    });
    expect(await bot.ended).toBe(1);
    const text = bot.lines.join('\n');
    for (const name of ['DISCORD_TOKEN', 'DATABASE_URL', 'IMAGE_API_URL', 'COOLDOWN_SECONDS']) {
      expect(text).toContain(name);
    }
    expect(text).not.toMatch(/hunter2|images\.example/);
  });

  it('with a wrong token ends with one clear line', async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.stop());
    const stage = await setStage();
    await stage.bot.stop();
    const bot = failing({
      DISCORD_TOKEN: 'not.the.token',
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite://${stage.folder}/other.sqlite`,
    });
    expect(await bot.ended).toBe(1);
    expect(bot.lines).toHaveLength(1);
    expect(bot.lines[0]).toContain('Discord does not accept DISCORD_TOKEN.');
    expect(bot.lines[0]).not.toContain('not.the.token');
  });

  it('waits for a Discord that is down, saying so', async () => {
    const discord = await startDiscord();
    const { port } = new URL(discord.origin);
    await discord.stop();
    const stage = await setStage();
    await stage.bot.stop();
    const bot = failing({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite://${stage.folder}/other.sqlite`,
    });
    await bot.printed(/Discord cannot be reached; trying again/);
    const back = await startDiscord({ port: Number(port) });
    onTestFinished(() => back.stop());
    // Another Discord has another token: reaching it is what is told apart here.
    expect(await bot.ended).toBe(1);
    expect(bot.lines.at(-1)).toContain('Discord does not accept DISCORD_TOKEN.');
  });

  it('opens as many shards as Discord recommends', async () => {
    const stage = await setStage({ discord: { shards: 3, maxConcurrency: 3 } });
    expect(stage.bot.lines.join('\n')).toContain('"shards":3');
    const { people, channels } = stage.discord.world;
    const places = [
      { by: people.member, in: channels.art },
      { by: people.owner, in: channels.prints },
    ];
    for (const place of places) {
      expect((await imagine(stage, {}, place).settled()).attachments).toHaveLength(1);
    }
  });

  it('registers the commands once, and again only when they differ', async () => {
    const stage = await setStage();
    const route = 'PUT /applications/:app/commands';
    expect(stage.discord.traffic.rest(route)).toHaveLength(1);
    await stage.bot.stop();
    const second = await stage.again();
    expect(stage.discord.traffic.rest(route)).toHaveLength(1);
    await second.stop();

    await withSqlite(`${stage.folder}/easel.sqlite`, (query) =>
      query(
        "UPDATE keyv SET value = json_set(value, '$.value.hash', 'x') WHERE key LIKE '%commands%'",
      ),
    );
    await stage.again();
    expect(stage.discord.traffic.rest(route)).toHaveLength(2);
  });

  it('goes on with the commands of before while Discord does not take the new ones', async () => {
    const stage = await setStage();
    await stage.bot.stop();
    await withSqlite(`${stage.folder}/easel.sqlite`, (query) =>
      query("DELETE FROM keyv WHERE key LIKE '%commands%'"),
    );
    const route = 'PUT /applications/:app/commands';
    stage.discord.faults.add({
      route,
      status: 400,
      body: { code: 50035, message: 'no' },
      times: 1,
    });
    const ready = stage.again();
    await stage.discord.gateway.ready(1);
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
    const bot = await ready;
    expect(bot.lines.join('\n')).toContain('the commands could not be registered');
  });

  it('on a database that another bot uses ends with a clear line', async () => {
    const stage = await setStage();
    const bot = failing({
      DISCORD_TOKEN: stage.discord.token,
      DISCORD_API_URL: stage.discord.apiUrl,
      DATABASE_URL: `sqlite://${stage.folder}/easel.sqlite`,
    });
    expect(await bot.ended).toBe(1);
    expect(bot.lines.join('\n')).toContain('in use by another process');
    expect((await imagine(stage).settled()).attachments).toHaveLength(1);
  });

  it('on a database of a newer version ends with a clear line', async () => {
    const stage = await setStage();
    await stage.bot.stop();
    await withSqlite(`${stage.folder}/easel.sqlite`, (query) => query('PRAGMA user_version=99'));
    const bot = failing({
      DISCORD_TOKEN: stage.discord.token,
      DISCORD_API_URL: stage.discord.apiUrl,
      DATABASE_URL: `sqlite://${stage.folder}/easel.sqlite`,
    });
    expect(await bot.ended).toBe(1);
    expect(bot.lines.join('\n')).toContain('written by a newer Easel');
  });

  it('serves its health where it is told to', async () => {
    const probe = await startDiscord();
    const { port } = new URL(probe.origin);
    await probe.stop();
    await setStage({ env: { HEALTH_PORT: port } });
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, notReady: [] }]);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toMatch(/^discord_connected 1$/m);
  });
});
