import { z } from 'zod';

/** Longest envelope in bytes, its picture aside. */
const MAX_ENVELOPE = 64 * 1024;

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
    .object({ seed: number.catch(0), finish_reason: z.string().optional().catch(undefined) })
    .nullable()
    .catch(null),
});

/** The service's answer, read leniently, with the picture still as the base64 text it came in. */
export type Envelope = z.infer<typeof envelopeSchema> & { readonly image: string };

/** Where the image field's text stands, without its quotes. */
function findImage(body: Buffer): { start: number; end: number } | undefined {
  for (let at = body.indexOf('"image"'); at !== -1; at = body.indexOf('"image"', at + 1)) {
    const opening = /^"image"\s{0,9}:\s{0,9}"/.exec(body.toString('latin1', at, at + 32));
    if (opening === null) continue;
    const start = at + opening[0].length;
    const end = body.indexOf('"', start);
    return end === -1 ? undefined : { start, end };
  }
  return undefined;
}

/** The text of a JSON string; some encoders escape the slash or the plus sign of base64. */
function unescaped(text: string): string {
  return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}

/**
 * Reads an answer's body, whatever its status; undefined when it is not the service's envelope. The
 * picture is taken out before the rest is parsed, and the rest is small: 16 MiB of JSON made of
 * brackets would otherwise fill hundreds of MiB of memory.
 */
export function readEnvelope(body: Buffer): Envelope | undefined {
  const { start, end } = findImage(body) ?? { start: 0, end: 0 };
  if (body.length - (end - start) > MAX_ENVELOPE) return undefined;
  const rest = Buffer.concat([body.subarray(0, start), body.subarray(end)]);
  try {
    const { data } = envelopeSchema.safeParse(JSON.parse(rest.toString('utf8')));
    return data && { ...data, image: unescaped(body.toString('latin1', start, end)) };
  } catch {
    return undefined;
  }
}

/** Bytes of a base64 text, with or without a data URL's head; undefined when it is not base64. */
export function decodeImage(image: string): Buffer | undefined {
  const head = /^\s{0,9}data:[^,]{0,100},/.exec(image)?.[0].length ?? 0;
  const base64 = image.slice(head);
  return /[^\w+/=\s-]/.test(base64) ? undefined : Buffer.from(base64, 'base64');
}
