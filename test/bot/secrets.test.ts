import { describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, jobEnd, newcomer } from '../support/bot-jobs.ts';
import { CALLBACK, EDIT, type FaultDetails, FOLLOW_UP, LOOK } from '../support/bot-routes.ts';
import * as services from '../support/bot-services.ts';
import { sendFailure } from '../support/image-service.ts';
import { type Handler, imagine, type Stage, setStage } from '../support/stage.ts';

/** Every character that has a form of its own in a URL or in JSON. */
const KEY = String.raw`k3y/with+every"char\acter=&%?7f3a`;

/** Words that stand in no line of the bot's own. */
const PROMPT = 'Zyxquartz "vorpal" plimsoll\\wombat';
const NEGATIVE = 'frumious/bandersnatch';
const SECRET_WORDS = ['zyxquartz', 'vorpal', 'plimsoll', 'wombat', 'frumious', 'bandersnatch'];

const echo =
  (status: number): Handler =>
  ({ headers, body }, response) => {
    const key = headers.authorization ?? '';
    const { prompt } = JSON.parse(body) as { prompt: string };
    sendFailure(
      response,
      status,
      `${key} https://e.example/?key=${encodeURIComponent(key)} refused "${prompt}"`,
      { 'retry-after': '0' },
    );
  };

/** What the service does to its requests, in their order. */
const script: readonly Handler[] = [
  echo(200),
  echo(401),
  echo(402),
  echo(400),
  echo(503),
  echo(503),
  services.reset,
  services.cutJson,
  services.html(500),
  services.endless,
  services.gzipBomb,
  services.sends(Buffer.from('<html>')),
  (_, response) => response.writeHead(302, { location: `/?key=${KEY}` }).end(),
  ({ headers }, response) => response.socket?.end(`HTTP/1.1 ${headers.authorization}\r\n\r\n`),
  services.silence,
];

/** What goes wrong at Discord; where it answers with words, they hold what must not be printed. */
type Trouble = (secrets: string) => FaultDetails;

const no =
  (status: number, code: number): Trouble =>
  (secrets) => ({ status, body: { code, message: secrets, errors: {} }, times: 1 });

const just =
  (fault: FaultDetails): Trouble =>
  () => ({ times: 1, ...fault });

/** One after the other. */
const troubles: readonly (readonly (readonly [string, Trouble])[])[] = [
  [[CALLBACK, just({ status: 503 })]],
  [[CALLBACK, just({ drop: 'after' })]],
  [[CALLBACK, just({ drop: 'before' })]],
  [[CALLBACK, no(400, 40060)]],
  [[EDIT, just({ status: 503 })]],
  [[EDIT, just({ drop: 'after' })]],
  [[EDIT, just({ drop: 'before' })]],
  [[EDIT, no(403, 50013)]],
  [[EDIT, no(400, 50035)]],
  [[EDIT, no(401, 50027)]],
  [[EDIT, just({ status: 413, body: 'too large' })]],
  [
    [LOOK, no(404, 10008)],
    [EDIT, (secrets) => ({ ...no(404, 10008)(secrets), times: 2 })],
    [FOLLOW_UP, no(404, 10015)],
  ],
];

/** A secret as it is, in a URL, in JSON, in base 64 and in hex. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...new Set(forms.flatMap((form) => [form, form.toLowerCase()]))];
}

/** Lets everything go wrong once, at the service, at Discord and between them. */
async function goThroughTrouble(stage: Stage) {
  const { discord } = stage;
  const options = { prompt: PROMPT, negative_prompt: NEGATIVE };
  const place = newcomer(stage);
  const tokens: string[] = [];
  const said: string[] = [];

  async function ask(
    broken: readonly (readonly [string, Trouble])[] = [],
    more: Parameters<typeof imagine>[2] = {},
  ) {
    const job = imagine(stage, options, { ...place, ...more });
    tokens.push(job.token);
    const url = `${discord.apiUrl}/v10/webhooks/${discord.applicationId}/${job.token}/messages`;
    const secrets = `Bot ${discord.token}, ${job.token}, ${url}, ${encodeURIComponent(url)}, ${KEY}`;
    for (const [route, trouble] of broken) discord.faults.add({ route, ...trouble(secrets) });
    await jobEnd(stage, job);
    said.push(job.original()?.content ?? '');
    discord.faults.clear();
  }

  while (stage.service.requests.length < script.length) await ask();
  for (const broken of troubles) await ask(broken);
  await ask([], { ageMs: 4_500 });
  discord.gateway.duplicateNext(1);
  await ask();
  discord.gateway.drop(0);
  await ask();
  discord.faults.add({ route: CALLBACK, drop: 'before', times: 1 });
  const card = discord.use({ command: 'credits', ...place });
  tokens.push(card.token);
  await stage.bot.printed(new RegExp(`"${card.id}".*could not be answered`));
  await booksOf(stage, place);
  await imagineToTheEnd(stage, options, place);
  return { tokens, said };
}

describe('what the bot prints', () => {
  it('holds no secret and no prompt at any level, whatever goes wrong', async () => {
    const stage = await setStage({
      service: (request, response, count) =>
        (script[count - 1] ?? services.byPrompt({}))(request, response, count),
      env: { LOG_LEVEL: 'trace', IMAGE_API_KEY: KEY, IMAGE_API_TIMEOUT_SECONDS: '2' },
    });

    const { tokens, said } = await goThroughTrouble(stage);
    await stage.bot.stop();

    expect(stage.service.requests.length).toBeGreaterThan(script.length);
    expect(stage.bot.lines.some((line) => line.includes('"level":"trace"'))).toBe(true);
    for (const secret of [KEY, stage.discord.token, ...tokens]) {
      for (const form of formsOf(secret)) {
        expect(stage.bot.lines.filter((line) => line.includes(form))).toEqual([]);
      }
    }
    for (const word of SECRET_WORDS) {
      expect(stage.bot.lines.filter((line) => line.toLowerCase().includes(word))).toEqual([]);
    }
    for (const form of formsOf(KEY)) {
      expect(said.filter((text) => text.includes(form))).toEqual([]);
    }
  });
});
