import { isIPv4 } from 'node:net';
import { z } from 'zod';

/**
 * Readers for environment variables. Each takes text and gives a typed value; each complaint is a
 * fixed sentence about what is expected, so that no part of a value can reach a log through it.
 */

const digits = /^\d{1,15}$/;
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const snowflake = /^\d{17,20}$/;
const reservedHeaders = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'user-agent',
]);

/** A whole number within `min` and `max`, both included. */
export function integer(min: number, max: number) {
  const expected = `must be a whole number from ${min} to ${max}`;
  const inRange = (text: string): boolean =>
    digits.test(text) && Number(text) >= min && Number(text) <= max;
  return z.string().refine(inRange, expected).transform(Number);
}

/** One of a few words; upper and lower case are the same. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z
    .string()
    .toLowerCase()
    .pipe(z.enum(words, { error: `must be one of ${words.join(', ')}` }));
}

/** A token or key: visible ASCII without white space, as HTTP headers can carry it. */
export function secret(missing: string) {
  const quoted = /^(["']).*\1$/;
  return z
    .string({ error: missing })
    .refine((text) => !/^(?:bot|bearer)\s/i.test(text), {
      error: 'must be the secret alone, without "Bot" or "Bearer" in front',
      abort: true,
    })
    .refine((text) => !quoted.test(text), {
      error: 'must not be wrapped in quotes',
      abort: true,
    })
    .regex(/^[\x21-\x7e]+$/, 'must be visible ASCII characters without white space');
}

/** The name of an HTTP header that the client does not set by itself. */
export const authHeader = z
  .string()
  .regex(headerName, 'must be the name of an HTTP header')
  .refine(
    (name) => !reservedHeaders.has(name.toLowerCase()),
    'must not be a header that HTTP itself needs',
  );

/** Discord ids (17 to 20 digits), separated by commas; each once. */
export const snowflakes = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => [...new Set(parts.filter((part) => part !== ''))])
  .refine(
    (ids) => ids.every((id) => snowflake.test(id)),
    'must be Discord user ids of 17 to 20 digits, separated by commas',
  );

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIPv4(hostname) && hostname.startsWith('127.'))
  );
}

/**
 * A base address without a trailing slash. A secret is sent to it with every request, so it is
 * https, or plain http to this machine alone.
 */
export function baseUrl(unwanted: { ending: RegExp; hint: string }) {
  const expected =
    'must be an https address without user name, "?" or "#" (http only for localhost, 127.0.0.0/8 and [::1])';
  return z.string().transform((text, context) => {
    const url = /[\s?#]/.test(text) ? null : URL.parse(text);
    const trusted =
      url !== null &&
      url.username + url.password === '' &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
    const base = trusted ? (url.origin + url.pathname).replace(/\/+$/, '') : '';
    if (!trusted || unwanted.ending.test(base)) {
      context.addIssue({ code: 'custom', message: trusted ? unwanted.hint : expected });
      return z.NEVER;
    }
    return base;
  });
}

/** Where the data lies: `sqlite://relative/path` or `sqlite:///absolute/path`. */
export const database = z.string().transform((text, context) => {
  const path = /^sqlite:\/\/([^\0?#]*[^\0?#/])$/i.exec(text)?.[1];
  if (path === undefined || path === ':memory:') {
    const message = /^postgres(?:ql)?:/i.test(text)
      ? 'Postgres is not supported yet; use sqlite://path/to/file'
      : 'must be sqlite://relative/path or sqlite:///absolute/path of a file';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  return { kind: 'sqlite' as const, path };
});
