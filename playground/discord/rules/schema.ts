import { z } from 'zod';
import { violationsOf } from './issues.ts';
import { unknownKeys } from './unknown-keys.ts';
import type { Violation } from './violation.ts';

/** The mini schemas of the package bring no messages of their own. */
const english = { error: z.locales.en().localeError };

/** Documented for the emoji of a button or an option and sent by discord.js; the request schemas lack it. */
const LEGAL = /\.emoji\.animated$/;

/** Every way in which a body departs from a schema of Discord's OpenAPI document, unknown fields included. */
export function departures(schema: z.core.$ZodType, body: unknown): Violation[] {
  const parsed = z.safeParse(schema, body, english);
  return parsed.success
    ? unknownKeys(body, parsed.data).filter(({ path }) => !LEGAL.test(path))
    : violationsOf(parsed.error.issues, 'spec');
}
