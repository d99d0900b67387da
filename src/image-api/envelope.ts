import { z } from 'zod';

const number = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,10}$/)
    .transform(Number),
]);

/**
 * The answer as it may really look. Looser than the API document: numbers may be strings, `data` may
 * hold anything or be missing, and `finish_reason` of the engine underneath may shine through.
 */
const envelopeSchema = z.object({
  code: number,
  message: z.string().catch(''),
  data: z
    .object({
      image: z.string().catch(''),
      seed: number.catch(0),
      finish_reason: z.string().optional().catch(undefined),
    })
    .nullable()
    .catch(null),
});

/** The service's answer, read leniently. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** Reads an answer's body, whatever its status; undefined when it is not the service's envelope. */
export function readEnvelope(body: Buffer): Envelope | undefined {
  try {
    return envelopeSchema.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Bytes of a base64 text, with or without a data URL's head; undefined when it is not base64. */
export function decodeImage(image: string): Buffer | undefined {
  const base64 = image.replace(/^\s*data:[^,]{0,100},/, '').replace(/\s+/g, '');
  const bytes = Buffer.from(base64, 'base64');
  const characters = base64.replace(/={1,2}$/, '').length;
  return bytes.length === Math.floor((characters * 3) / 4) ? bytes : undefined;
}
