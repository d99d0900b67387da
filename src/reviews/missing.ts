import { z } from 'zod';
import type { ImageApiErrorKind } from '../image-api/errors.ts';
import { snowflakeSchema } from '../snowflake.ts';

const FAILURES = [
  'unreachable',
  'rate-limited',
  'busy',
  'unauthorised',
  'out-of-credits',
  'moderated',
  'rejected',
  'service-failed',
  'timeout',
  'connection-lost',
  'gateway-error',
  'bad-answer',
  'unusable-picture',
  'redirected',
  'cancelled',
] as const satisfies readonly ImageApiErrorKind[];

/** Why a picture that was asked for never came to the moderators. */
export const missingSchema = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.enum(FAILURES), serviceMessage: z.string().exactOptional() }),
  z.strictObject({
    reason: z.enum([
      'restarting',
      'out-of-time',
      'unexpected',
      'upload-too-large',
      'upload-refused',
      'review-gone',
      'review-closed',
    ]),
  }),
  z.strictObject({ reason: z.literal('called-off'), by: snowflakeSchema }),
]);
