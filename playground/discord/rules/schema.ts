import { z } from 'zod';
import { violationsOf } from './issues.ts';
import { unknownKeys } from './unknown-keys.ts';
import type { Violation } from './violation.ts';

/** The mini schemas of the package bring no messages of their own. */
const english = { error: z.locales.en().localeError };

/** Every way in which a body departs from a schema of Discord's OpenAPI document, unknown fields included. */
export function departures(schema: z.core.$ZodType, body: unknown): Violation[] {
  const parsed = z.safeParse(schema, body, english);
  return parsed.success
    ? unknownKeys(body, parsed.data)
    : violationsOf(parsed.error.issues, 'spec');
}
