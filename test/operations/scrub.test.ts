import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScrubber } from '../../src/operations/scrub.ts';

const shapesOnly = createScrubber([]);
const signature = 'abcDEF_123-456ghiJKL789mnoPQR0';
const botToken = `MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GxYz_1.${signature}`;
const interactionToken = `unlike-any-known-shape_${signature}`;

const inJson = (text: string) => JSON.stringify({ text });
const percent = (text: string) =>
  Array.from(text, (c) => `%${c.charCodeAt(0).toString(16)}`).join('');

describe('a known secret is hidden', () => {
  const secret = `k/e"y\\+~^%2F${signature}`;
  const encodings: Record<string, string> = {
    'as it is': secret,
    'in JSON': inJson(secret),
    'in JSON in JSON': inJson(inJson(secret)),
    'in JSON in JSON in JSON': inJson(inJson(inJson(secret))),
    'in a URL': encodeURIComponent(secret),
    'in a URL within a URL': encodeURIComponent(encodeURIComponent(secret)),
    'in a path': encodeURI(secret),
    'with every character encoded': percent(secret),
    'with every character encoded, upper case': percent(secret).toUpperCase(),
    'twice in a line': `${secret} and ${secret}`,
    'in a URL in JSON': inJson(`https://x.example/?key=${encodeURIComponent(secret)}`),
  };

  test.for(Object.entries(encodings))('%s', ([, text]) => {
    const scrubbed = createScrubber([secret])(text);
    expect(scrubbed).toContain('[secret]');
    expect(scrubbed).not.toContain(signature);
    expect(decodeURIComponent(scrubbed.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))).not.toContain(
      signature,
    );
  });

  test('whatever it is made of', () => {
    const printable = fc.stringMatching(/^[\x21-\x7e]{8,80}$/);
    fc.assert(
      fc.property(printable, printable, (known, other) => {
        const scrub = createScrubber([known, other]);
        expect(scrub(`a ${known} b`)).not.toContain(known);
        const line = JSON.stringify({ deep: [encodeURIComponent(known), inJson(known)] });
        const parsed: unknown = JSON.parse(scrub(line));
        expect(JSON.stringify(parsed)).not.toContain(encodeURIComponent(known));
        expect(JSON.stringify(parsed)).not.toContain(inJson(inJson(known)).slice(12, -4));
      }),
    );
  });
});

test.for(['ends-in-a-backslash\\', 'ends-in-a-quote"', '/\\"\\/'])(
  'JSON around %s stays JSON',
  (secret) => {
    const scrub = createScrubber([secret]);
    const nested = JSON.stringify({ text: secret });
    expect(JSON.parse(scrub(JSON.stringify([secret, nested])))).toEqual([
      '[secret]',
      '{"text":"[secret]"}',
    ]);
  },
);

describe('a shape is hidden', () => {
  const id = '123456789012345678';
  test.for([
    [`https://discord.com/api/v10/webhooks/${id}/${interactionToken}/messages/@original`],
    [`/webhooks/${id}/${interactionToken}`],
    [`/webhooks/${id}/${interactionToken}?wait=true`],
    [`https%3A%2F%2Fdiscord.com%2Fapi%2Fwebhooks%2F${id}%2F${interactionToken}%2Fmessages`],
    [`https%253A%252F%252Fdiscord.com%252Fwebhooks%252F${id}%252F${interactionToken}%252Fx`],
    [`{"url":"https:\\/\\/discord.com\\/webhooks\\/${id}\\/${interactionToken}\\/x"}`],
    [`POST /interactions/${id}/${interactionToken}/callback?with_response=false`],
    [`interactions%2f${id}%2f${interactionToken}%2fcallback`],
    [`the token is ${botToken}.`],
    [`token=${botToken.replaceAll('.', '%2E')}&x`],
    [`{"authorization":"Bot ${signature}"}`],
    [`{"headers":"{\\"authorization\\":\\"Bearer ${signature}\\"}"}`],
    [`["authorization","${signature}"]`],
    [`Authentication: ${signature}`],
    [`{"token":"${signature}"}`],
    [`Bearer ${signature}`],
    [`Bearer%20${signature}`],
    [`sent with Bot ${signature}`],
    [`aW50ZXJhY3Rpb246${signature}`],
  ])('%s', ([text = '']) => {
    const scrubbed = shapesOnly(text);
    expect(scrubbed).toContain('[secret]');
    expect(scrubbed).not.toContain(signature);
  });

  test('the id before it stays, and so does what comes after', () => {
    const url = `https://discord.com/api/v10/webhooks/${id}/${interactionToken}/messages/@original`;
    expect(shapesOnly(url)).toBe(
      `https://discord.com/api/v10/webhooks/${id}/[secret]/messages/@original`,
    );
  });
});

test.for([
  'Bot is ready on 3 shards, 5,000 servers',
  '/webhooks/:id/:token/messages/@original',
  'DISCORD_TOKEN: is missing',
  '{"interaction":"123456789012345678","guild":"223456789012345678","outcome":"delivered"}',
  'POST /api/generate/core took 3.2 s',
  'https://discord.com/oauth2/authorize?client_id=1&scope=bot+applications.commands',
])('plain text stays as it is: %s', (text) => {
  expect(createScrubber(['a-known-secret', '', 'is'])(text)).toBe(text);
});
