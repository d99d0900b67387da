import { isObject } from './unknown-keys.ts';
import { at, broken, type Violation } from './violation.ts';

/** Where Discord takes more than its schemas say: a body is brought into the schemas' terms before the check. */

/** Applies `change` to each item of the list under `key`, if there is one. */
export function mapList(
  body: Readonly<Record<string, unknown>>,
  key: string,
  change: (item: unknown) => unknown,
): Record<string, unknown> {
  const list = body[key];
  return Array.isArray(list) ? { ...body, [key]: list.map(change) } : { ...body };
}

/** Discord takes a string of digits for an integer field (its docs on permissions); the schema a number only. */
export function digitsToNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** What an attachment that discord.js received and sends back has beyond the schema; Discord ignores it. */
const RECEIVED =
  'attachment name size url proxyURL height width contentType ephemeral duration flags';
const RECEIVED_KEYS = RECEIVED.split(' ');

/**
 * Discord's docs allow an attachment id to be the number n of its `files[n]`; the schema a string only. An
 * attachment kept in an edit may be the whole object of discord.js, known by its `proxyURL`.
 */
export function adaptAttachment(value: unknown): unknown {
  if (!isObject(value)) return value;
  const listed = 'proxyURL' in value ? without(value, RECEIVED_KEYS) : value;
  return Number.isInteger(listed['id']) ? { ...listed, id: String(listed['id']) } : listed;
}

/** ISO 8601 allows an offset and Discord itself writes `+00:00`; the schema takes `Z` only. */
export function offsetToZulu(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[+-]\d{2}:\d{2}$/, 'Z') : value;
}

/** Takes away fields that are legal but not in the schema. */
export function without(
  body: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

/** The fields taken away must still be booleans. */
export function notBoolean(body: unknown, keys: readonly string[], path = ''): Violation[] {
  if (!isObject(body)) return [];
  return keys
    .filter(
      (key) => body[key] !== undefined && body[key] !== null && typeof body[key] !== 'boolean',
    )
    .map((key) => broken(at(path, key), 'Expected true or false'));
}
