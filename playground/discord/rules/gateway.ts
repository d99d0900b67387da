import { z } from 'zod';
import { interactionSchema } from './interaction.ts';
import { violationsOf } from './issues.ts';
import { snowflake, user } from './objects.ts';
import { under, type Violation } from './violation.ts';
import { checkAnswer } from './answers.ts';
import { isObject } from './unknown-keys.ts';

const readySchema = z.strictObject({
  v: z.literal(10),
  user,
  guilds: z.array(z.strictObject({ id: snowflake, unavailable: z.literal(true) })),
  session_id: z.string().min(1),
  resume_gateway_url: z.url({ protocol: /^wss?$/ }),
  shard: z
    .tuple([z.int().min(0), z.int().min(1)])
    .refine(([shard, count]) => shard < count, 'The shard must be below their number')
    .optional(),
  application: z.strictObject({ id: snowflake, flags: z.int() }),
});

const EVENTS = { READY: readySchema, INTERACTION_CREATE: interactionSchema } as const;

/**
 * Everything in the data of a gateway event that Discord would not have sent. Its OpenAPI document covers REST
 * only, so these schemas are written after its docs on gateway events and on receiving interactions.
 */
export function checkGatewayEvent(name: keyof typeof EVENTS, data: unknown): Violation[] {
  const parsed = EVENTS[name].safeParse(data);
  const found = parsed.success ? [] : violationsOf(parsed.error.issues, 'rule');
  const message = isObject(data) ? data['message'] : undefined;
  return message === undefined
    ? found
    : [...found, ...under('message', checkAnswer('message', message))];
}
